package dev.redress.report;

import dev.redress.callback.Outcome;
import java.util.EnumMap;
import java.util.Map;

/**
 * How some callbacks went.
 *
 * @param fates how many became what; those of which there are none may be missing
 * @param outcomes how many attempts went how; the same
 * @param signedOff how many the account manager signed off
 * @param toReached from when a customer was first promised the call until it was reached
 * @param lateness by how much late calls were late
 */
public record Calls(
    Map<CallFate, Long> fates,
    Map<Outcome, Long> outcomes,
    long signedOff,
    Durations toReached,
    Durations lateness) {
  /** Of none. */
  static final Calls NONE = new Calls(Map.of(), Map.of(), 0, Durations.NONE, Durations.NONE);

  public Calls {
    fates = Map.copyOf(fates);
    outcomes = Map.copyOf(outcomes);
  }

  /** These and others. */
  Calls plus(Calls other) {
    return new Calls(
        sum(CallFate.class, fates, other.fates),
        sum(Outcome.class, outcomes, other.outcomes),
        signedOff + other.signedOff,
        toReached.plus(other.toReached),
        lateness.plus(other.lateness));
  }

  /** How many became this. */
  public long count(CallFate fate) {
    return fates.getOrDefault(fate, 0L);
  }

  /** How many attempts went like this. */
  public long count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0L);
  }

  /** How many had to be made by now. */
  public long due() {
    return fates.entrySet().stream()
        .filter(each -> each.getKey().wasDue())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static <E extends Enum<E>> Map<E, Long> sum(
      Class<E> type, Map<E, Long> one, Map<E, Long> other) {
    Map<E, Long> sum = new EnumMap<>(type);
    sum.putAll(one);
    other.forEach((key, count) -> sum.merge(key, count, Long::sum));
    return sum;
  }
}
