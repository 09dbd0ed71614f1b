package dev.redress.cli.evaluation;

import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which request each line is really for.
 *
 * @param requests the true requests of a line, by its id; any of them is right. The empty set:
 *     nobody asked for the line
 */
record Truth(Map<String, Set<String>> requests) {
  private static final String NONE = "NONE";

  /**
   * Reads {@code truth.csv}: columns line_id and request_id, perhaps open_set_truth and split.
   *
   * @param openSet whether the column open_set_truth counts instead of request_id
   * @param split only lines of this part, or all where absent
   * @throws CommandFailure when the file cannot be read or lacks a column
   */
  static Truth read(Path file, boolean openSet, @Nullable String split) {
    try (CsvReader reader = new CsvReader(file)) {
      int lineColumn = required(reader, file, "line_id");
      int requestColumn = required(reader, file, openSet ? "open_set_truth" : "request_id");
      int splitColumn = split == null ? -1 : required(reader, file, "split");
      Map<String, Set<String>> requests = new LinkedHashMap<>();
      for (List<String> row = reader.next(); !row.isEmpty(); row = reader.next()) {
        if (row.size() != reader.header().size()) {
          continue;
        }
        if (splitColumn < 0 || row.get(splitColumn).equals(split)) {
          Set<String> known =
              requests.computeIfAbsent(row.get(lineColumn), _ -> new LinkedHashSet<>());
          if (!row.get(requestColumn).equals(NONE)) {
            known.add(row.get(requestColumn));
          }
        }
      }
      return new Truth(requests);
    } catch (NoSuchFileException e) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT, "there is no " + file + ", which says what is true", e);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT, file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static int required(CsvReader reader, Path file, String column) {
    int place = reader.column(column);
    if (place < 0) {
      throw new CommandFailure(ExitCode.INVALID_INPUT, file + " has no column " + column);
    }
    return place;
  }
}
