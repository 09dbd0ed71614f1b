package dev.redress.ingest;

import dev.redress.identity.ImportName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One import of a file.
 *
 * @param fileName as the caller gave it, at most 200 characters
 * @param contentSha256 of the file's bytes, in lower-case hexadecimal digits
 * @param strict whether a single problem rejects the whole file
 * @param validateOnly whether nothing is stored
 * @param rowsRead data rows, the sum of the four counts below
 * @param rowsSkipped rows of the file that are none, as the caller said; not among those read
 * @param charactersReplaced control characters that became U+FFFD
 * @param endTime absent while running
 * @param firstProblems the first {@value #FIRST_PROBLEMS_MAX} problems
 */
public record FileImport(
    ImportName name,
    ImportKind kind,
    State state,
    String fileName,
    String contentSha256,
    boolean strict,
    boolean validateOnly,
    long rowsRead,
    long rowsCreated,
    long rowsUpdated,
    long rowsUnchanged,
    long rowsRejected,
    long rowsSkipped,
    long charactersReplaced,
    Instant createTime,
    @Nullable Instant endTime,
    List<ImportProblem> firstProblems) {

  /** Most problems that are kept of an import. */
  public static final int PROBLEMS_MAX = 10_000;

  /** Most problems that come with the import itself. */
  public static final int FIRST_PROBLEMS_MAX = 20;

  public FileImport {
    firstProblems = List.copyOf(firstProblems);
  }

  /** How far an import is. */
  public enum State {
    /** Being read; nothing of it is stored yet. */
    RUNNING,
    /** Every accepted row is stored. */
    SUCCEEDED,
    /** It was strict and met problems: no row is stored. */
    REJECTED
  }
}
