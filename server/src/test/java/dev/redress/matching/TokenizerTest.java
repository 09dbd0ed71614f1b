package dev.redress.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # text                    | words
          Fixed printers, FIXING    | fix printer fix
          tableView.setData         | tableview.setdata tableview tabl view setdata set data
          XMLParser                 | xmlparser xml parser
          installed KB5034441       | install kb5034441
          KB 5034441 on HP 4050     | kb kb5034441 5034441 on hp hp4050 4050
          AB 12, to 2024            | ab 12 to 2024
          update to 5.7.1.          | updat to 5.7.1
          Zahnärzte – Überprüfung   | zahnaerzt ueberpruefung
          policies, boxes; process  | policy box process
          a b c                     | ''
          Wi-Fi and WLAN, e-mail    | wi wifi fi and wlan email mail
          KB-5034441, log-in        | kb kb5034441 5034441 log login in
          push-button, x- -y        | push button
          """)
  void tokens_areLowerCaseWithoutEndings(String text, String words) {
    assertThat(String.join(" ", Tokenizer.ENGLISH.tokens(text))).isEqualTo(words);
  }
}
