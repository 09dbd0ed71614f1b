package dev.redress.process;

import java.io.IOException;
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
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-jar",
            JAR.toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("REDRESS_SERVER", "127.0.0.1:" + server.port());
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("does not end: " + arguments);
    }
    return new Run(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
