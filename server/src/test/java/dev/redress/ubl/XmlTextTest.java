package dev.redress.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlTextTest {
  @ParameterizedTest(name = "[{index}] {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          plain|plain
          <a> & "b"|<a> & "b"
          Köln 東京 😀|Köln 東京 😀
          `a\0b\33[31m`|a\uFFFDb\uFFFD[31m
          `a\205b\233`|a\uFFFDb\uFFFD
          `\uFFFE\uFFFF`|\uFFFD\uFFFD
          `x\uD800y`|x\uFFFDy
          `  two
          lines\t.  `|`two
          lines\t.`
          `   `|``
          """)
  void clean_keepsWhatXmlCanHold(String text, String clean) {
    assertThat(XmlText.clean(text)).isEqualTo(clean);
  }
}
