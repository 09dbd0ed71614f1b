package dev.redress.finding;

import dev.redress.finding.AuditedLine.Backing;
import dev.redress.request.Request;
import dev.redress.time.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The work lies outside of the life of the request that backs it: days in the customer's time zone,
 * since lines have no time. A request that was logged later than the work, but by no more days than
 * may pass, was logged late.
 */
final class RequestTimeRule implements Rule.OfLine {
  @Override
  public List<FindingCode> codes() {
    return List.of(FindingCode.BEFORE_REQUEST, FindingCode.AFTER_CLOSE, FindingCode.LATE_LOGGED);
  }

  @Override
  public void look(Audit audit, AuditedLine line, Found found) {
    List<Backing> before = new ArrayList<>();
    List<Backing> late = new ArrayList<>();
    List<Backing> after = new ArrayList<>();
    for (Backing backing : line.backings()) {
      Request request = backing.request();
      if (request == null) {
        continue;
      }
      LocalDate worked = line.line().workDate();
      long daysBefore = ChronoUnit.DAYS.between(worked, day(audit, request.openedAt()));
      if (daysBefore > audit.thresholds().beforeRequestDays()) {
        before.add(backing);
      } else if (daysBefore > 0) {
        late.add(backing);
      }
      Instant closedAt = request.closedAt();
      if (closedAt != null
          && ChronoUnit.DAYS.between(day(audit, closedAt), worked)
              > audit.thresholds().afterCloseDays()) {
        after.add(backing);
      }
    }
    add(audit, line, FindingCode.BEFORE_REQUEST, before, found);
    add(audit, line, FindingCode.AFTER_CLOSE, after, found);
    add(audit, line, FindingCode.LATE_LOGGED, late, found);
  }

  private static void add(
      Audit audit, AuditedLine line, FindingCode code, List<Backing> backings, Found found) {
    Request request = backings.isEmpty() ? null : backings.getFirst().request();
    if (request == null) {
      return;
    }
    Hours hours = Hours.sum(backings.stream().map(backing -> backing.allocation().hours()));
    String id = request.name().request();
    int days = audit.thresholds().beforeRequestDays();
    Instant closedAt = request.closedAt() == null ? request.openedAt() : request.closedAt();
    found.add(
        switch (code) {
          case AFTER_CLOSE ->
              line.finding(
                  code,
                  "worked on " + line.line().workDate(),
                  "not after " + day(audit, closedAt),
                  id
                      + " was closed then; up to "
                      + audit.thresholds().afterCloseDays()
                      + " days later pass",
                  request.name(),
                  line.share(hours));
          case LATE_LOGGED ->
              line.finding(
                  code,
                  LateLogging.WORKED_ON + line.line().workDate(),
                  LateLogging.NOT_BEFORE + day(audit, request.openedAt()),
                  id + " was logged then, no more than " + days + " days later, which passes",
                  request.name(),
                  line.nothing());
          default ->
              line.finding(
                  code,
                  "worked on " + line.line().workDate(),
                  "not before " + day(audit, request.openedAt()),
                  id + " was logged then; up to " + days + " days earlier pass",
                  request.name(),
                  line.share(hours));
        });
  }

  private static LocalDate day(Audit audit, Instant moment) {
    return LocalDate.ofInstant(moment, audit.books().calendar().zone());
  }
}
