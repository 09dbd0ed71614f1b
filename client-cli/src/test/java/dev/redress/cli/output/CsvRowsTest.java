package dev.redress.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRowsTest {
  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          plain          | plain
          =1+1           | '=1+1
          +49 30 1       | '+49 30 1
          -5             | '-5
          @SUM(A1)       | '@SUM(A1)
          a=b            | a=b
          `\ttab`        | `'\ttab`
          `\rreturn`     | `'\rreturn`
          `\nline`       | `'\nline`
          \uFF1D1         | '\uFF1D1
          ``             | ``
          """)
  void disarmed_keepsASpreadsheetFromComputing(String text, String field) {
    assertThat(CsvRows.disarmed(text)).isEqualTo(field);
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          plain      | plain
          a,b        | "a,b"
          say "hi"   | "say ""hi""\"
          `two\nlines` | `"two\nlines"`
          """)
  void quoted_quotesWhatNeedsIt(String field, String quoted) {
    assertThat(CsvRows.quoted(field)).isEqualTo(quoted);
  }
}
