package dev.redress.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder where files wait until they are whole. It belongs to one server process: what a crash
 * left in it is deleted at the next start.
 */
public final class Spool {
  private static final String SUFFIX = ".spool";

  private final Path folder;

  /**
   * In this folder, which is made if there is none and emptied of spooled files.
   *
   * @throws UncheckedIOException when it cannot be
   */
  public Spool(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
        for (Path file : left) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the spool folder " + folder + " cannot be used", e);
    }
  }

  /** A new empty file that only this process's user can read. */
  Path newFile() throws IOException {
    return Files.createTempFile(folder, "import-", SUFFIX);
  }
}
