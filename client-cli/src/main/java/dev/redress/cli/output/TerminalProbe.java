package dev.redress.cli.output;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Finds out what the standard streams are connected to. */
final class TerminalProbe {
  private static final int WIDTH_DEFAULT = 100;
  private static final int WIDTH_MIN = 40;

  private TerminalProbe() {}

  /**
   * Whether a standard stream is a terminal.
   *
   * <p>Java's {@code System.console()} answers for input and output together, which is wrong when
   * only one of them is redirected. Linux shows the open files; elsewhere {@code test -t} knows.
   *
   * @param descriptor 1 for the output, 2 for the errors
   */
  static boolean isTerminal(int descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException _) {
      return test(descriptor);
    }
  }

  private static boolean test(int descriptor) {
    try {
      Process test =
          new ProcessBuilder("test", "-t", Integer.toString(descriptor)).inheritIO().start();
      return test.waitFor() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** The width in columns: {@code COLUMNS}, else what {@code stty} says, else 100. */
  static int width(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    int width = columns.isEmpty() ? lastNumber(askTerminal()) : lastNumber(columns);
    return width <= 0 ? WIDTH_DEFAULT : Math.max(WIDTH_MIN, width);
  }

  /** The number at the end of {@code ROWS COLUMNS}; 0 when there is none. */
  private static int lastNumber(String text) {
    String stripped = text.strip();
    try {
      return Integer.parseInt(stripped.substring(stripped.lastIndexOf(' ') + 1));
    } catch (NumberFormatException _) {
      return 0;
    }
  }

  private static String askTerminal() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!stty.waitFor(1, TimeUnit.SECONDS)) {
        stty.destroy();
        return "";
      }
      return new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException _) {
      return "";
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
