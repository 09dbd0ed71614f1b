package dev.redress.envelope;

/**
 * A company as a document names it. Texts that are not known are empty.
 *
 * @param name in the register of companies (BT-27, BT-44)
 * @param endpoint its electronic address, to which documents are sent (BT-34, BT-49)
 * @param vatId its VAT identifier with the country in front (BT-31, BT-48)
 * @param registration its number in the register of companies (BT-30, BT-47)
 */
public record Party(
    String name,
    Identifier endpoint,
    String vatId,
    Identifier registration,
    Address address,
    Contact contact) {

  /** This party, by another name where it has none of its own. */
  Party orNamed(String other) {
    return name.isBlank()
        ? new Party(other, endpoint, vatId, registration, address, contact)
        : this;
  }

  /** This party as it is named where VAT has nothing to do with it. */
  Party withoutVatId() {
    return new Party(name, endpoint, "", registration, address, contact);
  }

  /**
   * Where it is.
   *
   * @param country an ISO 3166-1 code of two letters (BT-40, BT-55)
   */
  public record Address(String street, String city, String postalCode, String country) {}

  /** Who can be asked (BG-6, BG-9). */
  public record Contact(String name, String phone, String email) {
    /** Whether there is anybody. */
    public boolean isKnown() {
      return !(name.isBlank() && phone.isBlank() && email.isBlank());
    }
  }
}
