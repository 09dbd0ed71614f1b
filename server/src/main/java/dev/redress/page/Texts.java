package dev.redress.page;

/** Texts of others, made to fit. */
final class Texts {
  private static final int LABEL_MAX = 40;

  private Texts() {}

  /** The begin of a text that is too long for the label of a bar; no character is cut in two. */
  static String cut(String text) {
    if (text.codePointCount(0, text.length()) <= LABEL_MAX) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, LABEL_MAX - 1)).stripTrailing() + "…";
  }
}
