package dev.redress.cli.demo;

import dev.redress.cli.output.Numbers;
import dev.redress.cli.server.ServerProcess;
import dev.redress.cli.server.ServerSettings;
import dev.redress.cli.server.TemporaryFolder;
import dev.redress.cli.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code redress demo}.
 *
 * <p>A server of its own on a free loopback port and, unless told otherwise, in a temporary folder.
 * It is stopped and its folder removed whatever happens in between, a key that ends this process
 * included.
 */
@Command(
    name = "demo",
    description = "Shows in seconds what Redress does, on a sample month and a server of its own.",
    headerHeading = "Examples:%n",
    header = {"  redress demo", "  redress demo --keep --port 7443", ""},
    footerHeading = "%n",
    footer = "Without --keep nothing is left running, and without --data nothing is left on disk.")
public final class DemoCommand implements Runnable {
  private static final double NANOS_A_SECOND = 1e9;

  /** A server of a few seconds: what the best compiler saves later, it costs now. */
  private static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Session session;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "where the server keeps its data (default: a temporary folder)")
  private @Nullable Path data;

  @Option(names = "--keep", description = "leave the server running, and its data")
  private boolean keep;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "the port of the server (default: a free one)")
  private int port;

  /** A command of a session. */
  public DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    long start = System.nanoTime();
    Path folder = data == null ? TemporaryFolder.create("redress-demo-") : data.toAbsolutePath();
    TemporaryFolder.require(folder);
    session.say("Starting a server on embedded Derby in " + folder);
    Optional<Path> temporary = data == null && !keep ? Optional.of(folder) : Optional.empty();
    ServerProcess server =
        ServerProcess.start(
            new ServerSettings(folder, port, QUICK_START, temporary), session.terminal().err());
    try (Session own = session.at(server.address())) {
      new DemoStory(own).tell(keep);
      if (keep) {
        server.keep();
        own.say(
            "The server runs on at "
                + server.address()
                + "; stop it with 'kill "
                + server.processId()
                + "'.");
      }
    } finally {
      if (!keep) {
        server.close();
      }
    }
    session.say(
        "Done in " + Numbers.decimals((System.nanoTime() - start) / NANOS_A_SECOND, 1) + " s.");
  }
}
