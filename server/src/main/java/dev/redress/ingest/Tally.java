package dev.redress.ingest;

import dev.redress.identity.CustomerName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one pass over a file has come to so far. */
final class Tally {
  private final List<ImportProblem> problems = new ArrayList<>();
  private final Set<CustomerName> touched = new HashSet<>();
  private long created;
  private long updated;
  private long unchanged;
  private long rejected;
  private final long skipped;
  private long charactersReplaced;

  /**
   * Nothing yet.
   *
   * @param skipped rows of the file that are none, as the caller said
   */
  Tally(long skipped) {
    this.skipped = skipped;
  }

  /** Counts a row that is new. */
  void countCreated(CustomerName customer) {
    created++;
    touched.add(customer);
  }

  /** Counts a row that changed. */
  void countUpdated(CustomerName customer) {
    updated++;
    touched.add(customer);
  }

  /** Counts a row that is stored as it is. */
  void countUnchanged() {
    unchanged++;
  }

  /** Counts a row that is wrong and keeps its problems as far as there is room. */
  void countRejected(List<ImportProblem> why) {
    rejected++;
    int room = FileImport.PROBLEMS_MAX - problems.size();
    problems.addAll(why.subList(0, Math.min(room, why.size())));
  }

  /** Counts characters that became U+FFFD. */
  void countReplaced(int characters) {
    charactersReplaced += characters;
  }

  /** Whether a row was rejected. */
  boolean hasProblems() {
    return rejected > 0;
  }

  /** Whose rows are new or changed. */
  Set<CustomerName> touched() {
    return Set.copyOf(touched);
  }

  /** The problems that are kept, by line. */
  List<ImportProblem> problems() {
    return List.copyOf(problems);
  }

  /** The import while it runs. */
  FileImport running(Upload upload) {
    return as(upload, FileImport.State.RUNNING, "", null);
  }

  /** The import when it is done. */
  FileImport finished(Upload upload, Instant endTime) {
    FileImport.State state =
        upload.header().strict() && hasProblems()
            ? FileImport.State.REJECTED
            : FileImport.State.SUCCEEDED;
    return as(upload, state, upload.contentSha256(), endTime);
  }

  private FileImport as(
      Upload upload, FileImport.State state, String sha256, @Nullable Instant endTime) {
    ImportHeader header = upload.header();
    return new FileImport(
        upload.name(),
        header.kind(),
        state,
        header.fileName(),
        sha256,
        header.strict(),
        header.validateOnly(),
        created + updated + unchanged + rejected,
        created,
        updated,
        unchanged,
        rejected,
        skipped,
        charactersReplaced,
        upload.createTime(),
        endTime,
        problems.subList(0, Math.min(FileImport.FIRST_PROBLEMS_MAX, problems.size())));
  }
}
