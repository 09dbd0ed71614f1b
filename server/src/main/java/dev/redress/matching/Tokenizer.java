package dev.redress.matching;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a text into the words that are compared.
 *
 * <p>Words are runs of letters and digits, in lower case, without marks and without the commonest
 * endings of the customer's languages. A word in camel case gives its parts and the whole, a dotted
 * name gives its parts and the whole, a version such as {@code 5.7.1} and a key such as {@code
 * KB5034441} stay in one piece, and German words that are made of others give their parts too (see
 * {@link Compounds}). A hyphen after a short part may be left out by the next writer, and so may a
 * blank between short capitals and a number: {@code Wi-Fi} gives {@code wifi} too, and {@code KB
 * 5034441} gives {@code kb5034441}.
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

  /** Shorter numbers after short capitals are counts, not part of a name. */
  private static final int SPACED_DIGITS_MIN = 4;

  /** Of texts in English. */
  static final Tokenizer ENGLISH = new Tokenizer(EnumSet.of(Language.ENGLISH), Compounds.NONE);

  private final Set<Language> languages;
  private final Compounds compounds;

  /** Of texts in any of some languages, with words that are made of others. */
  Tokenizer(Set<Language> languages, Compounds compounds) {
    this.languages = EnumSet.copyOf(languages);
    this.compounds = compounds;
  }

  /** Of texts like these. */
  static Tokenizer of(Iterable<String> texts) {
    Set<Language> languages = Language.of(texts);
    boolean isGerman = languages.contains(Language.GERMAN);
    return new Tokenizer(languages, isGerman ? new Compounds(texts) : Compounds.NONE);
  }

  /** A word as it is compared, and as it was written. */
  record Token(String word, String written) {}

  /** The words of a text in their order, repeated as often as they occur. */
  List<String> tokens(String text) {
    List<String> words = new ArrayList<>();
    for (Token token : writtenTokens(text)) {
      words.add(token.word());
    }
    return words;
  }

  /** The same with how each was written. */
  List<Token> writtenTokens(String whole) {
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
      addSpaced(text, at, next, tokens);
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
  private void addHyphenated(String text, int begin, int hyphen, List<Token> tokens) {
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

  /** Adds short capitals with the number after them. */
  private void addSpaced(String text, int begin, int blank, List<Token> tokens) {
    int end = blank + 1;
    if (blank - begin > HYPHENATED_MAX || blank == text.length() || text.charAt(blank) != ' ') {
      return;
    }
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    boolean isNumber = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
    boolean capitals = text.substring(begin, blank).chars().allMatch(Character::isUpperCase);
    if (capitals && isNumber && end - blank > SPACED_DIGITS_MIN) {
      String written = text.substring(begin, end);
      add(written.replace(" ", ""), written, tokens);
    }
  }

  private void addDotted(String word, List<Token> tokens) {
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

  private void addCamelCase(String word, List<Token> tokens) {
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

  private void add(String word, List<Token> tokens) {
    add(word, word, tokens);
  }

  private void add(String word, String written, List<Token> tokens) {
    if (word.length() < 2) {
      return;
    }
    String cut = word.length() > WORD_LENGTH_MAX ? word.substring(0, WORD_LENGTH_MAX) : word;
    String folded = Folding.fold(cut.toLowerCase(Locale.ROOT));
    tokens.add(new Token(stem(folded), written));
    for (String part : isLetters(folded) ? compounds.parts(folded) : List.<String>of()) {
      tokens.add(new Token(stem(part), written));
    }
  }

  private String stem(String word) {
    if (word.length() < 4 || !isLetters(word)) {
      return word;
    }
    String stem = word;
    for (Language language : languages) {
      stem = language.stem(stem);
    }
    return stem;
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
