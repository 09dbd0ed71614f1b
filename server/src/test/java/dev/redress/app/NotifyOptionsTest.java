package dev.redress.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.redress.delivery.SmtpSettings;
import dev.redress.delivery.SmtpSettings.Security;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class NotifyOptionsTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --smtp-host m --smtp-from a@b.c                                 | 587, STARTTLS
          --smtp-host m --smtp-from a@b.c --smtp-tls tls                  | 465, TLS
          --smtp-host m --smtp-from a@b.c --smtp-tls none                 | 25, NONE
          --smtp-host m --smtp-from a@b.c --smtp-tls TLS --smtp-port 2525 | 2525, TLS
          """)
  void smtp_hasAPortForEachKindOfSecurity(String line, String expected) throws IOException {
    SmtpSettings settings = Objects.requireNonNull(options(line).smtp());

    assertThat(settings.port() + ", " + settings.security()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --smtp-port 25                                        | the --smtp options need --smtp-host
          --smtp-user calls                                     | the --smtp options need --smtp-host
          --smtp-host m                                         | --smtp-host needs --smtp-from
          --smtp-host m --smtp-from Calls                       | 'Calls' is not a mail address such as mia@example.com
          --smtp-host m --smtp-from a@b.c --smtp-user u         | --smtp-user and --smtp-password-file go together
          --smtp-host m --smtp-from a@b.c --smtp-tls ssl        | --smtp-tls must be starttls, tls or none, not ssl
          --smtp-host m --smtp-from a@b.c --smtp-port 99999     | the mail server needs a host and a port
          """)
  void smtp_refusesWhatDoesNotFit(String line, String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(line).smtp())
        .withMessage(sentence);
  }

  @Test
  void smtp_readsThePassword(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "secret\n");
    String line = "--smtp-host m --smtp-from a@b.c --smtp-user u --smtp-password-file " + file;

    assertThat(options(line).smtp())
        .isEqualTo(new SmtpSettings("m", 587, Security.STARTTLS, "a@b.c", "u", "secret"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options(line + " --smtp-tls none").smtp())
        .withMessageContaining("needs a safe connection");
  }

  @Test
  void nothingIsSentByDefault() throws IOException {
    assertThat(options("").smtp()).isNull();
    assertThat(options("").privateHosts()).isFalse();
    assertThat(options("--notify-private-hosts").privateHosts()).isTrue();
  }

  private static NotifyOptions options(String line) {
    Holder holder = new Holder();
    String[] arguments =
        Arrays.stream(line.split(" ", -1)).filter(word -> !word.isEmpty()).toArray(String[]::new);
    new CommandLine(holder).parseArgs(arguments);
    return holder.options;
  }

  @Command
  private static final class Holder {
    @CommandLine.Mixin private final NotifyOptions options = new NotifyOptions();
  }
}
