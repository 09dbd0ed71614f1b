package dev.redress.matching;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A language that a customer's texts are in, known by its function words, with the endings that its
 * words lose before they are compared. Light stemming: fewer endings than grammar has, and the same
 * ones on both sides (for German and French after Savoy 2006, "Light Stemming Approaches for the
 * French, Portuguese, German and Hungarian Languages").
 */
enum Language {
  ENGLISH("the and not with is for to of on in from was a an at by") {
    @Override
    String stem(String word) {
      String stem = withoutPlural(word);
      if (stem.length() > 5 && stem.endsWith("ing")) {
        stem = withoutDoubled(stem.substring(0, stem.length() - 3));
      } else if (stem.length() > 4 && stem.endsWith("ed")) {
        stem = withoutDoubled(stem.substring(0, stem.length() - 2));
      }
      return stem.length() > 3 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
    }
  },

  GERMAN("der die das und nicht ist ein eine mit fuer auf dem den von im wird bei nach kann geht") {
    @Override
    String stem(String word) {
      return without(word, List.of("ern", "em", "en", "er", "es", "e", "s", "n"));
    }
  },

  FRENCH("le la les des et est une dans pour sur pas avec que du au plus ne sont") {
    @Override
    String stem(String word) {
      String singular = without(word, List.of("s", "x"));
      return without(singular, List.of("ement", "ees", "ee", "er", "ez", "e"));
    }
  };

  /** What is left of a word has so many letters. */
  private static final int STEM_LENGTH_MIN = 4;

  /** Texts that are looked at; which language it is shows soon. */
  private static final int TEXTS_MAX = 200;

  /** A language whose function words make up this share of all words is one of the customer's. */
  private static final double SHARE_MIN = 0.04;

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]+");

  private final String functionWords;

  Language(String functionWords) {
    this.functionWords = functionWords;
  }

  /** Takes the commonest endings off a word in lower case. */
  abstract String stem(String word);

  /** The languages of some texts; English always, for computers speak it. */
  static Set<Language> of(Iterable<String> texts) {
    Map<String, Integer> counts = new HashMap<>();
    int words = 0;
    int seen = 0;
    for (String text : texts) {
      if (++seen > TEXTS_MAX) {
        break;
      }
      for (String word : words(Folding.fold(text.toLowerCase(Locale.ROOT)))) {
        words++;
        counts.merge(word, 1, Integer::sum);
      }
    }
    Set<Language> languages = EnumSet.of(ENGLISH);
    for (Language language : values()) {
      int found = 0;
      for (String word : language.functionWords.split(" ", -1)) {
        found += counts.getOrDefault(word, 0);
      }
      if (found >= SHARE_MIN * words && words > 0) {
        languages.add(language);
      }
    }
    return languages;
  }

  /** The runs of letters in a text. */
  static List<String> words(String text) {
    return List.of(NO_WORD.split(text, 0));
  }

  private static String without(String word, List<String> endings) {
    for (String ending : endings) {
      int left = word.length() - ending.length();
      if (left >= STEM_LENGTH_MIN && word.endsWith(ending)) {
        return word.substring(0, left);
      }
    }
    return word;
  }

  private static String withoutPlural(String word) {
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    boolean singular = word.endsWith("ss") || word.endsWith("us") || word.endsWith("is");
    return word.endsWith("s") && !singular ? word.substring(0, word.length() - 1) : word;
  }

  private static String withoutDoubled(String stem) {
    int last = stem.length() - 1;
    boolean doubled = last > 1 && stem.charAt(last) == stem.charAt(last - 1);
    return doubled && "lszd".indexOf(stem.charAt(last)) < 0 ? stem.substring(0, last) : stem;
  }
}
