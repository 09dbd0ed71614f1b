package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.CustomerName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {
  private static final Field FIELD = new Field("request").child("summary");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tab\tand\r\nline break",
        "Ünïcödé \u4E2D\uD83D\uDE00",
        "right\u202Eto left",
        "'; DROP TABLE request; --",
        "${jndi:ldap://x}"
      })
  void text_isKeptAsItIs(String text) {
    assertThat(FIELD.text(text, 200)).isSameAs(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\u0007", "a\u001B[31m", "\u007F", "\u0085"})
  void text_refusesControlCharacters(String text) {
    assertRefused(() -> FIELD.text(text, 200), "request.summary", "holds the control character U+");
  }

  @Test
  void text_refusesMoreThanItsLength() {
    assertThat(FIELD.text("a".repeat(200), 200)).hasSize(200);
    assertRefused(
        () -> FIELD.text("a".repeat(201), 200),
        "request.summary",
        "has 201 characters; at most 200 are allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void requiredText_refusesBlanks(String text) {
    assertRefused(() -> FIELD.requiredText(text, 200), "request.summary", "must not be empty");
  }

  @Test
  void name_saysWhichFieldAndWhatForm() {
    assertThatThrownBy(() -> new Field("parent").name(CustomerName::parse, "customers/7"))
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(ErrorReason.NAME_INVALID);
              assertThat(e.violations().getFirst().field()).isEqualTo("parent");
            })
        .hasMessageContaining("providers/{provider}/customers/{customer}");
  }

  @Test
  void name_ofUnsetFieldsMustBeSet() {
    assertThatThrownBy(() -> new Field("parent").name(CustomerName::parse, ""))
        .hasMessageContaining("parent: must be set");
  }

  @Test
  void distinct_namesTheSecondOne() {
    assertRefused(
        () -> new Field("requests").distinct(List.of("a", "b", "a")),
        "requests[2].name",
        "is in the call twice: a");
  }

  @Test
  void attributes_areBoundedOneByOneAndTogether() {
    Field field = new Field("request.attributes");
    Map<String, String> many = new HashMap<>();
    for (int i = 0; i < 51; i++) {
      many.put("key" + i, "value");
    }
    Map<String, String> large = new HashMap<>();
    for (int i = 0; i < 17; i++) {
      large.put("key" + i, "\"".repeat(1_000));
    }

    assertThat(field.attributes(Map.of("source", "jira"))).containsEntry("source", "jira");
    assertRefused(() -> field.attributes(many), "request.attributes", "has 51 entries; at most 50");
    assertRefused(() -> field.attributes(large), "request.attributes", "at most 32000 are allowed");
    assertRefused(
        () -> field.attributes(Map.of("k", "v".repeat(2_001))),
        "request.attributes[k]",
        "at most 2000 are allowed");
    assertRefused(
        () -> field.attributes(Map.of("", "v")), "request.attributes", "must not be empty");
  }

  @Test
  void checked_reportsWhatARecordRefuses() {
    assertRefused(
        () ->
            FIELD.checked(
                () -> {
                  throw new IllegalArgumentException("is odd");
                }),
        "request.summary",
        "is odd");
  }

  private static void assertRefused(Runnable check, String field, String sentence) {
    assertThatThrownBy(check::run)
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(ErrorReason.FIELD_INVALID);
              assertThat(e.violations().getFirst().field()).isEqualTo(field);
            })
        .hasMessageContaining(sentence);
  }
}
