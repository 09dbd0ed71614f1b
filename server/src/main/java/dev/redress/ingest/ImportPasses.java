package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.ProviderName;
import dev.redress.ingest.RowTarget.Change;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs the passes of one import over its file, each from the beginning. */
final class ImportPasses {
  private final ImportPorts ports;
  private final Spool spool;
  private final Upload upload;
  private final CheckedFile file;
  private final Instant now;

  /** Of an upload, at this time. */
  ImportPasses(ImportPorts ports, Spool spool, Upload upload, CheckedFile file, Instant now) {
    this.ports = ports;
    this.spool = spool;
    this.upload = upload;
    this.file = file;
    this.now = now;
  }

  /**
   * Goes over the file once.
   *
   * @param recorder is told every change of a stored record; empty: nothing is stored
   */
  Tally run(Optional<Consumer<Change>> recorder) {
    Tally tally = new Tally(file.rowsSkipped());
    show(tally);
    try (SeenIds seen = new SeenIds(spool, file.rowsTotal())) {
      switch (upload.header().kind()) {
        case CUSTOMERS ->
            go(customerRows(), new CustomerTarget(ports.customers()), seen, tally, recorder);
        case REQUESTS ->
            go(
                new RequestRows(known()),
                new RequestTarget(ports.requests()),
                seen,
                tally,
                recorder);
        case TIME_ENTRIES ->
            go(
                new TimeEntryRows(known()),
                new TimeEntryTarget(ports.timeEntries(), ports.requests()),
                seen,
                tally,
                recorder);
        case INVOICES -> {
          try (SeenIds seenInvoices = seenInvoices()) {
            go(new InvoiceRows(known()), billed(seenInvoices), seen, tally, recorder);
          }
        }
        case AGREEMENTS -> {
          requireFew();
          AgreementTarget target = new AgreementTarget(ports.agreements(), ports.factsVersions());
          go(new AgreementRows(known(), now), target, seen, tally, recorder);
        }
      }
    }
    return tally;
  }

  /**
   * Goes over a file of invoices once, and keeps in memory what would be stored.
   *
   * @throws RedressException {@code TOO_LARGE}
   */
  DraftFile drafts(Instant endTime) {
    if (file.rowsTotal() > DraftFile.ROWS_MAX) {
      throw new RedressException(
          ErrorReason.TOO_LARGE,
          "the file has "
              + file.rowsTotal()
              + " rows and "
              + DraftFile.ROWS_MAX
              + " can be checked at a time: check it in parts");
    }
    Tally tally = new Tally(file.rowsSkipped());
    show(tally);
    try (SeenIds seen = new SeenIds(spool, file.rowsTotal());
        SeenIds seenInvoices = seenInvoices()) {
      DraftTarget target = new DraftTarget(billed(seenInvoices));
      go(new InvoiceRows(known()), target, seen, tally, Optional.empty());
      return new DraftFile(tally.finished(upload, endTime), target.drafts());
    }
  }

  private SeenIds seenInvoices() {
    return new SeenIds(spool, InvoiceTarget.IDS_A_ROW * file.rowsTotal());
  }

  private InvoiceTarget billed(SeenIds seenInvoices) {
    return new InvoiceTarget(ports.invoices(), ports.laborLines(), seenInvoices);
  }

  private <T> void go(
      KindRows<T> kind,
      RowTarget<T> target,
      SeenIds seen,
      Tally tally,
      Optional<Consumer<Change>> recorder) {
    try (FileRows rows = file.table().rows();
        Occurrences occurrences = new Occurrences(() -> new SeenIds(spool, file.rowsTotal()))) {
      new ImportPass<>(kind, target, seen, tally, recorder, ports.customers().erased(provider()))
          .run(
              rows,
              file.table().header().size(),
              row -> file.mapping().canonical(row, occurrences),
              () -> show(tally));
    }
  }

  /** Shows how far the pass is, and ends it when nobody waits for it any more. */
  private void show(Tally tally) {
    upload.requireLive();
    upload.show(new ImportProgress(tally.running(upload), file.rowsTotal()));
  }

  private void requireFew() {
    if (file.rowsTotal() > AgreementTarget.ROWS_MAX) {
      throw new RedressException(
          ErrorReason.TOO_LARGE,
          "the file has "
              + file.rowsTotal()
              + " rows and "
              + AgreementTarget.ROWS_MAX
              + " are allowed for agreements: import it in parts");
    }
  }

  private CustomerRows customerRows() {
    return new CustomerRows(provider(), now);
  }

  private KnownCustomers known() {
    return new StoredCustomers(provider(), ports.customers(), ports.requests());
  }

  private ProviderName provider() {
    return upload.header().provider();
  }
}
