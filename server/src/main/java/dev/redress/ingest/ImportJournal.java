package dev.redress.ingest;

import dev.redress.ingest.RowTarget.Change;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import java.time.Instant;
import java.util.Map;

/** Records what one import changed. */
final class ImportJournal {
  private final Journal journal;
  private final Upload upload;
  private final Instant time;

  /** Of an upload, at this time. */
  ImportJournal(Journal journal, Upload upload, Instant time) {
    this.journal = journal;
    this.upload = upload;
    this.time = time;
  }

  /** A stored record whose content changed. */
  void changed(Change change) {
    append(
        change.action(),
        change.resource(),
        Map.of(
            "import", upload.name().toString(),
            "hashBefore", change.hashBefore(),
            "hashAfter", change.hashAfter()));
  }

  /** The import itself; it stands for every row that is new. */
  void stored(FileImport finished) {
    append(
        "import.stored",
        finished.name().toString(),
        Map.of(
            "kind", finished.kind().name(),
            "sha256", finished.contentSha256(),
            "rowsCreated", Long.toString(finished.rowsCreated()),
            "rowsUpdated", Long.toString(finished.rowsUpdated()),
            "rowsUnchanged", Long.toString(finished.rowsUnchanged()),
            "rowsRejected", Long.toString(finished.rowsRejected())));
  }

  private void append(String action, String resource, Map<String, String> details) {
    journal.append(
        new JournalEntry(
            upload.header().provider(), time, upload.actor(), action, resource, "", details));
  }
}
