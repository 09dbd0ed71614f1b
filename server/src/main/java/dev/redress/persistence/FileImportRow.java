package dev.redress.persistence;

import dev.redress.identity.ImportName;
import dev.redress.identity.ProviderName;
import dev.redress.ingest.FileImport;
import dev.redress.ingest.ImportKind;
import dev.redress.ingest.ImportProblem;
import java.time.Instant;
import java.util.List;

/** A row of the table file_import. */
record FileImportRow(
    String providerId,
    String importId,
    ImportKind kind,
    FileImport.State state,
    String fileName,
    String contentSha256,
    boolean strict,
    long rowsCreated,
    long rowsUpdated,
    long rowsUnchanged,
    long rowsRejected,
    long rowsSkipped,
    long charactersReplaced,
    Instant createTime,
    Instant endTime) {

  static FileImportRow of(FileImport finished) {
    Instant endTime = finished.endTime();
    if (endTime == null || finished.validateOnly()) {
      throw new IllegalArgumentException("only finished imports that store rows are kept");
    }
    return new FileImportRow(
        finished.name().provider().provider(),
        finished.name().importId(),
        finished.kind(),
        finished.state(),
        finished.fileName(),
        finished.contentSha256(),
        finished.strict(),
        finished.rowsCreated(),
        finished.rowsUpdated(),
        finished.rowsUnchanged(),
        finished.rowsRejected(),
        finished.rowsSkipped(),
        finished.charactersReplaced(),
        finished.createTime(),
        endTime);
  }

  FileImport toImport(List<ImportProblem> firstProblems) {
    return new FileImport(
        new ImportName(new ProviderName(providerId), importId),
        kind,
        state,
        fileName,
        contentSha256,
        strict,
        false,
        rowsCreated + rowsUpdated + rowsUnchanged + rowsRejected,
        rowsCreated,
        rowsUpdated,
        rowsUnchanged,
        rowsRejected,
        rowsSkipped,
        charactersReplaced,
        createTime,
        endTime,
        firstProblems);
  }
}
