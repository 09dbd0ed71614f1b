package dev.redress.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the shipped configuration makes of a log entry, whatever somebody has put into it. */
class LogFormatTest {
  private static final String FORGED = "x\r\n2026-11-25T08:00:00.000Z INFO  Assembly: all is well";

  @Test
  void text_saysWhoseCallItIs() throws Exception {
    assertThat(text("failed", null))
        .isEqualTo(
            "1970-01-01T00:00:00.000Z WARN  Part [call=3f2a9c01, principal=mia, provider=acme]:"
                + " failed\n");
  }

  @Test
  void text_isOneLineWhateverTheMessage() throws Exception {
    assertThat(text(FORGED + "\u2028y\u0085z\u001b[2J", null).lines())
        .hasSize(1)
        .allMatch(
            line ->
                line.endsWith(
                    "x | 2026-11-25T08:00:00.000Z INFO  Assembly: all is well | y | z | [2J"));
  }

  @Test
  void text_ofAFailureBeginsNoOtherEntry() throws Exception {
    String text = text("failed", new IllegalStateException(FORGED + "\u001b[2J"));

    assertThat(text.lines().skip(2))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("    "))
        .anyMatch(line -> line.contains("LogFormatTest"));
    assertThat(text).doesNotContain("\u001b");
  }

  @Test
  void json_isOneObjectALine() throws Exception {
    String line = entry("json", FORGED, new IllegalStateException(FORGED));

    assertThat(line.lines()).hasSize(1);
    JsonObject entry = JsonParser.parseString(line).getAsJsonObject();
    assertThat(entry.get("level").getAsString()).isEqualTo("WARN");
    assertThat(entry.get("formattedMessage").getAsString()).isEqualTo(FORGED);
    assertThat(entry.get("throwable").getAsJsonObject().get("message").getAsString())
        .isEqualTo(FORGED);
    assertThat(entry.get("mdc").getAsJsonObject().get("principal").getAsString()).isEqualTo("mia");
  }

  private static String text(String message, @Nullable Throwable failure) throws Exception {
    return entry("text", message, failure);
  }

  private static String entry(String format, String message, @Nullable Throwable failure)
      throws Exception {
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    context.putProperty("REDRESS_LOG_FORMAT", format);
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    URL shipped = Objects.requireNonNull(Main.class.getResource("/logback.xml"));
    configurator.doConfigure(shipped);
    LoggingEvent event =
        new LoggingEvent(
            "", context.getLogger("dev.redress.Part"), Level.WARN, message, failure, null);
    event.setTimeStamp(0);
    event.setMDCPropertyMap(
        new TreeMap<>(Map.of("call", "3f2a9c01", "principal", "mia", "provider", "acme")));
    ConsoleAppender<ILoggingEvent> appender =
        (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender(format);
    try {
      return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
    } finally {
      context.stop();
    }
  }
}
