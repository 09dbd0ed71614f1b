package dev.redress.cli.evaluation;

import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes the open set of a folder: requests with {@code open_set_removed} = 1 are left out, and the
 * time entries on them. Their lines then belong to nothing that is logged.
 */
final class OpenSet {
  private static final String REMOVED = "1";

  private OpenSet() {}

  /**
   * Writes the shortened files into another folder.
   *
   * @throws CommandFailure when a file cannot be read or written
   */
  static void write(Path from, Path to) {
    try {
      Set<String> removed = new HashSet<>();
      Path requests = from.resolve("requests.csv");
      try (CsvReader reader = new CsvReader(requests)) {
        int flag = reader.column("open_set_removed");
        int id = reader.column("request_id");
        if (flag < 0 || id < 0) {
          throw new CommandFailure(
              ExitCode.INVALID_INPUT, requests + " has no column open_set_removed or request_id");
        }
        copy(
            reader,
            to.resolve("requests.csv"),
            row -> !row.get(flag).equals(REMOVED) || !removed.add(row.get(id)));
      }
      Path entries = from.resolve("time-entries.csv");
      if (Files.exists(entries)) {
        try (CsvReader reader = new CsvReader(entries)) {
          int request = reader.column("request_id");
          copy(
              reader,
              to.resolve("time-entries.csv"),
              row -> request < 0 || !removed.contains(row.get(request)));
        }
      }
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT, "the open set of " + from + " cannot be made: " + e, e);
    }
  }

  private static void copy(CsvReader reader, Path to, Predicate<List<String>> kept)
      throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(to)) {
      write(writer, reader.header());
      for (List<String> row = reader.next(); !row.isEmpty(); row = reader.next()) {
        // A row of another length is passed on as it is: the server says what is wrong with it.
        if (row.size() != reader.header().size() || kept.test(row)) {
          write(writer, row);
        }
      }
    }
  }

  private static void write(BufferedWriter writer, List<String> row) throws IOException {
    for (int i = 0; i < row.size(); i++) {
      writer.write(i == 0 ? "\"" : ",\"");
      writer.write(row.get(i).replace("\"", "\"\""));
      writer.write('"');
    }
    writer.write('\n');
  }
}
