package dev.redress.ingest;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Remembers who had nothing stored when this pass first met them, so that their rows need not be
 * looked up. Who stores rows for them at the same time collides by the rows' ids, and one of the
 * two is told to try again.
 *
 * <p>Keeps as many entries as the file names customers.
 */
final class Newcomers<T> {
  private final Predicate<T> hasNothing;
  private final Map<T, Boolean> known = new HashMap<>();

  /** By this look into the store. */
  Newcomers(Predicate<T> hasNothing) {
    this.hasNothing = hasNothing;
  }

  /** Whether it had nothing stored. */
  boolean contains(T owner) {
    return known.computeIfAbsent(owner, hasNothing::test);
  }
}
