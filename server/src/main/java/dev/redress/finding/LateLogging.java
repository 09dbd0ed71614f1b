package dev.redress.finding;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How LATE_LOGGED findings tell their two days, for those who write them and those who count. */
public final class LateLogging {
  /** Before the day on which a time entry was written down. */
  static final String LOGGED_ON = "logged on ";

  /** Before the day of the work that it is about. */
  static final String DONE_ON = "the work was done on ";

  /** Before the day of the work of a line. */
  static final String WORKED_ON = "worked on ";

  /** Before the day on which its request was logged. */
  static final String NOT_BEFORE = "not before ";

  private LateLogging() {}

  /**
   * How many days after the work it, or its request, was logged; of several the first that is told.
   *
   * @param billed the texts of the finding, see {@link Finding}
   * @return empty where the texts do not tell both days
   */
  public static OptionalLong days(String billed, String expected, String rule) {
    Optional<LocalDate> logged = after(LOGGED_ON, billed);
    Optional<LocalDate> worked = after(DONE_ON, rule);
    if (logged.isEmpty() || worked.isEmpty()) {
      logged = after(NOT_BEFORE, expected);
      worked = after(WORKED_ON, billed);
    }
    return logged.isEmpty() || worked.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(ChronoUnit.DAYS.between(worked.get(), logged.get()));
  }

  private static Optional<LocalDate> after(String words, String text) {
    Matcher matcher =
        Pattern.compile(Pattern.quote(words) + "(\\d{4}-\\d{2}-\\d{2})").matcher(text);
    return matcher.find() ? Optional.of(LocalDate.parse(matcher.group(1))) : Optional.empty();
  }
}
