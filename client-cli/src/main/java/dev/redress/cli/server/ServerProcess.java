package dev.redress.cli.server;

import dev.redress.cli.connection.ServerAddress;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of our own on a free loopback port. What it says goes to a file, so that it can outlive
 * this process; it is stopped, and its temporary folder removed, at the latest when this process
 * ends, unless it is to be kept.
 */
public final class ServerProcess implements AutoCloseable {
  private static final Pattern READY =
      Pattern.compile("^redress: ready on (127\\.0\\.0\\.1:\\d+)\\b", Pattern.MULTILINE);
  private static final Duration START_MAX = Duration.ofMinutes(2);
  private static final String JAVA_OPTIONS = "REDRESS_JAVA_OPTIONS";
  private static final long POLL_MILLIS = 20;
  private static final long STOP_SECONDS_MAX = 20;

  private final Process process;
  private final ServerSettings settings;
  private final ServerAddress address;
  private final Thread stopAtExit;

  private ServerProcess(
      Process process, ServerSettings settings, ServerAddress address, Thread stopAtExit) {
    this.process = process;
    this.settings = settings;
    this.address = address;
    this.stopAtExit = stopAtExit;
  }

  /**
   * Starts a server and waits until it says that it is ready.
   *
   * @param err where to pass on what it said when it does not get ready
   * @throws CommandFailure when it ends or is silent for too long
   */
  public static ServerProcess start(ServerSettings settings, PrintStream err) {
    Path log = settings.data().resolve("server.log");
    Process process = launchOrClear(settings, log);
    Thread stopAtExit = Thread.ofPlatform().unstarted(() -> stop(process, settings));
    Runtime.getRuntime().addShutdownHook(stopAtExit);
    try {
      ServerAddress address = awaitReady(process, log);
      return new ServerProcess(process, settings, address, stopAtExit);
    } catch (CommandFailure e) {
      err.print(said(log));
      stop(process, settings);
      forget(stopAtExit);
      throw e;
    }
  }

  /** Where it listens. */
  public ServerAddress address() {
    return address;
  }

  /** The id of its process. */
  public long processId() {
    return process.pid();
  }

  /** Lets the server run on after this process has ended. */
  public void keep() {
    forget(stopAtExit);
  }

  /** Stops the server and waits until it has ended. */
  @Override
  public void close() {
    stop(process, settings);
    forget(stopAtExit);
  }

  private static Process launchOrClear(ServerSettings settings, Path log) {
    try {
      return launch(settings, log);
    } catch (CommandFailure e) {
      settings.temporary().ifPresent(TemporaryFolder::remove);
      throw e;
    }
  }

  private static Process launch(ServerSettings settings, Path log) {
    List<String> command =
        List.of(
            ServerLauncher.path(),
            "serve",
            "--data",
            settings.data().toString(),
            "--bind",
            "127.0.0.1",
            "--port",
            Integer.toString(settings.port()));
    try {
      // The file is emptied: the line of an earlier start must not be taken for this one's.
      Files.writeString(log, "");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder
          .environment()
          .merge(
              JAVA_OPTIONS,
              String.join(" ", settings.javaOptions()),
              (given, added) -> given + " " + added);
      return builder.start();
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT, "the server cannot be started: " + e.getMessage(), e);
    }
  }

  private static ServerAddress awaitReady(Process process, Path log) {
    long deadline = System.nanoTime() + START_MAX.toNanos();
    while (System.nanoTime() < deadline) {
      // Asked before the log is read: what was said just before the end is not missed.
      boolean alive = process.isAlive();
      Optional<ServerAddress> ready = readyLine(log);
      if (ready.isPresent()) {
        return ready.get();
      }
      if (!alive) {
        throw new CommandFailure(
            ExitCode.CONFLICT,
            "the server did not start and ended with exit code "
                + process.exitValue()
                + "; what it said is above");
      }
      waitFor(process);
    }
    throw new CommandFailure(
        ExitCode.UNREACHABLE,
        "the server was not ready after " + START_MAX.toSeconds() + " s; what it said is above");
  }

  private static void waitFor(Process process) {
    try {
      // Returns early when the process ends.
      process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.CONFLICT, "the start of the server was interrupted", e);
    }
  }

  private static Optional<ServerAddress> readyLine(Path log) {
    Matcher matcher = READY.matcher(said(log));
    return matcher.find() ? Optional.of(ServerAddress.parse(matcher.group(1))) : Optional.empty();
  }

  private static String said(Path log) {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    } catch (IOException _) {
      return "";
    }
  }

  private static void forget(Thread stopAtExit) {
    try {
      Runtime.getRuntime().removeShutdownHook(stopAtExit);
    } catch (IllegalStateException _) {
      // This process is ending and the hook runs; it does no harm to a stopped server.
    }
  }

  private static void stop(Process process, ServerSettings settings) {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    settings.temporary().ifPresent(TemporaryFolder::remove);
  }
}
