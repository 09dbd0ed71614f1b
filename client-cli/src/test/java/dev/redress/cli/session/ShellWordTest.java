package dev.redress.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellWordTest {
  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          26091-03       | 26091-03
          a/b%20c        | a/b%20c
          two words      | 'two words'
          $(rm x)        | '$(rm x)'
          it's           | 'it'\\''s'
          ``             | ''
          """)
  void of_quotesWhatTheShellWouldRead(String word, String typed) {
    assertThat(ShellWord.of(word)).isEqualTo(typed);
  }
}
