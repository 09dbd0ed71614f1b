package dev.redress.finding;

import dev.redress.request.TimeEntry;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Work that was written down long after it was done, where the source says when that was. */
final class LateLoggedRule implements Rule.OfLine {
  private static final List<String> COLUMNS =
      List.of(
          "recordedat",
          "loggedat",
          "createdat",
          "createdon",
          "created",
          "dateentered",
          "createdatetime",
          "dateofcreation");

  private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ].*)?");

  @Override
  public List<FindingCode> codes() {
    return List.of(FindingCode.LATE_LOGGED);
  }

  @Override
  public void look(Audit audit, AuditedLine line, Found found) {
    for (TimeEntry entry : line.entries()) {
      Optional<LocalDate> logged = Attributes.find(entry.attributes(), COLUMNS).flatMap(this::day);
      if (logged.isPresent()) {
        long days = ChronoUnit.DAYS.between(entry.workDate(), logged.get());
        if (days > audit.thresholds().lateLoggedDays()) {
          found.add(
              line.finding(
                  FindingCode.LATE_LOGGED,
                  LateLogging.LOGGED_ON + logged.get(),
                  "by " + entry.workDate().plusDays(audit.thresholds().lateLoggedDays()),
                  LateLogging.DONE_ON + entry.workDate(),
                  entry.name(),
                  line.nothing()));
          return;
        }
      }
    }
  }

  /** What is not plainly a day is none: a guess would accuse somebody. */
  private Optional<LocalDate> day(String text) {
    Matcher matcher = ISO_DAY.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
