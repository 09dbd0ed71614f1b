package dev.redress.app;

import dev.redress.backup.BackupCheck;
import dev.redress.backup.DamagedBackupException;
import dev.redress.backup.JournalHeads;
import dev.redress.backup.Manifest;
import dev.redress.identity.ProviderName;
import dev.redress.invariant.InvariantService;
import dev.redress.invariant.Violation;
import dev.redress.journal.Anchor;
import dev.redress.journal.AuditService;
import dev.redress.journal.Sequencer;
import dev.redress.persistence.DataFolder;
import dev.redress.persistence.Database;
import dev.redress.persistence.DatabaseOpenException;
import dev.redress.persistence.DatabaseSettings;
import dev.redress.persistence.Restore;
import dev.redress.transaction.ProviderScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes a data folder of a backup. No server can open it before everything was looked at; when
 * something does not hold, nothing is left.
 */
final class Restoration {
  private final Path backup;
  private final Path data;
  private final Optional<Path> oldData;

  /**
   * Of a backup.
   *
   * @param data the folder to make
   * @param oldData the folder by whose logs the backup is rolled forward
   */
  Restoration(Path backup, Path data, Optional<Path> oldData) {
    this.backup = absolute(backup);
    this.data = absolute(data);
    this.oldData = oldData.map(Restoration::absolute);
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  /**
   * What was restored.
   *
   * @param backupTime when the backup was made
   * @param schema the number of the schema's last migration
   * @param eventCount the events of all journals, each of which was looked at
   */
  record Restored(Instant backupTime, String schema, int providerCount, long eventCount) {}

  Restored run() throws RestoreFailedException {
    try {
      requireEmpty();
      Manifest manifest = BackupCheck.verify(backup);
      if (oldData.isPresent() && !manifest.logsKept()) {
        throw RestoreFailedException.invalid(
            "the backup cannot be rolled forward: it was made with --standalone");
      }
      try (Restore restore = Restore.begin(backup, data, oldData)) {
        Restored restored = verified(restore.folder(), manifest);
        restore.publish();
        return restored;
      }
    } catch (DamagedBackupException | DatabaseOpenException e) {
      throw RestoreFailedException.invalid(e.getMessage());
    } catch (IOException e) {
      throw RestoreFailedException.invalid("the restore failed: " + e);
    }
  }

  private void requireEmpty() throws RestoreFailedException, IOException {
    for (Path folder : oldData.map(old -> List.of(data, old)).orElse(List.of(data))) {
      if (new DataFolder(folder).isInUse()) {
        throw RestoreFailedException.conflict(
            "the data folder " + folder + " is in use by another process; stop that one first");
      }
    }
    if (!Files.exists(data)) {
      return;
    }
    if (!Files.isDirectory(data)) {
      throw RestoreFailedException.conflict(data + " is a file; name a new folder");
    }
    try (Stream<Path> files = Files.list(data)) {
      if (files.findAny().isPresent()) {
        throw RestoreFailedException.conflict(
            "the data folder " + data + " is not empty; name a new one");
      }
    }
  }

  /** Opens what was restored as a server would, and looks at all of it. */
  private static Restored verified(Path folder, Manifest manifest) throws RestoreFailedException {
    try (Database database = Database.open(DatabaseSettings.DerbyFolder.of(folder))) {
      database.requireWholeTables();
      Stores stores = Stores.of(database, Instant::now);
      // What its server had no time to number is of the journals too.
      new Sequencer(stores.transactions(), stores.events()).drain();
      AuditService audits = new AuditService(stores.transactions(), stores.events());
      InvariantService invariants =
          new InvariantService(stores.transactions(), stores.providers(), stores.invariants());
      Map<ProviderName, Anchor> heads = new HashMap<>();
      manifest.heads().forEach(head -> heads.put(head.provider(), head.anchor()));
      List<Manifest.Head> found =
          new JournalHeads(stores.transactions(), stores.providers(), audits).all();
      long eventCount = 0;
      for (Manifest.Head end : found) {
        ProviderName provider = end.provider();
        Anchor head = heads.remove(provider);
        ProviderScope scope = ProviderScope.of(provider);
        AuditService.Audited audited =
            scope.call(() -> audits.verify(provider, head == null ? List.of() : List.of(head)));
        if (!audited.breaks().isEmpty()) {
          throw broken(
              "the journal of " + provider + ", " + audited.breaks().getFirst().sentence());
        }
        requireInvariants(scope.call(() -> invariants.verify(provider)));
        eventCount += audited.count();
      }
      if (!heads.isEmpty()) {
        throw broken(heads.keySet().iterator().next() + " of the manifest is not in it");
      }
      return new Restored(manifest.time(), database.schemaVersion(), found.size(), eventCount);
    }
  }

  private static void requireInvariants(List<InvariantService.Check> checks)
      throws RestoreFailedException {
    for (InvariantService.Check check : checks) {
      if (!check.violations().isEmpty()) {
        Violation first = check.violations().getFirst();
        throw broken(check.invariant() + ", " + first.resource() + " " + first.sentence());
      }
    }
  }

  private static RestoreFailedException broken(String what) {
    return RestoreFailedException.broken(
        "what was restored does not hold and was removed: " + what);
  }
}
