package dev.redress.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Words that are made of others, as German makes them: {@code Druckertreiber}. The parts are words
 * that the customer's own texts hold by themselves, so that a line about the {@code Drucker} finds
 * it (after Monz & de Rijke 2002, "Shallow Morphological Analysis in Monolingual Information
 * Retrieval for Dutch, German, and Italian").
 */
final class Compounds {
  /** No word is taken apart. */
  static final Compounds NONE = new Compounds(List.of());

  /** Shorter words are found in too many others. */
  private static final int PART_LENGTH_MIN = 4;

  /** What is in one text alone may be a slip. */
  private static final int TEXTS_MIN = 2;

  /** What may stand between two parts: Anmeldung-s-fehler, Kunde-n-termin. */
  private static final List<String> LINKS = List.of("", "s", "n", "en", "es");

  private final Map<String, Integer> textsByWord = new HashMap<>();

  /** Learns the words of some texts. */
  Compounds(Iterable<String> texts) {
    for (String text : texts) {
      Language.words(Folding.fold(text.toLowerCase(Locale.ROOT))).stream()
          .filter(word -> word.length() >= PART_LENGTH_MIN)
          .distinct()
          .forEach(word -> textsByWord.merge(word, 1, Integer::sum));
    }
  }

  /** The parts of a folded word in lower case, or nothing where it is not made of known words. */
  List<String> parts(String word) {
    for (int end = word.length() - PART_LENGTH_MIN; end >= PART_LENGTH_MIN; end--) {
      if (isPart(word.substring(0, end))) {
        List<String> rest = rest(word.substring(end));
        if (!rest.isEmpty()) {
          List<String> parts = new ArrayList<>(List.of(word.substring(0, end)));
          parts.addAll(rest);
          return parts;
        }
      }
    }
    return List.of();
  }

  /** What follows a first part: a link, and one known word or several. */
  private List<String> rest(String rest) {
    for (String link : LINKS) {
      if (rest.startsWith(link)) {
        String word = rest.substring(link.length());
        List<String> parts = isPart(word) ? List.of(word) : parts(word);
        if (!parts.isEmpty()) {
          return parts;
        }
      }
    }
    return List.of();
  }

  private boolean isPart(String word) {
    return word.length() >= PART_LENGTH_MIN && textsByWord.getOrDefault(word, 0) >= TEXTS_MIN;
  }
}
