package dev.redress.identity;

/** Ids of things that are counted within another thing: whole numbers from 1. */
final class OrdinalId {
  private static final int DIGITS_MAX = 9;

  private OrdinalId() {}

  /**
   * Reads a number, which has one form only, as a name must.
   *
   * @throws InvalidNameException when it is none
   */
  static int parse(String id) {
    if (!id.matches("[1-9][0-9]{0," + (DIGITS_MAX - 1) + "}")) {
      throw new InvalidNameException("'" + SourceId.shown(id) + "' is not a whole number from 1");
    }
    return Integer.parseInt(id);
  }

  /**
   * Refuses what is no such number.
   *
   * @throws InvalidNameException when it is none
   */
  static void check(int number) {
    if (number < 1) {
      throw new InvalidNameException(number + " is not a whole number from 1");
    }
  }
}
