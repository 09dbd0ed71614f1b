package dev.redress.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A person's name, read so that {@code Reyes, Diego}, {@code D. Reyes} and {@code
 * diego.reyes@msp.example} can be told to be alike.
 *
 * @param parts the words of the name in lower case, given names first; empty when nobody is named
 */
record PersonName(List<String> parts) {

  /** How two names compare. */
  enum Likeness {
    /** The same words. */
    EQUAL,
    /** The same surname, and a given name that begins alike: probably one person. */
    COMPATIBLE,
    /** Two people. */
    DIFFERENT,
    /** At least one of them is missing. */
    UNKNOWN
  }

  PersonName {
    parts = List.copyOf(parts);
  }

  /** Reads a name as a source wrote it. */
  static PersonName of(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    int at = name.indexOf('@');
    if (at > 0) {
      name = name.substring(0, at);
    }
    int comma = name.indexOf(',');
    if (comma > 0) {
      name = name.substring(comma + 1) + " " + name.substring(0, comma);
    }
    return new PersonName(
        Arrays.stream(name.split("[^\\p{L}\\p{N}]+")).filter(part -> !part.isEmpty()).toList());
  }

  /** Compares two names. */
  Likeness likeness(PersonName other) {
    if (parts.isEmpty() || other.parts.isEmpty()) {
      return Likeness.UNKNOWN;
    }
    if (parts.equals(other.parts)) {
      return Likeness.EQUAL;
    }
    return parts.size() > 1
            && other.parts.size() > 1
            && parts.getLast().equals(other.parts.getLast())
            && beginAlike(parts.getFirst(), other.parts.getFirst())
        ? Likeness.COMPATIBLE
        : Likeness.DIFFERENT;
  }

  private static boolean beginAlike(String one, String other) {
    return one.startsWith(other) || other.startsWith(one);
  }
}
