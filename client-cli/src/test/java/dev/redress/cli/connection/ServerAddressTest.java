package dev.redress.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerAddressTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          127.0.0.1:7443       | 127.0.0.1       | 7443
          redress.example:1    | redress.example | 1
          [::1]:65535          | ::1             | 65535
          """)
  void parse_readsWhatToStringWrites(String text, String host, int port) {
    ServerAddress address = ServerAddress.parse(text);
    assertThat(address).isEqualTo(new ServerAddress(host, port));
    assertThat(address).hasToString(text);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          redress.example   | 'redress.example' is not of the form HOST:PORT
          :7443             | the host is missing
          host:0            | the port must be from 1 to 65535
          host:65536        | the port must be from 1 to 65535
          host:http         | 'host:http' has no port number at its end
          ::1:7443          | an IPv6 address needs brackets, such as [::1]:7443
          """)
  void parse_refusesAnythingElse(String text, String sentence) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServerAddress.parse(text))
        .withMessage("%s", sentence.replace("''", "'"));
  }
}
