package dev.redress.cli.generate;

/**
 * Six letters for each customer, three syllables such as {@code BAKOLI}. They are the customer's id
 * and the prefix of its requests' ids, like the key of a project in a ticketing suite.
 */
final class CustomerCode {
  private static final String CONSONANTS = "BCDFGHJKLMNPRSTVWXZ";
  private static final String VOWELS = "AEIOU";
  private static final int SYLLABLES = CONSONANTS.length() * VOWELS.length();

  /** How many codes there are. */
  static final int COUNT = 857_375;

  /** A prime that does not divide {@link #COUNT}: neighbours get unlike codes, none twice. */
  private static final long STRIDE = 524_287;

  private CustomerCode() {}

  /** The code of a customer, different for every index from 0 below {@link #COUNT}. */
  static String of(int index) {
    long rest = (index + 1L) * STRIDE % COUNT;
    StringBuilder code = new StringBuilder(6);
    for (int syllable = 0; syllable < 3; syllable++) {
      int part = (int) (rest % SYLLABLES);
      code.append(CONSONANTS.charAt(part / VOWELS.length()));
      code.append(VOWELS.charAt(part % VOWELS.length()));
      rest /= SYLLABLES;
    }
    return code.toString();
  }
}
