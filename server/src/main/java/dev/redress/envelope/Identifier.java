package dev.redress.envelope;

/**
 * An identifier within a scheme, such as an electronic address; both are empty where none is known.
 *
 * @param scheme a code of four digits: of the list EAS for electronic addresses (BT-34, BT-49), of
 *     ISO 6523 for registrations (BT-30, BT-47); empty where the value needs none
 */
public record Identifier(String scheme, String value) {
  /** None. */
  public static final Identifier NONE = new Identifier("", "");

  public Identifier {
    if (!scheme.isEmpty() && !scheme.matches("[0-9]{4}")) {
      throw new IllegalArgumentException(
          "the scheme '" + scheme + "' is not a code of four digits, such as 0088 for a GLN");
    }
    if (value.isEmpty() && !scheme.isEmpty()) {
      throw new IllegalArgumentException("a scheme says nothing without an identifier");
    }
  }
}
