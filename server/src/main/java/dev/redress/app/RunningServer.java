package dev.redress.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which server uses a data folder, as the file {@value #NAME} in it says: the id of its process and
 * its address. One that was killed leaves the file.
 *
 * @param file where it says so
 * @param processId of the operating system
 * @param address {@code ADDRESS:PORT}
 */
record RunningServer(Path file, long processId, String address) implements AutoCloseable {
  private static final String NAME = "server.txt";

  /** Says so of this process. */
  static RunningServer write(Path data, String address) throws IOException {
    Path file = data.resolve(NAME);
    long processId = ProcessHandle.current().pid();
    Files.writeString(file, processId + "\n" + address + "\n");
    return new RunningServer(file, processId, address);
  }

  /** What a data folder says, if its server still lives. */
  static Optional<RunningServer> find(Path data) {
    Path file = data.resolve(NAME);
    try {
      List<String> lines = Files.readAllLines(file);
      long processId = Long.parseLong(lines.getFirst());
      return ProcessHandle.of(processId)
          .filter(ProcessHandle::isAlive)
          .map(_ -> new RunningServer(file, processId, lines.getLast()));
    } catch (IOException | IllegalArgumentException e) {
      // There is none, or a half of one: nobody says who it is.
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // It is worthless once its process has ended.
    }
  }
}
