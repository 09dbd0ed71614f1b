package dev.redress.life;

import java.time.Instant;
import java.util.List;

/**
 * What a person knows of a dispute; some of it may be old.
 *
 * @param lines the lines of its invoice
 * @param callback the call that was live when it was looked at last
 * @param credits given in it
 * @param promises made in it
 * @param handoff the last that was asked for; empty when there was none
 */
public record Situation(
    String dispute,
    List<String> lines,
    String callback,
    List<String> credits,
    List<String> promises,
    String handoff,
    Instant now) {
  public Situation {
    lines = List.copyOf(lines);
    credits = List.copyOf(credits);
    promises = List.copyOf(promises);
  }
}
