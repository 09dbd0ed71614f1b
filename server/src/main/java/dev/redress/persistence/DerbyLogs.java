package dev.redress.persistence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The log files of a Derby database: {@code log1.dat}, {@code log2.dat} and so on without end. A
 * backup has those of the time that it took; the database has the later ones if it keeps its logs.
 *
 * <p>Derby itself does not tell when some are missing between the two: it rolls forward up to the
 * gap and stops there without a word. So this is looked at before.
 */
final class DerbyLogs {
  /** The folder of a database's logs. */
  static final String FOLDER = "log";

  private static final Pattern NAME = Pattern.compile("log([0-9]{1,9})\\.dat");

  private final TreeMap<Integer, Path> files = new TreeMap<>();

  private DerbyLogs() {}

  /** Those of a database. */
  static DerbyLogs of(Path database) throws IOException {
    DerbyLogs logs = new DerbyLogs();
    Path folder = database.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return logs;
    }
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.toList()) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          logs.files.put(Integer.parseInt(name.group(1)), file);
        }
      }
    }
    return logs;
  }

  /**
   * Checks that a backup can be rolled forward by these logs.
   *
   * @param backup the logs of the backup
   * @throws DatabaseOpenException when some are missing, or they are those of another database
   */
  void requireToFollow(DerbyLogs backup) throws IOException {
    if (files.isEmpty() || backup.files.isEmpty()) {
      throw refused("there are no logs");
    }
    if (files.lastKey() < backup.files.lastKey()) {
      throw refused("the logs end before the backup was made");
    }
    for (int number = backup.files.lastKey() + 1; number <= files.lastKey(); number++) {
      if (!files.containsKey(number)) {
        throw refused(
            "log "
                + number
                + " is missing: a later backup deleted it, or the server kept no logs; roll the"
                + " latest backup forward");
      }
    }
    for (Integer number : List.copyOf(files.keySet())) {
      Path same = backup.files.get(number);
      if (same != null && Files.mismatch(same, files.get(number)) >= 0) {
        throw refused("the logs are those of another database");
      }
    }
  }

  private static DatabaseOpenException refused(String why) {
    return new DatabaseOpenException("the backup cannot be rolled forward: " + why);
  }
}
