package dev.redress.cli.generate;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Generates one customer: opens request after request, works on each, bills the work, and puts in
 * lines that nobody asked for and lines billed again, until the customer's lines are complete.
 *
 * <p>Requests and time entries are written as they come up; lines are kept until the end, because
 * they are numbered in the order of the invoices.
 */
final class CustomerGenerator {
  private static final int SECONDS_PER_DAY = 86_400;

  /** Share of billed requests with a short time entry more that no line bills. */
  private static final double FURTHER_ENTRY_SHARE = 0.10;

  private final GeneratorSettings settings;
  private final SplittableRandom random;
  private final CustomerProfile profile;
  private final Texts texts;
  private final WorkClock clock;
  private final int quota;

  /**
   * Chance of a line with a time entry to be inflated, so that the share of all lines comes out.
   */
  private final double inflatedPerBackedLine;

  private final List<DraftLine> lines;
  private int requestCount;

  /** The customer at an index from 0 below the number of customers. */
  CustomerGenerator(GeneratorSettings settings, int index) {
    this.settings = settings;
    random = Seeds.ofCustomer(settings.seed(), index);
    profile = CustomerProfile.draw(index, random);
    texts = new Texts(random, random.nextInt(1_000));
    quota = settings.linesOfCustomer(index);
    clock = new WorkClock(profile.zone(), random, Shape.openingGapDays(quota));
    double backedShare =
        (1 - settings.unaskedShare() - settings.duplicateShare()) * settings.timeEntryShare();
    inflatedPerBackedLine = backedShare > 0 ? settings.inflatedShare() / backedShare : 0;
    lines = new ArrayList<>(quota);
  }

  /**
   * Writes all rows of the customer.
   *
   * @throws IOException if a file cannot be written
   */
  void write(GeneratedFolder files) throws IOException {
    files.customers().row(profile.row(random));
    RequestWriter rows = new RequestWriter(profile.code(), random, files);
    while (lines.size() < quota) {
      if (chance(Shape.UNBILLED_REQUEST_SHARE)) {
        writeUnbilledRequest(rows);
      } else if (chance(Shape.BLOCK_BILLED_SHARE)) {
        writeBlock(rows);
      } else {
        writeBilledRequest(rows);
      }
    }
    new InvoiceWriter(profile).write(lines, files);
  }

  /** A request that no line bills, half of them with work that is still to be billed. */
  private void writeUnbilledRequest(RequestWriter rows) throws IOException {
    DraftRequest request = open(clock.nextOpening(), person());
    long start = clock.workStart(request.openedAt(), Shape.lagDays(random));
    if (chance(0.5)) {
      int hours = Shape.hoursHundredths(random);
      String note = texts.relatedNote(request.subject());
      rows.writeEntry(request, technician(), start, hours, workType(), note);
    }
    rows.writeRequest(request, start);
  }

  /** A request with one line or more, each for work on a day of its own. */
  private void writeBilledRequest(RequestWriter rows) throws IOException {
    DraftRequest request = open(clock.nextOpening(), person());
    long lastWork = request.openedAt();
    int wanted = Shape.linesPerRequest(random);
    for (int i = 0; i < wanted && fillUp(); i++) {
      long start = clock.workStart(request.openedAt(), Shape.lagDays(random));
      String technician = chance(0.8) ? request.assignee() : technician();
      bill(rows, request, start, technician);
      lastWork = Math.max(lastWork, start);
    }
    if (chance(FURTHER_ENTRY_SHARE)) {
      rows.writeEntry(request, technician(), lastWork + 3_600, 25, workType(), texts.note());
    }
    rows.writeRequest(request, lastWork);
  }

