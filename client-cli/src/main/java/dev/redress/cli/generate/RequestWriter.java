package dev.redress.cli.generate;

import java.io.IOException;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** Writes the requests of one customer and the time entries on them, when they are complete. */
final class RequestWriter {
  private static final int DAY_SECONDS = 86_400;
  private static final double CLOSED_SHARE = 0.90;
  private static final double CLOSED_TOO_EARLY_SHARE = 0.04;
  private static final double ASSIGNED_SHARE = 0.85;

  /** Work of more hours than this lasts several days and is recorded from its first day on. */
  private static final int LONGEST_DAY_HUNDREDTHS = 1_000;

  private final String customerCode;
  private final RandomGenerator random;
  private final GeneratedFolder files;
  private int entryCount;

  RequestWriter(String customerCode, RandomGenerator random, GeneratedFolder files) {
    this.customerCode = customerCode;
    this.random = random;
    this.files = files;
  }

  /**
   * Writes a request; most are closed within three days of the last work, few before it.
   *
   * @param lastWork start of the last work, in seconds since 1970 UTC
   * @throws IOException if the file cannot be written
   */
  void writeRequest(DraftRequest request, long lastWork) throws IOException {
    boolean closed = chance(CLOSED_SHARE);
    double daysToClose =
        chance(CLOSED_TOO_EARLY_SHARE) ? -random.nextDouble() : 3 * random.nextDouble();
    long closedAt =
        Math.max(request.openedAt() + 900, lastWork + (long) (daysToClose * DAY_SECONDS));
    Texts.Subject subject = request.subject();
    files
        .requests()
        .row(
            request.id(),
            customerCode,
            Instant.ofEpochSecond(request.openedAt()).toString(),
            closed ? Instant.ofEpochSecond(closedAt).toString() : "",
            subject.summary(),
            subject.description(),
            request.requester(),
            chance(ASSIGNED_SHARE) ? request.assignee() : "",
            subject.service() ? "Service request" : "Incident",
            closed ? "Closed" : "In progress",
            subject.topic(),
            request.removed() ? "1" : "0");
  }

  /**
   * Writes a time entry.
   *
   * @param start in seconds since 1970 UTC
   * @param hoursHundredths hours worked, in hundredths
   * @return when the work was recorded, in seconds since 1970 UTC
   * @throws IOException if the file cannot be written
   */
  long writeEntry(
      DraftRequest request,
      String technician,
      long start,
      int hoursHundredths,
      String workType,
      String notes)
      throws IOException {
    entryCount++;
    long lateness = (long) (Shape.latenessDays(random) * DAY_SECONDS);
    long recordedAt =
        start + Math.max(lateness, Math.min(hoursHundredths, LONGEST_DAY_HUNDREDTHS) * 36L);
    files
        .timeEntries()
        .row(
            customerCode + "-T" + (10_000 + entryCount),
            request.id(),
            customerCode,
            technician,
            Instant.ofEpochSecond(start).toString(),
            CsvFile.decimal(hoursHundredths, 2),
            notes,
            workType,
            "true",
            Instant.ofEpochSecond(recordedAt).toString());
    return recordedAt;
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }
}
