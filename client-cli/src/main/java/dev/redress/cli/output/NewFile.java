package dev.redress.cli.output;

import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

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
      throw new CommandFailure(
          ExitCode.INVALID_INPUT,
          "there is a file '" + file + "' already; give another name with " + option,
          e);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT,
          "the file '" + file + "' cannot be written: " + e.getMessage(),
          e);
    }
  }
}
