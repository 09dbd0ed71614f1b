package dev.redress.cli.session;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ServerAddress;
import dev.redress.cli.output.DisplayText;
import dev.redress.cli.output.Format;
import dev.redress.cli.output.Output;
import dev.redress.cli.output.OutputClosedException;
import dev.redress.cli.output.Terminal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** What a command works with: the global options, the server and the output. */
public final class Session implements AutoCloseable {
  private final GlobalOptions options;
  private final Terminal terminal;
  private final ChannelSource channels;
  private final Clock clock;
  private @Nullable Connection connection;

  /**
   * A session that is not connected yet.
   *
   * @param options may be filled in later, up to the first use
   * @param clock the time, and the zone in which people read it
   */
  public Session(GlobalOptions options, Terminal terminal, ChannelSource channels, Clock clock) {
    this.options = options;
    this.terminal = terminal;
    this.channels = channels;
    this.clock = clock;
  }

  /** A session with another server, for its default provider. */
  public Session at(ServerAddress server) {
    return new Session(GlobalOptions.of(server, options.format()), terminal, channels, clock);
  }

  /** The server; the connection is opened with the first call. */
  public Connection connection() {
    Connection open = connection;
    if (open == null) {
      open = new Connection(options.server(), channels.open(options.server()), options.actor());
      connection = open;
    }
    return open;
  }

  /** The provider's resource name. */
  public String provider() {
    return options.provider();
  }

  /** The form of the answer. */
  public Format format() {
    return options.format();
  }

  /** Writes answers in that form. */
  public Output output() {
    return new Output(terminal, options.format(), clock.getZone());
  }

  /** Where this command writes. */
  public Terminal terminal() {
    return terminal;
  }

  /** The time, and the zone in which people read it. */
  public Clock clock() {
    return clock;
  }

  /** Says what was done, or something else that is not data. */
  public void say(String sentence) {
    terminal.say(DisplayText.oneLine(sentence));
  }

  /** Says which command comes next, complete with the options of this one. */
  public void sayNext(String command) {
    say("next: " + command(command));
  }

  /** A command of this program as it is to be typed, for the same server and provider. */
  public String command(String command) {
    return "redress " + command + options.repeated();
  }

  /** Hands on what was written last, and ends the connection. */
  @Override
  public void close() {
    try {
      terminal.flush();
    } catch (OutputClosedException _) {
      // Nobody reads it any more, which is no failure.
    }
    if (connection != null) {
      connection.close();
    }
  }
}
