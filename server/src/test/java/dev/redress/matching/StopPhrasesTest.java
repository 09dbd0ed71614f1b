package dev.redress.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.invoice.LaborLine;
import dev.redress.money.Money;
import dev.redress.time.Hours;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopPhrasesTest {
  private static final Tokenizer WORDS = Tokenizer.ENGLISH;

  @ParameterizedTest(name = "{0}, {1} lines, {2} days apart -> {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # text on lines            | lines | days apart | what is looked for of it
          # no request says it, many lines do, for months
          as discussed with office   | 12    | 8          | ''
          # a week's work, not a habit
          replaced every badge       | 12    | 1          | replac every badg
          # too few lines
          as discussed with office   | 9     | 12         | as discuss with offic
          # a request says it too
          printer offline again      | 12    | 8          | printer offlin
          """)
  void phrases_areWhatLinesRepeatAndRequestsNeverSay(
      String text, int lines, int daysApart, String left) {
    List<LineText> texts = new ArrayList<>();
    for (int line = 0; line < lines; line++) {
      texts.add(text("L" + line, line * daysApart, text));
    }
    StopPhrases phrases = new StopPhrases(texts, requests("Printer offline", "Office move"));
    List<String> others =
        phrases.others(texts.getFirst().tokens()).stream().map(Tokenizer.Token::word).toList();
    assertThat(String.join(" ", others)).isEqualTo(left);
  }

  private static TextIndex requests(String... summaries) {
    List<List<TextIndex.Field>> documents = new ArrayList<>();
    for (String summary : summaries) {
      documents.add(List.of(new TextIndex.Field(WORDS.tokens(summary), 1)));
    }
    return new TextIndex(documents);
  }

  private static LineText text(String id, int daysAfter, String description) {
    LaborLine line =
        new LaborLine(
            MatchingCase.lineName(id),
            MatchingCase.day(1 + daysAfter),
            "D. Reyes",
            Hours.of("1"),
            null,
            new Money(10_000, Currency.getInstance("USD")),
            description,
            "",
            "",
            Map.of());
    return LineText.of(WORDS, line);
  }
}
