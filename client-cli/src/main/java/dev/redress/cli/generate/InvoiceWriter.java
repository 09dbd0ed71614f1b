package dev.redress.cli.generate;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** Puts the lines of one customer on monthly invoices, with their truth and faults beside them. */
final class InvoiceWriter {
  /** Stands for the request where there is none. */
  private static final String NOBODY_ASKED = "NONE";

  private final CustomerProfile profile;

  /** A writer of one customer's invoices. */
  InvoiceWriter(CustomerProfile profile) {
    this.profile = profile;
  }

  /**
   * Sorts the lines by invoice and work date, numbers them and writes them.
   *
   * @throws IOException if a file cannot be written
   */
  void write(List<DraftLine> lines, GeneratedFolder files) throws IOException {
    lines.sort(
        Comparator.comparing((DraftLine line) -> line.invoiceMonth)
            .thenComparing(line -> line.workDate));
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).number(profile.code() + "-L" + (10_001 + i));
    }
    for (DraftLine line : lines) {
      writeLine(line, files.invoices());
      writeTruth(line, files.truth());
      writeFaults(line, files.faults());
    }
  }

  private void writeLine(DraftLine line, CsvFile file) throws IOException {
    String lastDay = line.invoiceMonth.atEndOfMonth().toString();
    int rate = profile.rate(line.workType);
    file.row(
        profile.code() + '-' + line.invoiceMonth,
        profile.code(),
        lastDay,
        line.id(),
        line.workDate.toString(),
        line.technician,
        CsvFile.decimal(line.hoursHundredths, 2),
        rate + ".00",
        CsvFile.decimal((long) line.hoursHundredths * rate, 2),
        profile.currency(),
        line.description,
        line.reference,
        line.workType,
        line.invoiceMonth.atDay(1).toString(),
        lastDay);
  }

  /** One row, or one for each request of a line that spans several. */
  private static void writeTruth(DraftLine line, CsvFile file) throws IOException {
    if (line.requests.isEmpty()) {
      file.row(line.id(), NOBODY_ASKED, NOBODY_ASKED, line.split);
    }
    for (DraftRequest request : line.requests) {
      String openSetTruth = request.removed() ? NOBODY_ASKED : request.id();
      file.row(line.id(), request.id(), openSetTruth, line.split);
    }
  }

  private static void writeFaults(DraftLine line, CsvFile file) throws IOException {
    for (String[] fault : line.faults()) {
      file.row(line.id(), fault[0], fault[1]);
    }
    if (line.original != null) {
      file.row(line.id(), Fault.DUPLICATE.name(), line.original.id());
    }
  }
}
