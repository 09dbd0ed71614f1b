package dev.redress.matching;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person's name, read so that {@code Reyes, Diego}, {@code D. Reyes} and {@code
 * diego.reyes@msp.example} can be told to be alike.
 */
final class PersonName {
  private final List<String> parts;

  /** Names are looked up for every pair. */
  private final int hash;

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

  private PersonName(List<String> parts) {
    this.parts = parts;
    this.hash = parts.hashCode();
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

  /** The words of the name in lower case, given names first; empty when nobody is named. */
  List<String> parts() {
    return parts;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof PersonName name && name.parts.equals(parts));
  }

  @Override
  public int hashCode() {
    return hash;
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
