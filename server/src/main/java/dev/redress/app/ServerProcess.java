package dev.redress.app;

import dev.redress.persistence.DatabaseOpenException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One server as a process: starts it, says that it is ready, and ends it when it is told to. */
final class ServerProcess {
  private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
  private static final int EXIT_FAILED = 70;

  private ServerProcess() {}

  /** Serves until the process is told to stop. The exit code. */
  static int run(ServerConfig config) {
    Assembly assembly;
    try {
      assembly = Assembly.start(config);
    } catch (DatabaseOpenException | IOException e) {
      LOG.debug("could not start", e);
      System.err.println("redress: " + e.getMessage());
      return EXIT_FAILED;
    }
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("shutdown").unstarted(() -> end(assembly)));
    System.err.println("redress: ready on " + assembly.address() + ", " + assembly.database());
    System.err.println("redress: token in " + assembly.tokenFile());
    if (!config.bind().isLoopbackAddress() && config.access().tls() == null) {
      LOG.warn(
          "--insecure-plaintext: {} is served without TLS; whoever is on the way reads keys and data",
          assembly.address());
    }
    assembly.metricsAddress().ifPresent(at -> System.err.println("redress: metrics on " + at));
    assembly.awaitEnd();
    return 0;
  }

  /** To be told to stop is no failure: the process ends with 0 and not with the signal's code. */
  private static void end(Assembly assembly) {
    assembly.close();
    System.err.println("redress: stopped");
    Runtime.getRuntime().halt(0);
  }
}
