package dev.redress.cli.server;

import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is there for a while. */
public final class TemporaryFolder {
  private TemporaryFolder() {}

  /** A new folder among the system's temporary ones. */
  public static Path create(String prefix) {
    try {
      return Files.createTempDirectory(prefix);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT, "a temporary folder cannot be made: " + e.getMessage(), e);
    }
  }

  /** Makes a folder with all folders above it, if it is not there. */
  public static void require(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT, "the folder " + folder + " cannot be made: " + e.getMessage(), e);
    }
  }

  /** Removes a folder with all it holds; what cannot be removed stays. */
  public static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException _) {
      // The system empties its temporary folders; nothing is lost but space.
    }
  }
}
