package dev.redress.matching;

import dev.redress.matching.RequestBook.LoggedWork;
import dev.redress.time.Hours;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Puts the signals of a candidate into words. */
record Reasons(RequestBook book, WorkLog log) {

  /** Bits below which a signal is not worth a word. */
  private static final double TELLING_BITS = 0.5;

  /** What ties a line to a request, the strongest kind of evidence first. */
  List<String> speakingFor(LineView line, Candidate candidate) {
    Map<Signal.Kind, Signal> signals = byKind(candidate);
    Integer place = book.place(candidate.request());
    List<String> reasons = new ArrayList<>();
    if (bits(signals, Signal.Kind.DECISION) > 0) {
      reasons.add("a clerk confirmed it");
    }
    if (bits(signals, Signal.Kind.REFERENCE) > 0) {
      reasons.add("the line names it");
    }
    if (place != null) {
      reasons.add(whoAndWhen(line, place));
    }
    String words = value(signals, Signal.Kind.TEXT);
    if (!words.isEmpty() && bits(signals, Signal.Kind.TEXT) > TELLING_BITS) {
      reasons.add("both speak of '" + words + "'");
    }
    Signal requester = signals.get(Signal.Kind.REQUESTER);
    if (requester != null && requester.bits() > TELLING_BITS) {
      reasons.add("the line names " + requester.requestValue());
    }
    return reasons;
  }

  /** What keeps a line from a request, the first comparison that failed first. */
  List<String> speakingAgainst(LineView line, Candidate candidate) {
    Map<Signal.Kind, Signal> signals = byKind(candidate);
    Integer place = book.place(candidate.request());
    List<String> reasons = new ArrayList<>();
    Signal reference = signals.get(Signal.Kind.REFERENCE);
    if (reference != null && reference.bits() < 0) {
      reasons.add("the line names " + reference.lineValue());
    }
    String technician = line.line().technician();
    boolean logged = place != null && !line.logged().on(place).isEmpty();
    if (!logged && !technician.isEmpty()) {
      reasons.add("no time of " + technician + " is logged on it");
    }
    if (bits(signals, Signal.Kind.DATE) < -TELLING_BITS) {
      reasons.add("its dates are far off (" + value(signals, Signal.Kind.DATE) + ")");
    }
    if (bits(signals, Signal.Kind.HOURS) < -TELLING_BITS) {
      reasons.add("the hours differ (" + value(signals, Signal.Kind.HOURS) + ")");
    }
    if (line.saysSomething() && value(signals, Signal.Kind.TEXT).isEmpty()) {
      reasons.add("no word is shared");
    }
    if (!line.saysSomething()) {
      reasons.add("the line does not say what was done");
    }
    if (bits(signals, Signal.Kind.CATCH_ALL) < 0) {
      reasons.add(value(signals, Signal.Kind.CATCH_ALL));
    }
    return reasons;
  }

  private String whoAndWhen(LineView line, int place) {
    List<LoggedWork> work = log.nearest(line, place);
    if (!work.isEmpty()) {
      LoggedWork first = work.getFirst();
      Hours hours =
          work.stream()
              .filter(logged -> logged.technician().equals(first.technician()))
              .map(logged -> logged.entry().hours())
              .reduce(Hours.ZERO, Hours::plus);
      return first.entry().technician()
          + " logged "
          + hours
          + " h on it on "
          + Sentence.day(first.entry().workDate());
    }
    String assignee = book.request(place).assignee();
    String dates = DateComparison.life(book, place);
    return assignee.isEmpty() ? "it was " + dates : "it is assigned to " + assignee + ", " + dates;
  }

  private static Map<Signal.Kind, Signal> byKind(Candidate candidate) {
    Map<Signal.Kind, Signal> signals = new EnumMap<>(Signal.Kind.class);
    candidate.signals().forEach(signal -> signals.put(signal.kind(), signal));
    return signals;
  }

  private static double bits(Map<Signal.Kind, Signal> signals, Signal.Kind kind) {
    Signal signal = signals.get(kind);
    return signal == null ? 0 : signal.bits();
  }

  private static String value(Map<Signal.Kind, Signal> signals, Signal.Kind kind) {
    Signal signal = signals.get(kind);
    return signal == null ? "" : signal.requestValue();
  }
}
