package dev.redress.cli.output;

import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that commands write; never over one that is there. */
public final class NewFile {
  private NewFile() {}

  /**
   * Writes a new file.
   *
   * @param option that named it, for people who have to name another one
   * @throws CommandFailure when there is one of this name, or it cannot be written
   */
  public static void write(String file, byte[] content, String option) {
    try {
      Files.write(Path.of(file), content, StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw exists(file, option, e);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /**
   * Makes a new, empty file that nobody but its owner may read.
   *
   * @param option that named it, for people who have to name another one
   * @throws CommandFailure when there is one of this name, or it cannot be made
   */
  public static void createPrivate(String file, String option) {
    try {
      Files.createFile(
          Path.of(file),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException e) {
      throw exists(file, option, e);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** Fills a file that was made before. */
  public static void fill(String file, String content) {
    try {
      Files.writeString(Path.of(file), content);
    } catch (IOException e) {
      throw unwritable(file, e);
    }
  }

  /** Takes a file away that was made for nothing. */
  public static void remove(String file) {
    try {
      Files.deleteIfExists(Path.of(file));
    } catch (IOException _) {
      // It is empty.
    }
  }

  private static CommandFailure exists(String file, String option, IOException e) {
    return new CommandFailure(
        ExitCode.INVALID_INPUT,
        "there is a file '" + file + "' already; give another name with " + option,
        e);
  }

  private static CommandFailure unwritable(String file, IOException e) {
    return new CommandFailure(
        ExitCode.INVALID_INPUT, "the file '" + file + "' cannot be written: " + e.getMessage(), e);
  }
}
