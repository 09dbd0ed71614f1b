package dev.redress.report;

import dev.redress.callback.Outcome;
import dev.redress.report.Ranked.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up callbacks as they are at one moment. */
final class CallsTally {
  private final Instant now;
  private final Map<String, Sum> byOwner = new HashMap<>();

  CallsTally(Instant now) {
    this.now = now;
  }

  /**
   * Adds the callbacks of one dispute. A customer waits from when the first one was promised until
   * it is reached; whatever is promised then is waited for anew.
   *
   * @param calls in the order in which they were promised
   */
  void add(List<PromisedCall> calls) {
    @Nullable Instant waitsSince = null;
    for (PromisedCall call : calls) {
      waitsSince = waitsSince == null ? call.createTime() : waitsSince;
      if (call.inSpan()) {
        byOwner.computeIfAbsent(call.owner(), _ -> new Sum()).add(call, waitsSince, now);
      }
      if (call.outcome() == Outcome.REACHED) {
        waitsSince = null;
      }
    }
  }

  /** What came together. */
  Ranked<Calls> calls(int rowsMax) {
    Map<String, Calls> rows = new HashMap<>();
    byOwner.forEach((owner, sum) -> rows.put(owner, sum.calls()));
    return Ranked.of(
        rows,
        Comparator.<Row<Calls>, Long>comparing(row -> row.figures().due()).reversed(),
        rowsMax,
        Calls.NONE,
        Calls::plus);
  }

  /** One owner's calls as they grow. */
  private static final class Sum {
    private final Map<CallFate, Long> fates = new EnumMap<>(CallFate.class);
    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final List<Duration> toReached = new ArrayList<>();
    private final List<Duration> lateness = new ArrayList<>();
    private long signedOff;

    void add(PromisedCall call, Instant waitsSince, Instant now) {
      CallFate fate = CallFate.of(call, now);
      fates.merge(fate, 1L, Long::sum);
      signedOff += call.signedOff() ? 1 : 0;
      Outcome outcome = call.outcome();
      Instant attempt = call.attemptTime();
      if (outcome != null && attempt != null) {
        outcomes.merge(outcome, 1L, Long::sum);
        if (outcome == Outcome.REACHED) {
          toReached.add(Duration.between(waitsSince, attempt));
        }
        if (fate == CallFate.LATE) {
          lateness.add(Duration.between(call.dueTime(), attempt));
        }
      }
    }

    Calls calls() {
      return new Calls(
          fates, outcomes, signedOff, new Durations(toReached), new Durations(lateness));
    }
  }
}
