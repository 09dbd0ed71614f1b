package dev.redress.backup;

import dev.redress.identity.ContentHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of a backup: what they are, and whether the disk has them. */
public final class BackupFiles {
  private static final int BUFFER_BYTES = 1 << 16;

  private static final String OWNER_ONLY = "rwx------";

  private BackupFiles() {}

  /** A folder with all above it, for its owner alone: a database is full of people's data. */
  public static void createFolder(Path folder) throws IOException {
    FileAttribute<?>[] ownerOnly =
        folder.getFileSystem().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
            }
            : new FileAttribute<?>[0];
    Files.createDirectories(folder, ownerOnly);
  }

  /** All files below a folder but the manifest, in the order of their paths. */
  static List<Path> all(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found
          .filter(file -> !Files.isDirectory(file))
          .filter(file -> !file.equals(folder.resolve(Manifest.NAME)))
          .sorted()
          .toList();
    }
  }

  /** The path of a file within a backup, with slashes. */
  static String path(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /** Reads a whole file, and has the disk store what is not yet stored of it. */
  static FileSum stored(Path folder, Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      channel.force(true);
      return new FileSum(path(folder, file), channel.size(), sha256(channel));
    }
  }

  /** The checksum of a file. */
  public static String sha256(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return sha256(channel);
    }
  }

  /** Has the disk store which files the folders below a folder hold, and the folder itself. */
  static void storeFolders(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path each : found.filter(Files::isDirectory).toList()) {
        storeFolder(each);
      }
    }
  }

  /** Has the disk store which files one folder holds. */
  public static void storeFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Removes a folder with all it holds, if it is there. */
  public static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(emptied);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static String sha256(FileChannel channel) throws IOException {
    MessageDigest digest = ContentHash.sha256();
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    while (channel.read(buffer) >= 0) {
      digest.update(buffer.flip());
      buffer.clear();
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
