package dev.redress.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # text                                                           | languages
          The printer does not print and the queue is full                 | ENGLISH
          Der Drucker im Büro druckt nicht und die Warteschlange ist voll  | ENGLISH, GERMAN
          L'imprimante ne fonctionne pas et le réseau est en panne         | ENGLISH, FRENCH
          ''                                                               | ENGLISH
          """)
  void languages_areKnownByTheirFunctionWords(String text, String languages) {
    assertThat(
            Language.of(List.of(text)).stream()
                .map(Language::name)
                .collect(Collectors.joining(", ")))
        .isEqualTo(languages);
  }

  @ParameterizedTest(name = "{0}: {1} and {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # language | one word     | the same word
          ENGLISH    | printers     | Printer
          GERMAN     | Netzwerkes   | Netzwerk
          GERMAN     | Druckern     | Drucker
          GERMAN     | Lizenzen     | Lizenz
          GERMAN     | Büro         | Buero
          FRENCH     | imprimantes  | imprimante
          FRENCH     | configurée   | configurer
          FRENCH     | réseaux      | reseau
          """)
  void words_loseTheEndingsOfTheirLanguage(Language language, String one, String same) {
    Tokenizer tokenizer = new Tokenizer(EnumSet.of(Language.ENGLISH, language), Compounds.NONE);
    assertThat(tokenizer.tokens(one)).isEqualTo(tokenizer.tokens(same));
  }

  @Test
  void aGermanLine_findsItsRequest() {
    Verdict verdict =
        new MatchingCase()
            .request("NG-1", 2, "Der Drucker im Büro druckt nicht und meldet Papierstau")
            .request("NG-2", 2, "Die Lizenz für das Archiv ist abgelaufen")
            .request("NG-3", 2, "Neue Konten für die Buchhaltung")
            .line("L1", 3, "", "0.5", "Papierstaus des Druckers beseitigt (Buero)")
            .verdict("L1");
    assertThat(verdict.candidates().getFirst().request()).isEqualTo("NG-1");
    assertThat(verdict.candidates().getFirst().signals())
        .filteredOn(signal -> signal.kind() == Signal.Kind.TEXT)
        .first()
        .extracting(Signal::requestValue)
        .asString()
        .contains("Papierstaus", "Druckers", "Buero");
  }
}
