package dev.redress.matching;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Letters with marks as people write them without: {@code ü} is {@code ue} (German practice, DIN
 * 5007-2), {@code ß} is {@code ss}, {@code é} is {@code e}.
 */
final class Folding {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Folding() {}

  /** Folds a text in lower case. */
  static String fold(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= 0x80) {
        return foldAll(text);
      }
    }
    return text;
  }

  private static String foldAll(String text) {
    String german =
        Normalizer.normalize(text, Normalizer.Form.NFC)
            .replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("ß", "ss");
    return MARKS.matcher(Normalizer.normalize(german, Normalizer.Form.NFD)).replaceAll("");
  }
}
