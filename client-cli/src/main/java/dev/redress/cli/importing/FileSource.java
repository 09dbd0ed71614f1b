package dev.redress.cli.importing;

import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Bytes to import.
 *
 * @param name the file's name, for people
 * @param sizeBytes the number of bytes, or -1 when it is not known
 * @param isRepeatable whether the bytes can be read again from the start
 */
public record FileSource(String name, long sizeBytes, boolean isRepeatable, Opener opener) {
  private static final String STANDARD_INPUT = "-";

  /** Opens the bytes from the start. */
  @FunctionalInterface
  public interface Opener {
    /** A new stream, which its reader closes. */
    InputStream open() throws IOException;
  }

  /**
   * A file, or the standard input for {@code -}.
   *
   * @throws CommandFailure when the file cannot be read
   */
  public static FileSource of(String file) {
    if (file.equals(STANDARD_INPUT)) {
      return new FileSource(
          "standard input", -1, false, () -> new FileInputStream(FileDescriptor.in));
    }
    Path path = Path.of(file);
    if (Files.isDirectory(path)) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT, "'" + file + "' is a folder; name a file in it");
    }
    try {
      return of(path);
    } catch (NoSuchFileException e) {
      throw new CommandFailure(ExitCode.INVALID_INPUT, "there is no file '" + file + "'", e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** A file that comes with this program. */
  public static FileSource ofResource(String resource) {
    String name = resource.substring(resource.lastIndexOf('/') + 1);
    return new FileSource(
        name,
        -1,
        true,
        () -> Objects.requireNonNull(FileSource.class.getResourceAsStream(resource), resource));
  }

  private static FileSource of(Path path) throws IOException {
    long sizeBytes = Files.size(path);
    String name = String.valueOf(path.getFileName());
    // A named pipe has no size and cannot be read twice.
    boolean isFile = Files.isRegularFile(path);
    return new FileSource(name, isFile ? sizeBytes : -1, isFile, () -> Files.newInputStream(path));
  }

  /**
   * The bytes, from the start.
   *
   * @throws CommandFailure when they cannot be read
   */
  InputStream open() {
    try {
      return opener.open();
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(name, e);
    }
  }

  /** The failure of a file that cannot be read. */
  static CommandFailure unreadable(String name, Exception cause) {
    return new CommandFailure(
        ExitCode.INVALID_INPUT, "'" + name + "' cannot be read: " + cause.getMessage(), cause);
  }
}
