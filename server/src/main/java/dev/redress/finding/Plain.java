package dev.redress.finding;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are compared: in lower case, without what stands between them. */
final class Plain {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Plain() {}

  /** The words of a text, in their order. */
  static List<String> words(String text) {
    return BETWEEN
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
