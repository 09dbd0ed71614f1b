package dev.redress.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged command line, a process for each command. */
final class CommandLine {
  private static final Path JAR = Path.of(System.getProperty("redress.cli.jar", ""));
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
        builder("-XX:AOTCache=" + QuickStart.CACHE, arguments)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("REDRESS_SERVER", "127.0.0.1:" + server.port());
    return new Run(
        exitCode(builder.start()),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  private static ProcessBuilder builder(String cacheOption, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xlog:disable",
            cacheOption,
            "-jar",
            JAR.toString()));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }

  private static int exitCode(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("does not end: " + process.info());
    }
    return process.exitValue();
  }

  /** Classes as a first command loaded and linked them, like the launcher's cache. */
  private static final class QuickStart {
    private static final Path CACHE = JAR.resolveSibling("process-tests.aot");

    static {
      try {
        Files.deleteIfExists(CACHE);
        ProcessBuilder first =
            builder(
                "-XX:AOTCacheOutput=" + CACHE,
                List.of("dispute", "list", "--server", "127.0.0.1:1", "--provider", "none"));
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
  }
}
