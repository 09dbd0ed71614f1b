package dev.redress.process;

import dev.redress.app.TestAccess;
import io.grpc.ManagedChannel;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged server in a process of its own, on a free port. */
final class TestServer implements AutoCloseable {
  private static final Pattern READY =
      Pattern.compile("redress: ready on 127\\.0\\.0\\.1:(\\d+).*");
  private static final int START_SECONDS = 60;
  private static final Path JAR = PackagedProgram.jar("redress.server.jar");

  private final Process process;
  private final List<String> said = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch readyOrGone = new CountDownLatch(1);
  private volatile int port;

  private TestServer(Process process) {
    this.process = process;
    Thread.ofPlatform().daemon(true).start(this::listen);
  }

  /**
   * Starts {@code redress serve --port 0 --data DATA} with more options, and waits until it serves.
   */
  static TestServer start(Path data, String... options) {
    return start(QuickStart.command(arguments(data, options)));
  }

  private static TestServer start(List<String> command) {
    try {
      TestServer server = new TestServer(PackagedProgram.process(command).start());
      server.awaitReady();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> arguments(Path data, String... options) {
    List<String> arguments = new ArrayList<>(List.of("--port", "0", "--data", data.toString()));
    arguments.addAll(List.of(options));
    return arguments;
  }

  /** Has the cache made by a first server. */
  private static final class QuickStart {
    static {
      try {
        Path data = Files.createTempDirectory(JAR.toAbsolutePath().getParent(), "first-server");
        start(PackagedProgram.first(JAR, arguments(data))).terminate();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private QuickStart() {}

    static List<String> command(List<String> arguments) {
      return PackagedProgram.next(JAR, arguments);
    }
  }

  /** A connection to it; the caller shuts it down. */
  ManagedChannel channel() {
    return TestAccess.channel(
        port, PackagedProgram.HOME.resolve("redress/tokens").resolve(Integer.toString(port)));
  }

  /** Its port. */
  int port() {
    return port;
  }

  /** What it said on stderr so far. */
  List<String> said() {
    synchronized (said) {
      return List.copyOf(said);
    }
  }

  /** Ends it as a power cut would. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Asks it to end (SIGTERM) and gives its exit code. */
  int terminate() {
    // Not by the process itself, which would also close the pipes that it may still write to.
    process.toHandle().destroy();
    awaitEnd();
    return process.exitValue();
  }

  @Override
  public void close() {
    kill();
  }

  private void awaitReady() {
    try {
      if (!readyOrGone.await(START_SECONDS, TimeUnit.SECONDS) || port == 0) {
        process.destroyForcibly();
        throw new IllegalStateException("the server did not become ready: " + said());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(START_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the server does not end: " + said());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void listen() {
    try (BufferedReader reader = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        said.add(line);
        Matcher ready = READY.matcher(line);
        if (ready.matches()) {
          port = Integer.parseInt(ready.group(1));
          readyOrGone.countDown();
        }
      }
    } catch (IOException e) {
      said.add(e.toString());
    } finally {
      readyOrGone.countDown();
    }
  }
}
