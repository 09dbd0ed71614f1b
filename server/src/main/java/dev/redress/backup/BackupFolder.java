package dev.redress.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The folder below which a server makes its backups, each in a folder of its own. One that is being
 * made has a name that no backup can have, and gets its own when it is whole.
 */
public final class BackupFolder {
  private static final String PARTIAL = ".partial";
  private static final String LOCK = ".lock";

  private final Path root;

  /**
   * A folder, which is made if there is none.
   *
   * @throws IOException when it cannot be used
   */
  public BackupFolder(Path root) throws IOException {
    this.root = root.toAbsolutePath().normalize();
    if (!Files.isDirectory(this.root)) {
      BackupFiles.createFolder(this.root);
    }
  }

  /** Where the backup of an id is, or would be. */
  Path backup(String id) {
    return root.resolve(id);
  }

  /** The bytes that are free here. */
  long freeBytes() throws IOException {
    return Files.getFileStore(root).getUsableSpace();
  }

  /** Keeps all others from making a backup here; empty when somebody does. */
  Optional<Turn> turn() throws IOException {
    FileChannel channel =
        FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new Turn(channel));
      }
    } catch (OverlappingFileLockException e) {
      // This very process makes one.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    return Optional.empty();
  }

  /** The right to make a backup, as long as it is not closed. */
  final class Turn implements AutoCloseable {
    private final FileChannel channel;

    private Turn(FileChannel channel) {
      this.channel = channel;
    }

    /** A new empty folder for a backup of an id. What was left of others is removed. */
    Path begin(String id) throws IOException {
      try (DirectoryStream<Path> left = Files.newDirectoryStream(root, ".*" + PARTIAL)) {
        for (Path partial : left) {
          BackupFiles.remove(partial);
        }
      }
      Path partial = root.resolve("." + id + PARTIAL);
      BackupFiles.createFolder(partial);
      return partial;
    }

    /** Makes a backup of what is written and stored. */
    void publish(Path partial, Manifest manifest, String id) throws IOException {
      Path file = partial.resolve(Manifest.NAME);
      Files.writeString(file, manifest.text(), StandardOpenOption.CREATE_NEW);
      try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      BackupFiles.storeFolders(partial);
      Files.move(partial, backup(id), StandardCopyOption.ATOMIC_MOVE);
      BackupFiles.storeFolder(root);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
