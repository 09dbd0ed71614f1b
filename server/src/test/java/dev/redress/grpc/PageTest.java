package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.v1.Provider;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  private static final String TOKEN =
      page("ListX", "providers/a", "open = true", "")
          .partById(List.of("a", "b", "c"), PageTest::message, Function.identity())
          .nextPageToken();

  @ParameterizedTest(name = "page_size {0}: {1} rows, {2} asked for")
  @CsvSource({"0, 100, 101", "1, 1, 2", "1000, 1000, 1001", "1001, 1000, 1001"})
  void of_boundsTheSize(int pageSize, int size, int countMax) {
    Page page = Page.of("ListX", "providers/a", "", pageSize, "");

    assertThat(page.size()).isEqualTo(size);
    assertThat(page.countMax()).isEqualTo(countMax);
  }

  @Test
  void of_refusesNegativeSizes() {
    assertThatThrownBy(() -> Page.of("ListX", "providers/a", "", -1, ""))
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> assertThat(e.reason()).isEqualTo(ErrorReason.FIELD_INVALID))
        .hasMessageContaining("page_size");
  }

  @Test
  void part_leadsToWhereThePageEnded() {
    assertThat(page("ListX", "providers/a", "open = true", TOKEN).afterId()).isEqualTo("b");
  }

  @Test
  void part_endsWithoutTokenOnTheLastPage() {
    Page page = page("ListX", "providers/a", "", "");

    assertThat(part(page, List.of())).isEqualTo(new Page.Part<>(List.of(), ""));
    assertThat(part(page, List.of("a", "b")))
        .isEqualTo(new Page.Part<>(List.of(message("a"), message("b")), ""));
    Page.Part<Provider> cut = part(page, List.of("a", "b", "c"));
    assertThat(cut.messages()).containsExactly(message("a"), message("b"));
    assertThat(cut.nextPageToken()).isNotEmpty();
  }

  @Test
  void part_isShorterWhereMessagesAreLarge() {
    String large = "x".repeat(1_600_000);
    List<String> rows = List.of("a" + large, "b" + large, "c");
    Page page = Page.of("ListX", "providers/a", "", 10, "");

    Page.Part<Provider> first = page.partById(rows, PageTest::message, row -> row.substring(0, 1));

    assertThat(first.messages()).hasSize(1);
    assertThat(page("ListX", "providers/a", "", first.nextPageToken()).afterId()).isEqualTo("a");
    // A single one comes however large it is.
    String huge = "x".repeat(4_000_000);
    assertThat(part(page, List.of(huge)).messages()).hasSize(1);
  }

  @Test
  void part_carriesSeveralKeysAndAnyText() {
    Page page = page("ListX", "providers/a", "", "");
    String token =
        page.part(
                List.of(1, 2, 3),
                row -> message("m" + row),
                row -> List.of("ä/" + row, "", "z|\u4E2D" + row))
            .nextPageToken();

    assertThat(page("ListX", "providers/a", "", token).keys(3))
        .containsExactly("ä/2", "", "z|\u4E2D2");
    assertThatThrownBy(() -> page("ListX", "providers/a", "", token).keys(2))
        .isInstanceOf(RedressException.class);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # method | parent      | filter
          ListY    | providers/a | open = true
          ListX    | providers/b | open = true
          ListX    | providers/a | open = false
          """)
  void of_refusesTokensOfOtherLists(String method, String parent, String filter) {
    assertInvalid(method, parent, filter, TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "%%%", "AAAA", "bm90IGEgdG9rZW4gYXQgYWxsLCBidXQgbG9uZyBlbm91Z2g"})
  void of_refusesWhatIsNoToken(String token) {
    assertInvalid("ListX", "providers/a", "open = true", token);
  }

  @Test
  void of_refusesTokensWithAnotherPosition() {
    String content = new String(Base64.getUrlDecoder().decode(TOKEN), StandardCharsets.UTF_8);
    String forged = content.substring(0, content.length() - 1) + "z";

    assertInvalid(
        "ListX",
        "providers/a",
        "open = true",
        Base64.getUrlEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8)));
  }

  private static void assertInvalid(String method, String parent, String filter, String token) {
    assertThatThrownBy(() -> page(method, parent, filter, token))
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> {
              assertThat(e.reason()).isEqualTo(ErrorReason.PAGE_TOKEN_INVALID);
              assertThat(e.violations().getFirst().field()).isEqualTo("page_token");
            });
  }

  private static Page.Part<Provider> part(Page page, List<String> rows) {
    return page.partById(rows, PageTest::message, Function.identity());
  }

  private static Provider message(String text) {
    return Provider.newBuilder().setDisplayName(text).build();
  }

  private static Page page(String method, String parent, String filter, String token) {
    return Page.of(method, parent, filter, 2, token);
  }
}
