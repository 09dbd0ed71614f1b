package dev.redress.app;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "REDRESS_LOG_FORMAT, text",
    "REDRESS_LOG_FORMAT, json",
    "REDRESS_LOG_LEVEL, WARN",
    "REDRESS_LOG_LEVEL, DEBUG"
  })
  void knownValues_areTaken(String name, String value) {
    assertThatCode(() -> LogSettings.check(Map.of(name, value))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REDRESS_LOG_FORMAT | JSON | text, json",
        "REDRESS_LOG_FORMAT | xml  | text, json",
        "REDRESS_LOG_LEVEL  | loud | ERROR, WARN, INFO, DEBUG"
      })
  void others_areRefused(String name, String value, String known) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogSettings.check(Map.of(name, value)))
        .withMessage(name + " is '" + value + "' and must be one of " + known);
  }
}