  /** Two or three short requests of one person and day, billed as one line. */
  private void writeBlock(RequestWriter rows) throws IOException {
    if (!fillUp()) {
      return;
    }
    String requester = person();
    String technician = technician();
    long opening = clock.nextOpening();
    boolean backed = chance(settings.timeEntryShare());
    List<DraftRequest> requests = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    int hours = 0;
    int count = 2 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      DraftRequest request = open(opening + 600L * i, requester);
      long start = opening + 3_600 + 1_200L * i;
      int part = 25 * (1 + random.nextInt(2));
      String note = texts.relatedNote(request.subject());
      if (backed) {
        rows.writeEntry(request, technician, start, part, "Remote", note);
      }
      rows.writeRequest(request, start);
      requests.add(request);
      notes.add(note);
      hours += part;
    }
    LocalDate workDate = clock.dateOf(opening + 3_600);
    String split = requests.getFirst().split();
    DraftLine line =
        new DraftLine(
            workDate, technician, hours, String.join("; ", notes), "", "Remote", requests, split);
    line.blame(Fault.BLOCK_BILLED, Integer.toString(count));
    lines.add(line);
  }

  /** Puts in what nobody asked for and what is billed again; false if no line is left after it. */
  private boolean fillUp() {
    while (lines.size() < quota) {
      double kind = random.nextDouble();
      if (kind < settings.unaskedShare()) {
        lines.add(unaskedLine());
      } else if (kind < settings.unaskedShare() + settings.duplicateShare() && !lines.isEmpty()) {
        lines.add(duplicateLine());
      } else {
        return true;
      }
    }
    return false;
  }

  /** A line written as if there were a request for it. */
  private DraftLine unaskedLine() {
    LocalDate workDate = clock.anyWorkDate();
    Texts.Subject pretext = texts.subject();
    int hours = Shape.hoursHundredths(random);
    DraftLine line =
        new DraftLine(
            workDate,
            technician(),
            hours,
            texts.lineText(pretext),
            "",
            workType(),
            List.of(),
            split());
    line.blame(Fault.UNCORRELATED, "");
    return line;
  }

  /** An earlier line once more, on the same invoice or on the next. */
  private DraftLine duplicateLine() {
    DraftLine original = lines.get(random.nextInt(lines.size()));
    DraftLine line = new DraftLine(original, original.invoiceMonth.plusMonths(chance(0.3) ? 1 : 0));
    if (line.requests.isEmpty()) {
      line.blame(Fault.UNCORRELATED, "");
    }
    return line;
  }

  /** One piece of work: its line and, for most, the time entry behind it. */
  private void bill(RequestWriter rows, DraftRequest request, long start, String technician)
      throws IOException {
    int worked = Shape.hoursHundredths(random);
    int billed = worked;
    String text = texts.lineText(request.subject());
    boolean backed = chance(settings.timeEntryShare());
    if (backed && chance(inflatedPerBackedLine)) {
      // by 25 to 100 %, in quarter hours
      billed += Math.max(25, worked * (1 + random.nextInt(4)) / 100 * 25);
    }
    String workType = workType();
    String reference = "";
    if (chance(settings.referenceShare())) {
      if (text.isEmpty() || chance(0.3)) {
        reference = request.id();
      } else {
        text = chance(0.5) ? text + " #" + request.id() : "[" + request.id() + "] " + text;
      }
    }
    DraftLine line =
        new DraftLine(
            clock.dateOf(start),
            chance(0.97) ? technician : "",
            billed,
            text,
            reference,
            workType,
            List.of(request),
            request.split());
    if (start < request.openedAt()) {
      line.blame(Fault.BEFORE_REQUEST, tenthsOfHours(request.openedAt() - start));
    }
    if (billed > worked) {
      line.blame(Fault.HOURS_EXCESS, CsvFile.decimal(worked, 2));
    }
    if (backed) {
      String note = texts.entryText(text, request.subject());
      long recorded = rows.writeEntry(request, technician, start, worked, workType, note);
      if (recorded - start > SECONDS_PER_DAY) {
        line.blame(Fault.LATE_LOGGED, tenthsOfHours(recorded - start));
      }
    }
    lines.add(line);
  }

  private DraftRequest open(long openedAt, String requester) {
    requestCount++;
    String id = profile.code() + '-' + (1_000 + requestCount);
    boolean removed = chance(Shape.REMOVED_REQUEST_SHARE);
    return new DraftRequest(
        id, openedAt, texts.subject(), requester, technician(), removed, split());
  }

  private String technician() {
    return Vocabulary.draw(profile.team(), 0, random);
  }

  private String person() {
    return Vocabulary.draw(profile.people(), 0, random);
  }

  private String workType() {
    double kind = random.nextDouble();
    return kind < 0.65 ? "Remote" : kind < 0.85 ? "Onsite" : "Project";
  }

  private String split() {
    double part = random.nextDouble();
    return part < 0.6 ? "train" : part < 0.8 ? "calibrate" : "test";
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }

  private static String tenthsOfHours(long seconds) {
    return CsvFile.decimal(seconds / 360, 1);
  }
}
