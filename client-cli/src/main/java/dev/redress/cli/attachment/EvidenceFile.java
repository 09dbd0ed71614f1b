package dev.redress.cli.attachment;

import com.google.protobuf.ByteString;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file of evidence on this machine.
 *
 * @param name without its folder
 * @param content at most {@value #SIZE_BYTES_MAX} bytes
 */
record EvidenceFile(String name, ByteString content) {
  /** Most bytes that a dispute takes of one file. */
  private static final int SIZE_BYTES_MAX = 256 * 1024;

  private static final String ANY_BYTES = "application/octet-stream";

  /**
   * Reads a file.
   *
   * @throws CommandFailure when it cannot be read, is empty or too large
   */
  static EvidenceFile read(String file) {
    Path path = Path.of(file);
    if (Files.isDirectory(path)) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT, "'" + file + "' is a folder; name a file in it");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] content = in.readNBytes(SIZE_BYTES_MAX + 1);
      if (content.length == 0) {
        throw new CommandFailure(ExitCode.INVALID_INPUT, "the file '" + file + "' is empty");
      }
      if (content.length > SIZE_BYTES_MAX) {
        throw new CommandFailure(
            ExitCode.INVALID_INPUT,
            "the file '"
                + file
                + "' has more than "
                + SIZE_BYTES_MAX
                + " bytes; keep it elsewhere and give --reference URL instead");
      }
      return new EvidenceFile(String.valueOf(path.getFileName()), ByteString.copyFrom(content));
    } catch (NoSuchFileException e) {
      throw new CommandFailure(ExitCode.INVALID_INPUT, "there is no file '" + file + "'", e);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT, "the file '" + file + "' cannot be read: " + e.getMessage(), e);
    }
  }

  /** What the name says of the bytes; the same on every machine. */
  String mediaType() {
    String guess = URLConnection.guessContentTypeFromName(name);
    return guess == null ? ANY_BYTES : guess;
  }
}
