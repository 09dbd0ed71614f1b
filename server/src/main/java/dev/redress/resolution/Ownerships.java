package dev.redress.resolution;

import dev.redress.dispute.Dispute;
import dev.redress.handoff.Handoff;
import dev.redress.handoff.Handoff.Answer;
import dev.redress.handoff.HandoffState;
import dev.redress.handoff.HandoffStore;
import dev.redress.identity.HandoffName;
import dev.redress.resolution.DisputeMoves.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells how disputes changed hands. */
public final class Ownerships {
  private final HandoffStore handoffs;
  private final AuthorityCheck authority;

  /** By the handoffs that were accepted, and by who may concede what. */
  public Ownerships(HandoffStore handoffs, AuthorityCheck authority) {
    this.handoffs = handoffs;
    this.authority = authority;
  }

  /** How a dispute changed hands. */
  Ownership of(Dispute dispute, Setting setting) {
    List<Handoff> all = handoffs.all(dispute.name());
    List<Handoff> accepted =
        all.stream().filter(each -> each.state() == HandoffState.ACCEPTED).toList();
    @Nullable HandoffName pending =
        all.stream()
            .filter(each -> each.state() == HandoffState.PENDING)
            .map(Handoff::name)
            .findFirst()
            .orElse(null);
    return new Ownership(accepted.size(), pending, timeToAuthority(dispute, accepted, setting));
  }

  private @Nullable Duration timeToAuthority(
      Dispute dispute, List<Handoff> accepted, Setting setting) {
    Instant opened = dispute.round().openTime();
    List<Handoff> since =
        accepted.stream().filter(each -> !answerTime(each).isBefore(opened)).toList();
    String first = since.isEmpty() ? dispute.owner() : since.getFirst().sender();
    Predicate<String> covers = authority.coversDispute(dispute, setting);
    if (covers.test(first)) {
      return Duration.ZERO;
    }
    for (Handoff each : since) {
      if (covers.test(each.receiver())) {
        return setting.calendar().between(opened, answerTime(each));
      }
    }
    return null;
  }

  private static Instant answerTime(Handoff accepted) {
    Answer answer = accepted.answer();
    return answer == null ? Instant.MAX : answer.time();
  }
}
