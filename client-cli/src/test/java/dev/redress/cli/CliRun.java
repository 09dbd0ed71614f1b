package dev.redress.cli;

import dev.redress.cli.output.Terminal;
import dev.redress.cli.session.GlobalOptions;
import dev.redress.cli.session.Session;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/** What a command printed, on files rather than on a terminal, and how it ended. */
public record CliRun(int exitCode, String out, String err) {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneId.of("Europe/Berlin"));

  /** Runs a command line against a fake server, on 20 November 2026, 11:00 in Berlin. */
  public static CliRun of(FakeServer server, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    GlobalOptions options = new GlobalOptions();
    Session session =
        new Session(options, Terminal.plain(stream(out), stream(err)), server::channel, CLOCK);
    int exitCode = Main.run(session, options, Map.of(), arguments);
    return new CliRun(exitCode, text(out), text(err));
  }

  /** A session of a fake server whose output is thrown away. */
  public static Session session(FakeServer server) {
    PrintStream nowhere = stream(new ByteArrayOutputStream());
    return new Session(
        new GlobalOptions(), Terminal.plain(nowhere, nowhere), server::channel, CLOCK);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
