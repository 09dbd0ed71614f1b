package dev.redress.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text into the words that are compared.
 *
 * <p>Words are runs of letters and digits, in lower case and without the commonest English endings.
 * A word in camel case gives its parts and the whole, a dotted name gives its parts and the whole,
 * a version such as {@code 5.7.1} and a key such as {@code KB5034441} stay in one piece. A hyphen
 * after a short part may be left out by the next writer: {@code Wi-Fi} gives {@code wifi} too.
 */
final class Tokenizer {
  /** Longer texts are cut: what matters of a ticket stands in its beginning. */
  private static final int LENGTH_MAX = 8_000;

  /** Longer words are data, such as keys and hashes, and are cut. */
  private static final int WORD_LENGTH_MAX = 60;

  /**
   * Longer parts before a hyphen are words of their own: {@code wi-fi}, but {@code push-button}.
   */
  private static final int HYPHENATED_MAX = 3;

  private Tokenizer() {}

  /** A word as it is compared, and as it was written. */
  record Token(String word, String written) {}

  /** The words of a text in their order, repeated as often as they occur. */
  static List<String> tokens(String text) {
    List<String> words = new ArrayList<>();
    for (Token token : writtenTokens(text)) {
      words.add(token.word());
    }
    return words;
  }

  /** The same with how each was written. */
  static List<Token> writtenTokens(String whole) {
    List<Token> tokens = new ArrayList<>();
    int end = Math.min(whole.length(), LENGTH_MAX);
    String text = whole.substring(0, end);
    int at = 0;
    while (at < end) {
      if (!Character.isLetterOrDigit(text.charAt(at))) {
        at++;
        continue;
      }
      int next = at + 1;
      while (next < end && isWithinWord(text, next, end)) {
        next++;
      }
      addDotted(text.substring(at, next), tokens);
      addHyphenated(text, at, next, tokens);
      at = next;
    }
    return tokens;
  }

  /** Whether the character belongs to the word before it; a point does between two characters. */
  private static boolean isWithinWord(String text, int at, int end) {
    char character = text.charAt(at);
    return Character.isLetterOrDigit(character)
        || (character == '.' && at + 1 < end && Character.isLetterOrDigit(text.charAt(at + 1)));
  }

  /** Adds a word with its hyphen left out, where its first part is short. */
  private static void addHyphenated(String text, int begin, int hyphen, List<Token> tokens) {
    int end = hyphen + 1;
    if (hyphen - begin > HYPHENATED_MAX || hyphen == text.length() || text.charAt(hyphen) != '-') {
      return;
    }
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    if (end > hyphen + 1) {
      String written = text.substring(begin, end);
      add(written.replace("-", ""), written, tokens);
    }
  }

  private static void addDotted(String word, List<Token> tokens) {
    int point = word.indexOf('.');
    if (point < 0 || !hasLetter(word)) {
      addCamelCase(word, tokens);
      return;
    }
    add(word, tokens);
    int begin = 0;
    while (point >= 0) {
      addCamelCase(word.substring(begin, point), tokens);
      begin = point + 1;
      point = word.indexOf('.', begin);
    }
    addCamelCase(word.substring(begin), tokens);
  }

  private static void addCamelCase(String word, List<Token> tokens) {
    add(word, tokens);
    int begin = 0;
    for (int i = 1; i < word.length(); i++) {
      if (isHump(word, i)) {
        add(word.substring(begin, i), tokens);
        begin = i;
      }
    }
    if (begin > 0) {
      add(word.substring(begin), tokens);
    }
  }

  /** Whether a new part of a camel-case word begins here: {@code setData}, {@code XMLParser}. */
  private static boolean isHump(String word, int at) {
    if (!Character.isUpperCase(word.charAt(at))) {
      return false;
    }
    return Character.isLowerCase(word.charAt(at - 1))
        || (Character.isUpperCase(word.charAt(at - 1))
            && at + 1 < word.length()
            && Character.isLowerCase(word.charAt(at + 1)));
  }

  private static void add(String word, List<Token> tokens) {
    add(word, word, tokens);
  }

  private static void add(String word, String written, List<Token> tokens) {
    if (word.length() < 2) {
      return;
    }
    String cut = word.length() > WORD_LENGTH_MAX ? word.substring(0, WORD_LENGTH_MAX) : word;
    tokens.add(new Token(stem(cut.toLowerCase(Locale.ROOT)), written));
  }

  /** Takes the commonest English endings off, the same way on both sides of a comparison. */
  private static String stem(String word) {
    if (word.length() < 4 || !isLetters(word)) {
      return word;
    }
    String stem = withoutPlural(word);
    if (stem.length() > 5 && stem.endsWith("ing")) {
      stem = withoutDoubled(stem.substring(0, stem.length() - 3));
    } else if (stem.length() > 4 && stem.endsWith("ed")) {
      stem = withoutDoubled(stem.substring(0, stem.length() - 2));
    }
    return stem.length() > 3 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
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

  /** Whether a word is more than a number. */
  static boolean hasLetter(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLetter(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLetters(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isLetter(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
