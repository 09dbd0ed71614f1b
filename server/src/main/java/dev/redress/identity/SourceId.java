package dev.redress.identity;

/** The rule for ids that are the source's own: kept as they came, short, and visible. */
public final class SourceId {
  /** Most characters that an id may have. */
  public static final int LENGTH_MAX = 200;

  private static final int SHOWN_MAX = 60;

  private SourceId() {}

  /**
   * Checks an id and gives it back.
   *
   * @param what the kind of thing, for the message
   * @throws InvalidNameException when the id is empty, longer than 200 characters, begins or ends
   *     with white space, or holds a control character
   */
  public static String check(String what, String id) {
    if (id.isEmpty()) {
      throw new InvalidNameException(what + " must not be empty");
    }
    if (id.length() > LENGTH_MAX) {
      throw new InvalidNameException(
          what + " '" + shown(id) + "' is longer than " + LENGTH_MAX + " characters");
    }
    if (!id.strip().equals(id)) {
      throw new InvalidNameException(what + " '" + shown(id) + "' begins or ends with a space");
    }
    if (id.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidNameException(what + " '" + shown(id) + "' holds a control character");
    }
    return id;
  }

  /** At most 60 characters of a text from outside, control characters shown as U+FFFD. */
  public static String shown(String text) {
    String head = text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "...";
    return head.replaceAll("\\p{Cntrl}", "\uFFFD");
  }
}
