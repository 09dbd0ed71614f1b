package dev.redress.backup;

import dev.redress.identity.ContentHash;
import dev.redress.identity.InvalidNameException;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Anchor;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What a backup holds, as the file {@value #NAME} in it says: one fact a line, and in the last line
 * the checksum of all lines before it.
 *
 * @param program the version of Redress that made it
 * @param database its product and version
 * @param schema the number of its last migration
 * @param time when it began: all that was answered before is in it
 * @param requestId of the call that asked for it; empty when it had none
 * @param logsKept whether it can be rolled forward by the logs that are kept since
 * @param heads where the journal of each provider ended when it began
 * @param files all of it but the manifest
 */
public record Manifest(
    String program,
    String database,
    String schema,
    Instant time,
    String requestId,
    boolean logsKept,
    List<Head> heads,
    List<FileSum> files) {

  /** The name of the file. */
  public static final String NAME = "manifest.txt";

  /** Most bytes of it: some 100,000 files and providers. */
  static final int BYTES_MAX = 16 << 20;

  private static final String FIRST = "redress backup 1";
  private static final String NONE = "-";

  public Manifest {
    heads = List.copyOf(heads);
    files = List.copyOf(files);
  }

  /** The end of a provider's journal. */
  public record Head(ProviderName provider, Anchor anchor) {}

  /** The bytes of all files together. */
  public long bytes() {
    return files.stream().mapToLong(FileSum::bytes).sum();
  }

  /** How many files there are. */
  public int fileCount() {
    return files.size();
  }

  /** As it is written. */
  String text() {
    StringBuilder text = new StringBuilder();
    line(text, FIRST);
    line(text, "program " + program);
    line(text, "database " + database);
    line(text, "schema " + schema);
    line(text, "time " + time);
    line(text, "request " + (requestId.isEmpty() ? NONE : requestId));
    line(text, "logs " + (logsKept ? "kept" : "dropped"));
    for (Head head : heads) {
      line(
          text,
          "journal "
              + head.provider().provider()
              + " "
              + head.anchor().sequence()
              + " "
              + head.anchor().hash());
    }
    for (FileSum file : files) {
      line(text, "file " + file.sha256() + " " + file.bytes() + " " + file.path());
    }
    String all = text.toString();
    return all + "end " + sha256(all) + "\n";
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException when it is anything else, a part of it included
   */
  static Manifest parse(String text) {
    int end = text.lastIndexOf("end ");
    if (end < 0 || !text.substring(end).equals("end " + sha256(text.substring(0, end)) + "\n")) {
      throw new IllegalArgumentException("is cut off, or was changed");
    }
    Lines lines = new Lines(text.substring(0, end).lines().toList());
    if (!lines.next().equals(FIRST)) {
      throw new IllegalArgumentException("is of another version of Redress");
    }
    try {
      String program = lines.next("program ");
      String database = lines.next("database ");
      String schema = lines.next("schema ");
      Instant time = Instant.parse(lines.next("time "));
      String request = lines.next("request ");
      boolean logsKept = lines.next("logs ").equals("kept");
      return new Manifest(
          program,
          database,
          schema,
          time,
          request.equals(NONE) ? "" : request,
          logsKept,
          lines.all("journal ", 3).stream().map(Manifest::head).toList(),
          lines.all("file ", 3).stream().map(Manifest::file).toList());
    } catch (DateTimeException | InvalidNameException e) {
      throw new IllegalArgumentException("says what cannot be: " + e.getMessage(), e);
    }
  }

  private static Head head(List<String> cells) {
    return new Head(
        new ProviderName(cells.get(0)), new Anchor(Long.parseLong(cells.get(1)), cells.get(2)));
  }

  private static FileSum file(List<String> cells) {
    return new FileSum(cells.get(2), Long.parseLong(cells.get(1)), cells.get(0));
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }

  private static String sha256(String text) {
    return HexFormat.of()
        .formatHex(ContentHash.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The lines that were not read yet. */
  private static final class Lines {
    private final List<String> lines;
    private int read;

    Lines(List<String> lines) {
      this.lines = lines;
    }

    String next() {
      if (read == lines.size()) {
        throw new IllegalArgumentException("lacks a line");
      }
      return lines.get(read++);
    }

    /** What stands after the key in the next line. */
    String next(String key) {
      String line = next();
      if (!line.startsWith(key)) {
        throw new IllegalArgumentException("lacks the line '" + key.strip() + "'");
      }
      return line.substring(key.length());
    }

    /** The cells of all lines that follow with this key. */
    List<List<String>> all(String key, int cellCount) {
      List<List<String>> all = new ArrayList<>();
      while (read < lines.size() && lines.get(read).startsWith(key)) {
        List<String> cells = List.of(next(key).split(" ", -1));
        if (cells.size() != cellCount) {
          throw new IllegalArgumentException("has a line that it cannot have");
        }
        all.add(cells);
      }
      return all;
    }
  }
}
