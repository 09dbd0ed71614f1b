package dev.redress.cli.output;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command writes, and what that place can show.
 *
 * @param out data, and nothing but data; buffered
 * @param err everything that is said to people
 * @param colored whether the data may carry colour
 * @param outWidth columns to which tables are cut, or {@link #UNLIMITED}
 * @param errWidth columns of a progress bar, or 0 where none can be shown
 */
public record Terminal(
    PrintStream out, PrintStream err, boolean colored, int outWidth, int errWidth) {
  /** The width of a pipe or a file: nothing is cut. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** A pair of files or pipes: no colour, nothing cut, no progress bar. */
  public static Terminal plain(PrintStream out, PrintStream err) {
    return new Terminal(out, err, false, UNLIMITED, 0);
  }

  /**
   * The standard streams of this process.
   *
   * @param environment its variables: {@code NO_COLOR} (no-color.org) and {@code TERM=dumb} turn
   *     colour off, {@code COLUMNS} sets the width
   */
  public static Terminal ofProcess(Map<String, String> environment) {
    PrintStream out =
        new PrintStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
            false,
            StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    boolean outShown = TerminalProbe.isTerminal(1);
    boolean errShown = TerminalProbe.isTerminal(2);
    if (!outShown && !errShown) {
      return plain(out, err);
    }
    int width = TerminalProbe.width(environment);
    boolean colored =
        outShown
            && environment.getOrDefault("NO_COLOR", "").isEmpty()
            && !"dumb".equals(environment.get("TERM"));
    return new Terminal(out, err, colored, outShown ? width : UNLIMITED, errShown ? width : 0);
  }

  /** Says a line to people, after the data so far. */
  public void say(String line) {
    flush();
    err.println(line);
  }

  /**
   * Hands the data so far to whoever reads it.
   *
   * @throws OutputClosedException when nobody does any more
   */
  public void flush() {
    if (out.checkError()) {
      throw new OutputClosedException();
    }
  }
}
