package dev.redress.matching;

import dev.redress.matching.Tokenizer.Token;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells words that say what was done from words that stand on any invoice. A few are known; the
 * others are learned from the customer's own lines: what stands on many of them tells nothing, and
 * neither does a phrase that lines repeat and requests never say.
 */
final class Boilerplate {
  /** Words of billing and of technicians who had no time to write. */
  private static final String KNOWN =
      """
      a an and as at by for from in into of off on per re see the then this to up via with
      was is are it its not no new all also some other more out over under after before
      done fixed resolved completed complete closed worked working work works checked check
      assist assisted assistance help helped support supported service services maintenance
      task tasks job misc miscellaneous various general ongoing regular remote remotely
      onsite site visit call called phone travel time hour hours labor labour billable
      ticket tickets request requests issue issues problem problems case note notes above
      below user users client customer consulting technical it msp admin etc
      und der die das mit fuer auf von im bei nach fernwartung wartung arbeiten arbeit erledigt behoben
      geprueft telefonat anfahrt vor ort stunde stunden kunde kunden allgemein diverses laut absprache
      le la les des et est pour sur avec du au intervention assistance divers travaux deplacement
      heure heures appel telephone selon demande
      """;

  /** Fewer lines than this teach nothing about which words are common. */
  private static final int LINES_MIN = 20;

  /** A word on more than this share of the lines tells nothing. */
  private static final double COMMON_SHARE = 0.2;

  private final Set<String> known;
  private final Set<String> common = new HashSet<>();
  private final StopPhrases phrases;

  /**
   * Learns from the words of descriptions.
   *
   * @param index of the requests
   */
  Boilerplate(Tokenizer tokenizer, Collection<LineText> texts, TextIndex index) {
    phrases = new StopPhrases(texts, index);
    known = new HashSet<>(tokenizer.tokens(KNOWN));
    Map<String, Integer> lines = new HashMap<>();
    for (LineText text : texts) {
      for (String word : new HashSet<>(text.words())) {
        lines.merge(word, 1, Integer::sum);
      }
    }
    if (texts.size() >= LINES_MIN) {
      double most = COMMON_SHARE * texts.size();
      lines.forEach(
          (word, count) -> {
            if (count > most) {
              common.add(word);
            }
          });
    }
  }

  /** The words that are worth looking for: those that are in no phrase of the invoice's own. */
  List<Token> worthLooking(List<Token> words) {
    return phrases.others(words);
  }

  /** Whether any of the words tells what was done; numbers alone do not. */
  boolean isAnyTelling(List<Token> words) {
    for (Token token : words) {
      String word = token.word();
      if (!known.contains(word) && !common.contains(word) && Tokenizer.hasLetter(word)) {
        return true;
      }
    }
    return false;
  }
}
