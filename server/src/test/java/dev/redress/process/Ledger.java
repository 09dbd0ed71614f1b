package dev.redress.process;

import dev.redress.life.Change;
import dev.redress.v1.Event;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * What was answered, to be compared with the journal. Each call is sent again until it is answered,
 * so the two must be the same: what is missing in the journal was lost, what is there too often was
 * done twice.
 */
final class Ledger {
  /** These are also made on the way of a settlement, or by the end of a dispute. */
  private static final Set<String> NOT_COUNTED =
      Set.of("dispute.review_begun", "dispute.proposed", "dispute.approved", "handoff.cancelled");

  /** These are made by people only, each by a call of its own. */
  private static final Set<String> COUNTED =
      Set.of(
          "dispute.opened",
          "dispute.lines_added",
          "dispute.awaits_provider",
          "dispute.awaits_customer",
          "dispute.withdrawn",
          "dispute.reopened",
          "dispute.closed",
          "dispute.resolved",
          "credit.issued",
          "credit.reversed",
          "callback.claimed",
          "callback.rescheduled",
          "callback.attempted",
          "callback.signed_off",
          "handoff.asked",
          "handoff.accepted",
          "handoff.declined",
          "promise.made",
          "promise.kept");

  private final Map<Change, LongAdder> answered = new ConcurrentHashMap<>();
  private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
  private final LongAdder commands = new LongAdder();
  private final long commandsMax;
  private volatile boolean closed;

  /** For so many calls. */
  Ledger(long commandsMax) {
    this.commandsMax = commandsMax;
  }

  /** Whether there is nothing more to do. */
  boolean isFull() {
    return closed || commands.sum() >= commandsMax;
  }

  /** Has everybody stop. */
  void close() {
    closed = true;
  }

  /** Notes an answer. */
  void done(List<Change> changes) {
    commands.increment();
    changes.forEach(change -> answered.computeIfAbsent(change, any -> new LongAdder()).increment());
  }

  /** Notes a refusal. */
  void refused(String reason) {
    commands.increment();
    refused.computeIfAbsent(reason, any -> new LongAdder()).increment();
  }

  /** The calls that were answered or refused. */
  long count() {
    return commands.sum();
  }

  /** How often each reason was given. */
  Map<String, LongAdder> refusals() {
    return Map.copyOf(refused);
  }

  /** How the journal differs, as sentences; empty when it says the same. */
  List<String> differences(Collection<Event> journal) {
    Map<Change, LongAdder> recorded = new ConcurrentHashMap<>();
    journal.stream()
        .filter(event -> COUNTED.contains(event.getAction()))
        .forEach(event -> recorded.computeIfAbsent(of(event), any -> new LongAdder()).increment());
    return Stream.concat(
            answered.keySet().stream().filter(change -> !NOT_COUNTED.contains(change.action())),
            recorded.keySet().stream())
        .distinct()
        .filter(change -> count(answered, change) != count(recorded, change))
        .map(
            change ->
                change
                    + " was answered "
                    + count(answered, change)
                    + " times and recorded "
                    + count(recorded, change)
                    + " times")
        .toList();
  }

  private static Change of(Event event) {
    boolean credit = event.getAction().startsWith("credit.");
    return new Change(
        event.getAction(), credit ? event.getDetailsOrDefault("dispute", "") : event.getResource());
  }

  private static long count(Map<Change, LongAdder> counts, Change change) {
    LongAdder count = counts.get(change);
    return count == null ? 0 : count.sum();
  }
}
