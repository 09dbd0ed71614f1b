package dev.redress.report;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long some things took.
 *
 * @param all in any order
 */
public record Durations(List<Duration> all) {
  /** Of nothing. */
  static final Durations NONE = new Durations(List.of());

  private static final int HALF = 50;

  public Durations {
    all = all.stream().sorted().toList();
  }

  /** Of these things and others. */
  Durations plus(Durations other) {
    return new Durations(Stream.concat(all.stream(), other.all.stream()).toList());
  }

  /** That within which half of them were done; absent where there are none. */
  public Optional<Duration> median() {
    return percentile(HALF);
  }

  /**
   * The shortest time within which so many of a hundred were done: the nearest rank, so always a
   * time that something took, and never one between two.
   *
   * @param percent 1 to 100
   */
  public Optional<Duration> percentile(int percent) {
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.get(Math.ceilDiv(all.size() * percent, 100) - 1));
  }
}
