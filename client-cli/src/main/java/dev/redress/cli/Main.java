package dev.redress.cli;

import dev.redress.cli.output.Terminal;
import dev.redress.cli.session.GlobalOptions;
import dev.redress.cli.session.ServerChannels;
import dev.redress.cli.session.Session;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The command {@code redress}. */
public final class Main {
  /** Kept, for what is set on a logger is lost together with it. */
  private static final Logger GRPC_LOG = Logger.getLogger("io.grpc");

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    // Netty would unpack a native library at every start; a command makes a handful of calls.
    System.setProperty("io.grpc.netty.shaded.io.netty.transport.noNative", "true");
    Map<String, String> environment = System.getenv();
    // What goes wrong with a connection is told in one sentence of our own.
    GRPC_LOG.setLevel(Level.OFF);
    GlobalOptions options = new GlobalOptions();
    Session session =
        new Session(
            options,
            Terminal.ofProcess(environment),
            new ServerChannels(options, environment),
            Clock.system(ZoneId.systemDefault()));
    System.exit(run(session, options, environment, arguments));
  }

  /** Runs one command and returns its exit code. */
  static int run(
      Session session,
      GlobalOptions options,
      Map<String, String> environment,
      String... arguments) {
    try (session) {
      boolean debug = "1".equals(environment.get("REDRESS_DEBUG"));
      return CommandTree.create(session, options, debug, List.of(arguments)).execute(arguments);
    }
  }
}
