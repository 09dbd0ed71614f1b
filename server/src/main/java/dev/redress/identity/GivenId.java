package dev.redress.identity;

import java.util.regex.Pattern;

/** The rule for ids of things that Redress makes, given by the caller or by Redress (AIP-133). */
public final class GivenId {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  private GivenId() {}

  /**
   * Checks an id and gives it back.
   *
   * @param what the kind of thing, for the message
   * @throws InvalidNameException when it is not 1 to 63 lower-case letters, digits and hyphens
   */
  public static String check(String what, String id) {
    if (!FORM.matcher(id).matches()) {
      throw new InvalidNameException(
          what
              + " '"
              + SourceId.shown(id)
              + "' must be 1 to 63 lower-case letters, digits and hyphens");
    }
    return id;
  }
}
