package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.ImportName;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * One file on its way in: begun, written part by part, finished, and closed in every case. One
 * thread at a time, but {@link #abort} may be called from any.
 */
public final class Upload implements AutoCloseable {
  private final ImportService service;
  private final ImportHeader header;
  private final ImportName name;
  private final Actor actor;
  private final Instant createTime;
  private final SpooledFile file;
  private volatile ImportProgress progress;
  private volatile boolean aborted;
  private boolean closed;

  Upload(
      ImportService service,
      ImportHeader header,
      ImportName name,
      Actor actor,
      Instant createTime,
      SpooledFile file) {
    this.service = service;
    this.header = header;
    this.name = name;
    this.actor = actor;
    this.createTime = createTime;
    this.file = file;
    this.progress = new ImportProgress(new Tally(0).running(this), 0);
  }

  /**
   * Takes the next bytes of the file.
   *
   * @throws RedressException {@code TOO_LARGE}, {@code FILE_NOT_TEXT}, {@code SERVER_UNAVAILABLE};
   *     then the upload can only be closed
   */
  public void write(ByteBuffer part) {
    requireLive();
    file.write(part);
  }

  /** The SHA-256 of what was written, in lower-case hexadecimal digits; ends the writing. */
  public String contentSha256() {
    return file.sha256();
  }

  /**
   * Checks and stores the file in one transaction, or in the surrounding one. It may be called
   * again after a transaction was rolled back.
   *
   * @return the finished import; of a {@code validate_only} one nothing is stored
   * @throws RedressException {@code FILE_EMPTY}, {@code FILE_NOT_TEXT}, {@code
   *     FILE_HEADER_INVALID}, {@code FILE_ENDS_IN_QUOTES}, {@code FILE_FORMAT_UNKNOWN}, {@code
   *     PROVIDER_NOT_FOUND}, {@code RESOURCE_EXISTS}, {@code CONCURRENT_CHANGE}, {@code TOO_LARGE},
   *     {@code SERVER_UNAVAILABLE}
   */
  public FileImport finish() {
    requireLive();
    return service.store(this);
  }

  /**
   * Checks a file of invoices and stores nothing of it; its header says {@code validate_only}.
   *
   * @throws RedressException as {@link #finish}, and {@code TOO_LARGE} for one of more than {@value
   *     DraftFile#ROWS_MAX} rows
   */
  public DraftFile drafts() {
    requireLive();
    return service.drafts(this);
  }

  /**
   * Proposes how its columns become those of Redress; stores nothing.
   *
   * @throws RedressException as {@link #finish} for files that cannot be read
   */
  public MappingSuggestion suggest() {
    requireLive();
    return service.suggest(this);
  }

  /** Has a running {@link #finish} stop soon and store nothing. */
  public void abort() {
    aborted = true;
  }

  /** Deletes the spooled file and frees the place for another import. */
  @Override
  public void close() {
    aborted = true;
    if (!closed) {
      closed = true;
      service.forget(this);
      file.delete();
    }
  }

  /** The import's name: the given id, or the one that was made up. */
  public ImportName name() {
    return name;
  }

  /** How far it is. */
  ImportProgress progress() {
    return progress;
  }

  /** Shows how far it is. */
  void show(ImportProgress now) {
    progress = now;
  }

  /** What was said of the file. */
  ImportHeader header() {
    return header;
  }

  /** Who sent it. */
  Actor actor() {
    return actor;
  }

  /** When it was begun. */
  Instant createTime() {
    return createTime;
  }

  /** The file. */
  SpooledFile file() {
    return file;
  }

  /**
   * Stops an import that nobody waits for any more.
   *
   * @throws RedressException {@code SERVER_UNAVAILABLE}
   */
  void requireLive() {
    if (aborted) {
      throw new RedressException(
          ErrorReason.SERVER_UNAVAILABLE,
          "the import was broken off and nothing of it is stored: send the file again");
    }
  }
}
