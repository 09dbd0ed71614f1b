package dev.redress.ingest;

/** Digits at known places of a text; files hold millions of dates, all of the same form. */
final class Digits {
  private Digits() {}

  /** Whether a text has, from a place on, digits where the form has a d, and else the same. */
  static boolean fits(String text, int from, String form) {
    if (text.length() < from + form.length()) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      char c = text.charAt(from + i);
      boolean isWrong = form.charAt(i) == 'd' ? c < '0' || c > '9' : c != form.charAt(i);
      if (isWrong) {
        return false;
      }
    }
    return true;
  }

  /** The number that so many digits make; they must be digits. */
  static int at(String text, int from, int count) {
    int number = 0;
    for (int i = from; i < from + count; i++) {
      number = 10 * number + (text.charAt(i) - '0');
    }
    return number;
  }
}
