package dev.redress.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.statement.Language;
import dev.redress.statement.Standing;
import dev.redress.statement.Statement;
import dev.redress.statement.StatementLine;
import dev.redress.statement.StatementSamples;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a page holds, whatever it is told. */
class JteStatementPageTest {
  private static final JteStatementPage PAGE = new JteStatementPage();

  @ParameterizedTest
  @EnumSource
  void html_isOnePageOfTheLanguageThatNeedsNothingElse(Language language) {
    String html =
        html(Arrays.stream(Standing.values()).map(StatementSamples::line).toList(), language);

    assertThat(html)
        .startsWith("<!DOCTYPE html>")
        .contains("<html lang=\"" + language.code() + "\">")
        .contains("<svg role=\"img\"")
        .contains("<title>")
        .doesNotContain("<script")
        .doesNotContain("<link")
        .doesNotContain("<img")
        .doesNotContain("url(")
        .doesNotContain("null");
    assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
    for (Standing standing : Standing.values()) {
      assertThat(html)
          .contains("class=\"tag " + standing.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  @Test
  void html_showsHostileTextAndDoesNotObeyIt() {
    String hostile = "\"><script>alert(1)</script><img src=x onerror=alert(1)>' onmouseover='x";

    String html = html(List.of(StatementSamples.hostile(hostile)), Language.ENGLISH);

    assertThat(html).doesNotContain("<script").doesNotContain("<img").contains("&lt;script&gt;");
    // No attribute of a tag holds what was written by others.
    assertThat(Pattern.compile("<[^>]*onmouseover").matcher(html).find()).isFalse();
  }

  @Test
  void html_sumsUpTheRequestsBeyondTenInOneBar() {
    String html = html(List.of(StatementSamples.line(Standing.MATCHED)), Language.ENGLISH);
    assertThat(html).contains("r1: Printer jams");

    assertThat(html(Collections.nCopies(2_000, StatementSamples.disputed()), Language.ENGLISH))
        .doesNotContain("Hours by request")
        .contains("2000");
  }

  @Test
  void html_ofAnInvoiceWithoutLinesClaimsNothing() {
    assertThat(html(List.of(), Language.ENGLISH)).contains("INCONCLUSIVE").doesNotContain("<svg");
  }

  private static String html(List<StatementLine> lines, Language language) {
    Statement statement = StatementSamples.of(lines);
    return new String(PAGE.html(statement, language), StandardCharsets.UTF_8);
  }
}
