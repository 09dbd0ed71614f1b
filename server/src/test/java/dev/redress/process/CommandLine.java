package dev.redress.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged command line, a process for each command. */
final class CommandLine {
  private static final Path JAR = PackagedProgram.jar("redress.cli.jar");
  private static final int SECONDS_MAX = 60;

  private final TestServer server;
  private final Path folder;

  /**
   * Speaks to a server.
   *
   * @param folder where the commands run, and what they print is kept
   */
  CommandLine(TestServer server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  /** How a command ended and what it printed. */
  record Run(int exitCode, String out, String err) {}

  /** Runs a command against the server, unless it names another one. */
  Run run(List<String> arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    ProcessBuilder builder =
        PackagedProgram.process(QuickStart.command(arguments))
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("REDRESS_SERVER", "127.0.0.1:" + server.port());
    return new Run(
        exitCode(builder.start()),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  private static int exitCode(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("does not end: " + process.info());
    }
    return process.exitValue();
  }

  /** Has the cache made by a first command that finds no server. */
  private static final class QuickStart {
    static {
      try {
        ProcessBuilder first =
            new ProcessBuilder(
                PackagedProgram.first(
                    JAR,
                    List.of("dispute", "list", "--server", "127.0.0.1:1", "--provider", "none")));
        exitCode(
            first
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    private QuickStart() {}

    static List<String> command(List<String> arguments) {
      return PackagedProgram.next(JAR, arguments);
    }
  }
}
