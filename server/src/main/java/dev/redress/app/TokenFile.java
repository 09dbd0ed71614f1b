package dev.redress.app;

import dev.redress.access.LocalToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The file of the operator's token, which nobody but the user of the server may read. */
final class TokenFile implements AutoCloseable {
  private static final String OWNER_ONLY = "rw-------";
  private static final String FOLDER_OWNER_ONLY = "rwx------";

  private final Path file;
  private final LocalToken token;

  private TokenFile(Path file, LocalToken token) {
    this.file = file;
    this.token = token;
  }

  /**
   * Writes the token, aside first, so that nobody sees half of one or one that others may read.
   *
   * @throws IOException when it cannot be written
   */
  static TokenFile write(Path file, LocalToken token) throws IOException {
    Path target = file.toAbsolutePath().normalize();
    Path folder = target.getParent();
    if (Files.isReadable(target) && !LocalToken.isMeant(Files.readString(target))) {
      throw new IOException(
          "the token file " + target + " holds something else, such as a key; name another file");
    }
    try {
      if (folder != null) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString(FOLDER_OWNER_ONLY)));
      }
      Path aside =
          Files.createTempFile(
              folder,
              "token",
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
      Files.writeString(aside, token.text() + "\n");
      Files.move(
          aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new TokenFile(target, token);
    } catch (IOException e) {
      throw new IOException(
          "the token file "
              + target
              + " cannot be written ("
              + e.getMessage()
              + "); name another by"
              + " --token-file",
          e);
    }
  }

  Path path() {
    return file;
  }

  /** Takes the file away, unless another server has put its own there meanwhile. */
  @Override
  public void close() {
    try {
      if (Files.exists(file) && Files.readString(file).strip().equals(token.text())) {
        Files.deleteIfExists(file);
      }
    } catch (IOException _) {
      // A token that stays is worthless once its server has ended.
    }
  }
}
