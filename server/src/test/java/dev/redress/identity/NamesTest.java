package dev.redress.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  private static final CustomerName ATLAS = new CustomerName(new ProviderName("north"), "ATLAS");

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # id          | in the name
          2026-09       | 2026-09
          A/B           | A%2FB
          50 %          | 50%20%25
          1+1           | 1%2B1
          Müller & Söhne| M%C3%BCller%20%26%20S%C3%B6hne
          -             | -
          """)
  void sourceIds_arePercentEncodedAndComeBack(String id, String encoded) {
    InvoiceName name = new InvoiceName(ATLAS, id);
    assertThat(name).hasToString("providers/north/customers/ATLAS/invoices/" + encoded);
    assertThat(InvoiceName.parse(name.toString())).isEqualTo(name);
  }

  @Test
  void plusSign_standsForItself() {
    assertThat(InvoiceName.parse("providers/north/customers/ATLAS/invoices/1+1").invoice())
        .isEqualTo("1+1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "providers/north",
        "providers/north/customers/ATLAS",
        "providers/north/customers/ATLAS/requests/1",
        "providers/north/customers/ATLAS/invoices/",
        "providers/north/customers/ATLAS/invoices/a/b",
        "providers/north/customers/ATLAS/invoices/%zz",
        "providers/north/customers/ATLAS/invoices/%00",
        "providers/North/customers/ATLAS/invoices/1",
        "providers/north/customers/ATLAS/invoices/%20x",
      })
  void parse_refusesWhatIsNotAnInvoice(String name) {
    assertThatExceptionOfType(InvalidNameException.class).isThrownBy(() -> InvoiceName.parse(name));
  }

  @Test
  void ids_haveALimit() {
    assertThatExceptionOfType(InvalidNameException.class)
        .isThrownBy(() -> new CustomerName(ATLAS.provider(), "x".repeat(201)));
  }

  @Test
  void madeIds_sortByTime() {
    TimeOrderedIds ids = new TimeOrderedIds(() -> Instant.parse("2026-09-30T10:00:00Z"));
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      made.add(ids.next());
    }
    assertThat(made).isSorted().doesNotHaveDuplicates();
    assertThat(new DisputeName(ATLAS.provider(), made.getFirst()).dispute()).hasSize(26);
  }

  @Test
  void contentHash_tellsAbsentFromEmptyAndKnowsWherePartsEnd() {
    assertThat(ContentHash.of("ab", "c")).isNotEqualTo(ContentHash.of("a", "bc"));
    assertThat(ContentHash.of("", "x")).isNotEqualTo(ContentHash.of(null, "x"));
    assertThat(ContentHash.of(java.util.Map.of("a", "1", "b", "2")))
        .isEqualTo(ContentHash.of(new java.util.TreeMap<>(java.util.Map.of("b", "2", "a", "1"))));
  }
}
