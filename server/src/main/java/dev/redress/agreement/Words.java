package dev.redress.agreement;

import java.util.Locale;

/** Names of roles, technicians and kinds of work, which people write in upper and lower case. */
final class Words {
  /** Most characters of one. */
  static final int LENGTH_MAX = 200;

  private Words() {}

  /** What two spellings of the same name have in common. */
  static String key(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether two names are the same, whatever the case and the spaces around them. */
  static boolean same(String one, String other) {
    return key(one).equals(key(other));
  }

  /**
   * Gives a name back.
   *
   * @param what it names, for the sentence
   * @throws IllegalArgumentException when it is longer than 200 characters, blank but not empty, or
   *     holds a control character
   */
  static String checked(String what, String word) {
    if (word.length() > LENGTH_MAX) {
      throw new IllegalArgumentException(
          what + " must have at most " + LENGTH_MAX + " characters: shorten it");
    }
    if (!word.isEmpty() && word.isBlank()) {
      throw new IllegalArgumentException(what + " must not be blank: leave it out");
    }
    if (word.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(what + " holds a control character: take it out");
    }
    return word;
  }
}
