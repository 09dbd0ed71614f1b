package dev.redress.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FilterTest {
  @Test
  void toString_joinsWhatIsSet() {
    assertThat(
            new Filter()
                .isTrue("open", true)
                .isTrue("live", false)
                .equal("state", null)
                .equal("owner", "mia"))
        .hasToString("open = true AND owner = \"mia\"");
  }

  @Test
  void toString_ofNothingIsEmpty() {
    assertThat(new Filter()).hasToString("");
  }

  @Test
  void equal_keepsAValueFromBecomingPartOfTheFilter() {
    assertThat(new Filter().equal("owner", "a\" OR b = \"\\"))
        .hasToString("owner = \"a\\\" OR b = \\\"\\\\\"");
  }
}
