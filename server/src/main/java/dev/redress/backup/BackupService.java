package dev.redress.backup;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.GivenId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes backups while the server serves. */
public final class BackupService {
  private static final Logger LOG = LoggerFactory.getLogger(BackupService.class);

  private final Supplier<List<Manifest.Head>> heads;
  private final Optional<DatabaseCopy> database;
  private final Optional<BackupFolder> folder;
  private final Facts facts;
  private final InstantSource clock;

  /**
   * Of a database.
   *
   * @param heads where its journals end now
   * @param database empty when it is not backed up by Redress
   * @param folder empty when nobody said where backups go
   */
  public BackupService(
      Supplier<List<Manifest.Head>> heads,
      Optional<DatabaseCopy> database,
      Optional<BackupFolder> folder,
      Facts facts,
      InstantSource clock) {
    this.heads = heads;
    this.database = database;
    this.folder = folder;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * What the manifests of this server say.
   *
   * @param program the version of Redress
   * @param database product and version
   * @param schema the number of the last migration
   */
  public record Facts(String program, String database, String schema) {}

  /**
   * Makes a backup, or gives the one that an earlier call with the same request id made. Nothing is
   * left of one that fails.
   *
   * @param id 1 to 63 lower-case letters, digits and hyphens
   * @param requestId a UUID, or empty
   * @param standalone whether it shall not be rolled forward, and no logs are to be kept any more
   * @throws RedressException {@code RESOURCE_EXISTS}, {@code BACKUP_NOT_EMBEDDED}, {@code
   *     BACKUP_NOT_CONFIGURED}, {@code BACKUP_RUNNING}, {@code BACKUP_FAILED}
   */
  public Backup backUp(String id, String requestId, boolean standalone) {
    String checked = GivenId.check("backup id", id);
    DatabaseCopy source =
        database.orElseThrow(
            () ->
                new RedressException(
                    ErrorReason.BACKUP_NOT_EMBEDDED,
                    "the database is "
                        + facts.database()
                        + ", which Redress does not back up; use pg_basebackup with archived WAL,"
                        + " or pg_dump"));
    BackupFolder target =
        folder.orElseThrow(
            () ->
                new RedressException(
                    ErrorReason.BACKUP_NOT_CONFIGURED,
                    "the server was started without --backup-dir, so it has no place for"
                        + " backups"));
    try (BackupFolder.Turn turn = target.turn().orElseThrow(BackupService::running)) {
      Optional<Backup> before = before(target.backup(checked), checked, requestId, standalone);
      return before.isPresent()
          ? before.get()
          : make(source, target, turn, new Order(checked, requestId, standalone));
    } catch (IOException e) {
      LOG.atWarn().setCause(e).log("the backup {} failed", checked);
      throw new RedressException(
          ErrorReason.BACKUP_FAILED,
          "the backup failed and nothing is left of it: " + e.getMessage());
    }
  }

  /** What was asked for. */
  private record Order(String id, String requestId, boolean standalone) {}

  private Backup make(DatabaseCopy source, BackupFolder target, BackupFolder.Turn turn, Order order)
      throws IOException {
    requireSpace(source, target);
    Instant time = clock.instant();
    // Read before the copy: all that these say is in it.
    List<Manifest.Head> ends = heads.get();
    Path partial = turn.begin(order.id());
    try {
      source.write(partial, !order.standalone());
      List<FileSum> files = new ArrayList<>();
      for (Path file : BackupFiles.all(partial)) {
        files.add(BackupFiles.stored(partial, file));
      }
      Manifest manifest =
          new Manifest(
              facts.program(),
              facts.database(),
              facts.schema(),
              time,
              order.requestId(),
              !order.standalone(),
              ends,
              files);
      turn.publish(partial, manifest, order.id());
      if (order.standalone()) {
        dropLogs(source);
      }
      Path made = target.backup(order.id());
      LOG.info("backed up {} bytes to {}", manifest.bytes(), made);
      return new Backup(order.id(), made, manifest, false);
    } catch (IOException | RuntimeException e) {
      BackupFiles.remove(partial);
      throw e;
    }
  }

  /** The backup is whole whatever becomes of the logs. */
  private static void dropLogs(DatabaseCopy source) {
    try {
      source.dropLogs();
    } catch (IOException e) {
      LOG.atWarn().setCause(e).log("logs are still kept; make another standalone backup");
    }
  }

  /** What stands in the place of a backup that is to be made; empty: nothing. */
  private static Optional<Backup> before(
      Path place, String id, String requestId, boolean standalone) throws IOException {
    if (!Files.exists(place)) {
      return Optional.empty();
    }
    try {
      Manifest manifest = BackupCheck.manifest(place);
      if (!requestId.isEmpty()
          && manifest.requestId().equals(requestId)
          && manifest.logsKept() != standalone) {
        return Optional.of(new Backup(id, place, manifest, true));
      }
    } catch (DamagedBackupException _) {
      // Whatever it is, it is not written over.
    }
    throw new RedressException(
        ErrorReason.RESOURCE_EXISTS,
        "there is a folder " + id + " among the backups already; give another name",
        Map.of("backupId", id));
  }

  /** Logs that only the backup before needs are deleted with the copy, so it must not fail late. */
  private static void requireSpace(DatabaseCopy source, BackupFolder target) throws IOException {
    long needed = source.bytes();
    long free = target.freeBytes();
    if (free < needed) {
      throw new IOException(
          "the database has "
              + mebibytes(needed)
              + " MiB and the disk of the backups "
              + mebibytes(free)
              + " MiB free");
    }
  }

  private static long mebibytes(long bytes) {
    return bytes >> 20;
  }

  private static RedressException running() {
    return new RedressException(
        ErrorReason.BACKUP_RUNNING, "another backup is being made; wait until it has ended");
  }
}
