package dev.redress.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceNameTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ATLAS      | providers/p/customers/ATLAS
          A/B 100%   | providers/p/customers/A%2FB%20100%25
          Zoë+1      | providers/p/customers/Zo%C3%AB%2B1
          a~b        | providers/p/customers/a~b
          """)
  void of_encodesWhatLastIdDecodes(String id, String name) {
    assertThat(ResourceName.of("providers/p", "customers", id)).isEqualTo(name);
    assertThat(ResourceName.lastId(name)).isEqualTo(id);
  }

  @Test
  void id_findsThePartOfACollection() {
    String line = "providers/p/customers/C%201/invoices/INV/lines/7";
    assertThat(ResourceName.id(line, "customers")).isEqualTo("C 1");
    assertThat(ResourceName.id(line, "lines")).isEqualTo("7");
    assertThat(ResourceName.id(line, "disputes")).isEmpty();
    assertThat(ResourceName.customer(line)).isEqualTo("providers/p/customers/C%201");
  }

  @Test
  void lastId_ofNoNameIsEmpty() {
    assertThat(ResourceName.lastId("")).isEmpty();
  }
}
