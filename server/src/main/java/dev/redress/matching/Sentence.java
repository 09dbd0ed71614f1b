package dev.redress.matching;

import dev.redress.matching.RequestBook.LoggedWork;
import dev.redress.matching.Verdict.Answer;
import dev.redress.matching.Verdict.NotAuditableReason;
import dev.redress.time.Hours;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says an answer in plain words, for the clerk and for the customer. */
final class Sentence {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

  /** Most characters of a request's summary in a sentence. */
  private static final int SUMMARY_LENGTH_MAX = 80;

  /** More requests than this are named by their ids alone. */
  private static final int SUMMARIES_MAX = 5;

  private final RequestBook book;
  private final WorkLog log;
  private final Reasons reasons;

  Sentence(RequestBook book, WorkLog log) {
    this.book = book;
    this.log = log;
    this.reasons = new Reasons(book, log);
  }

  /** A day without its year, such as {@code 3 September}. */
  static String day(LocalDate date) {
    return DAY.format(date);
  }

  /** Says to which requests a line was tied, and why. */
  String matched(LineView line, List<Allocation> parts, double probability, List<Candidate> kept) {
    String requests =
        parts.stream()
            .map(Allocation::request)
            .distinct()
            .map(this::named)
            .collect(Collectors.joining(", "));
    Candidate first =
        kept.stream()
            .filter(candidate -> candidate.request().equals(parts.getFirst().request()))
            .findFirst()
            .orElseThrow();
    List<String> why = reasons.speakingFor(line, first);
    Hours backed = Hours.sum(parts.stream().map(Allocation::hours));
    String part =
        backed.compareTo(line.line().hours()) < 0
            ? " The time logged backs " + backed + " of " + line.line().hours() + " h."
            : "";
    return "Matched to "
        + requests
        + " ("
        + percent(probability)
        + "): "
        + joined(why, "and")
        + "."
        + part;
  }

  /** Says over which requests a clerk split a line, and how many hours each has. */
  String split(LineView line, List<Allocation> parts) {
    Map<String, Hours> hours = new LinkedHashMap<>();
    parts.forEach(part -> hours.merge(part.request(), part.hours(), Hours::plus));
    boolean summed = hours.size() <= SUMMARIES_MAX;
    List<String> shares =
        hours.entrySet().stream()
            .map(share -> share.getValue() + " h for " + shown(share.getKey(), summed))
            .toList();
    Hours rest = line.line().hours().minus(Hours.sum(hours.values().stream()));
    String unbacked =
        rest.isPositive()
            ? " The other %s of %s h are for no request.".formatted(rest, line.line().hours())
            : "";
    return "Split by a clerk: %s.%s".formatted(joined(shares, "and"), unbacked);
  }

  private String shown(String request, boolean withSummary) {
    return withSummary ? named(request) : request;
  }

  /** Says between which requests a clerk must choose, or why the only one is not enough. */
  String ambiguous(LineView line, double matchedFrom, List<Candidate> candidates) {
    if (candidates.isEmpty()) {
      return "Nothing that was logged comes near this line.";
    }
    Candidate first = candidates.getFirst();
    String fits = named(first.request()) + " (" + percent(first.probability()) + ")";
    if (first.probability() >= matchedFrom) {
      return "It fits " + fits + ", but the time logged there backs other lines already.";
    }
    if (candidates.size() > 1 && candidates.get(1).probability() > first.probability() / 4) {
      Candidate second = candidates.get(1);
      return "It could be %s or %s (%s): too little tells them apart."
          .formatted(fits, named(second.request()), percent(second.probability()));
    }
    List<String> against = reasons.speakingAgainst(line, first);
    return "Nearest is %s, which is not certain enough%s."
        .formatted(fits, against.isEmpty() ? "" : ": " + joined(against, "and"));
  }

  /** Says that nothing asked for fits, what came nearest, and what would have made it fit. */
  String unmatched(LineView line, List<Candidate> candidates) {
    String opening = "We could not tie this to anything you asked for.";
    if (candidates.isEmpty()) {
      return opening;
    }
    Candidate nearest = candidates.getFirst();
    List<String> against = reasons.speakingAgainst(line, nearest);
    String why = against.isEmpty() ? "too little speaks for it" : joined(against, "and");
    String technician = line.line().technician();
    String entry =
        "a time entry %saround %s"
            .formatted(
                technician.isEmpty() ? "" : "by " + technician + " ", day(line.line().workDate()));
    return "%s Nearest: %s: %s; a reference to it, or %s, would have matched."
        .formatted(opening, named(nearest.request()), why, entry);
  }

  /** Says that the work of a line was billed before. */
  String billedTwice(LineView line, Candidate nearest, String otherLine) {
    Integer place = book.place(nearest.request());
    List<LoggedWork> work = place == null ? List.of() : log.nearest(line, place);
    String logged = work.isEmpty() ? "" : " on " + day(work.getFirst().entry().workDate());
    return "Line %s bills the same work, and the time logged%s on %s covers it only once."
        .formatted(otherLine, logged, named(nearest.request()));
  }

  /** Says why a line cannot be checked. */
  String notAuditable(LineView line, NotAuditableReason reason) {
    return switch (reason) {
      case NO_REQUESTS ->
          "No logged request was open within a year of %s %d, so this line cannot be checked."
              .formatted(day(line.line().workDate()), line.line().workDate().getYear());
      case NOTHING_TO_COMPARE ->
          "The line does not say what was done, and nobody's logged time can be compared with it,"
              + " so it cannot be checked.";
      case NONE -> throw new IllegalArgumentException(Answer.NOT_AUDITABLE + " needs a reason");
    };
  }

  private String named(String request) {
    Integer place = book.place(request);
    String summary = place == null ? "" : book.request(place).summary().strip();
    String shown =
        summary.length() <= SUMMARY_LENGTH_MAX
            ? summary
            : summary.substring(0, SUMMARY_LENGTH_MAX - 3).strip() + "...";
    return request + " '" + shown + "'";
  }

  private static String joined(List<String> parts, String last) {
    return switch (parts.size()) {
      case 0 -> "nothing else comes near";
      case 1 -> parts.getFirst();
      default ->
          String.join(", ", parts.subList(0, parts.size() - 1))
              + (parts.size() > 2 ? ", " : " ")
              + last
              + " "
              + parts.getLast();
    };
  }

  /** Whole percents that never claim certainty. */
  private static String percent(double probability) {
    return Math.clamp(Math.round(probability * 100), 1, 99) + " %";
  }
}
