package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.IdSource;
import dev.redress.identity.ImportName;
import dev.redress.identity.ProviderName;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes files in: begin an {@link Upload}, write the bytes, finish it, close it. A file is stored
 * whole, with the record of its import, in one transaction.
 */
public final class ImportService {
  /** What a text that is not UTF-8 is likeliest to be. */
  private static final String LIKELY_ENCODING = "windows-1252";

  private final ImportPorts ports;
  private final Spool spool;
  private final ImportLimits limits;
  private final IdSource ids;
  private final InstantSource clock;
  private final Map<ImportName, Upload> running = new ConcurrentHashMap<>();

  /** Over these ports, with files waiting in this spool. */
  public ImportService(
      ImportPorts ports, Spool spool, ImportLimits limits, IdSource ids, InstantSource clock) {
    this.ports = ports;
    this.spool = spool;
    this.limits = limits;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Begins an import; the upload must be closed in every case.
   *
   * @throws RedressException {@code PROVIDER_NOT_FOUND}, {@code CONCURRENT_CHANGE} when an import
   *     of this id is running, {@code OVERLOADED}, {@code SERVER_UNAVAILABLE}
   * @throws dev.redress.identity.InvalidNameException when the given id cannot be one
   */
  public Upload begin(ImportHeader header, Actor actor) {
    ColumnMapping mapping = header.mapping();
    return begin(header, actor, mapping == null ? Optional.empty() : mapping.saidEncoding());
  }

  /**
   * Begins a look at a file of which nothing is known, for {@link Upload#suggest}; otherwise as
   * {@link #begin}.
   *
   * @throws RedressException {@code FIELD_INVALID} for agreements too
   */
  public Upload beginLook(ImportHeader header, Actor actor) {
    if (header.kind() == ImportKind.AGREEMENTS) {
      throw RedressException.ofField(
          "header.kind", "must not be AGREEMENTS: write them with the columns of Redress");
    }
    return begin(header, actor, Optional.of(Charset.forName(LIKELY_ENCODING)));
  }

  private Upload begin(ImportHeader header, Actor actor, Optional<Charset> otherwise) {
    ImportName name =
        new ImportName(
            header.provider(), header.importId().isEmpty() ? ids.next() : header.importId());
    requireProvider(header.provider());
    synchronized (running) {
      if (running.containsKey(name)) {
        throw new RedressException(
            ErrorReason.CONCURRENT_CHANGE,
            "the import " + name + " is running now: wait until it has ended");
      }
      if (running.size() >= limits.importsMax()) {
        throw new RedressException(
            ErrorReason.OVERLOADED,
            "the server reads "
                + running.size()
                + " files now, no more at a time: try again later");
      }
      SpooledFile file = new SpooledFile(spool, limits.fileBytesMax(), otherwise);
      Upload upload = new Upload(this, header, name, actor, clock.instant(), file);
      running.put(name, upload);
      return upload;
    }
  }

  /** How far an import is that this server reads now. */
  public Optional<ImportProgress> running(ImportName name) {
    return Optional.ofNullable(running.get(name)).map(Upload::progress);
  }

  /** A finished import with its first problems. */
  public Optional<FileImport> find(ImportName name) {
    return ports.imports().find(name);
  }

  /** Finished imports whose id sorts after {@code afterId}, by id, at most so many. */
  public List<FileImport> list(ProviderName provider, String afterId, int countMax) {
    return ports.imports().list(provider, afterId, countMax);
  }

  /** Problems of a finished import from an ordinal (0 is the first) on, at most so many. */
  public List<ImportProblem> problems(ImportName name, int fromOrdinal, int countMax) {
    return ports.imports().problems(name, fromOrdinal, countMax);
  }

  /** Has every running import stop soon and store nothing, for when the server goes down. */
  public void abortAll() {
    running.values().forEach(Upload::abort);
  }

  /** Checks and stores what was uploaded. */
  FileImport store(Upload upload) {
    CheckedFile file = CheckedFile.of(upload, limits.rowsMax());
    return ports.transactions().run(() -> storeInTransaction(upload, file));
  }

  /** Checks what was uploaded and stores nothing. */
  DraftFile drafts(Upload upload) {
    CheckedFile file = CheckedFile.of(upload, limits.rowsMax());
    return ports
        .transactions()
        .run(
            () -> {
              requireProvider(upload.header().provider());
              return new ImportPasses(ports, spool, upload, file, clock.instant())
                  .drafts(clock.instant());
            });
  }

  /** Proposes a mapping for what was uploaded. */
  MappingSuggestion suggest(Upload upload) {
    Table table = CheckedFile.table(upload, Dialect.UNKNOWN, limits.rowsMax());
    String encoding =
        upload.file().isZip() || upload.file().charset().equals(StandardCharsets.UTF_8)
            ? ""
            : LIKELY_ENCODING;
    return MappingProposal.of(upload.header().kind(), table, encoding);
  }

  /** Frees the place of an upload. */
  void forget(Upload upload) {
    running.remove(upload.name(), upload);
  }

  private FileImport storeInTransaction(Upload upload, CheckedFile file) {
    Instant now = clock.instant();
    ImportHeader header = upload.header();
    requireProvider(header.provider());
    if (!header.validateOnly() && find(upload.name()).isPresent()) {
      throw new RedressException(
          ErrorReason.RESOURCE_EXISTS,
          "there is an import " + upload.name() + " already: give another import_id, or none",
          Map.of("import", upload.name().toString()));
    }
    ImportPasses passes = new ImportPasses(ports, spool, upload, file, now);
    if (header.validateOnly() || header.strict()) {
      Tally dry = passes.run(Optional.empty());
      if (header.validateOnly()) {
        return dry.finished(upload, clock.instant());
      }
      if (dry.hasProblems()) {
        return insert(dry, upload);
      }
    }
    ImportJournal journal = new ImportJournal(ports.journal(), upload, now);
    Tally stored = passes.run(Optional.of(journal::changed));
    if (header.strict() && stored.hasProblems()) {
      throw new RedressException(
          ErrorReason.CONCURRENT_CHANGE,
          "another call changed what the file is about while it was imported: send it again");
    }
    FileImport finished = insert(stored, upload);
    if (!stored.touched().isEmpty()) {
      ports.factsVersions().advance(stored.touched());
      journal.stored(finished);
    }
    return finished;
  }

  private FileImport insert(Tally tally, Upload upload) {
    FileImport finished = tally.finished(upload, clock.instant());
    ports.imports().insert(finished, tally.problems());
    return finished;
  }

  private void requireProvider(ProviderName provider) {
    if (ports.providers().find(provider).isEmpty()) {
      throw new RedressException(
          ErrorReason.PROVIDER_NOT_FOUND,
          "there is no provider " + provider.provider(),
          Map.of("provider", provider.provider()));
    }
  }
}
