package dev.redress.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompoundsTest {
  private static final List<String> TEXTS =
      List.of(
          "Der Drucker im Netzwerk und der Treiber ist nicht da",
          "Die Anmeldung geht nicht, der Fehler kommt bei dem Kunden",
          "Netzwerk, Drucker, Treiber: der Fehler bei der Anmeldung ist nicht weg",
          "Ein Termin mit dem Kunden, das Postfach ist nicht voll",
          "Kunde und Termin, ein Fehler bei dem Kunde");

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # word                  | parts
          druckertreiber          | drucker treiber
          netzwerkdruckertreiber  | netzwerk drucker treiber
          # a link between the parts
          anmeldungsfehler        | anmeldung fehler
          kundentermin            | kunden termin
          # a part that stands in one text alone
          postfachfehler          | ''
          # not made of known words, or no more than one
          druckerpapier           | ''
          drucker                 | ''
          """)
  void parts_areWordsOfTheCustomersOwn(String word, String parts) {
    assertThat(String.join(" ", new Compounds(TEXTS).parts(word))).isEqualTo(parts);
  }

  @Test
  void tokens_ofGermanTextsHoldThePartsToo() {
    assertThat(Tokenizer.of(TEXTS).tokens("Netzwerkdrucker"))
        .containsExactly("netzwerkdruck", "netzwerk", "druck");
    assertThat(Tokenizer.of(List.of("The printer is not there")).tokens("Netzwerkdrucker"))
        .containsExactly("netzwerkdrucker");
  }
}
