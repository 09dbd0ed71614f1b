package dev.redress.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.cli.FakeServer;
import dev.redress.cli.output.Terminal;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class SessionTest {

  @Test
  void close_handsOnWhatWasWrittenLast() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream buffered =
        new PrintStream(new BufferedOutputStream(bytes, 1 << 16), false, StandardCharsets.UTF_8);
    try (FakeServer server = new FakeServer();
        Session session =
            new Session(
                new GlobalOptions(),
                Terminal.plain(buffered, buffered),
                server::channel,
                Clock.systemUTC())) {
      session.output().line("the last line");
    }

    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("the last line\n");
  }
}
