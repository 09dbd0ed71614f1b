package dev.redress.envelope;

import dev.redress.error.RedressException;

/**
 * What a credit note says that Redress does not know by itself.
 *
 * @param seller the provider
 * @param buyer the customer
 * @param buyerReference what the buyer wants its documents routed by (BT-10)
 */
public record CreditNoteTerms(Party seller, Party buyer, String buyerReference, Vat vat) {

  /**
   * Checks what EN 16931 and Peppol BIS Billing 3 want of every note; the rules of single countries
   * are for those who know which of them they are under.
   *
   * @throws RedressException {@code FIELD_INVALID}
   */
  public CreditNoteTerms {
    require("buyer_reference", buyerReference, "Peppol wants what the buyer routes it by (BT-10)");
    require("seller.country_code", seller.address().country(), "EN 16931 wants it (BT-40)");
    require("buyer.country_code", buyer.address().country(), "EN 16931 wants it (BT-55)");
    if (vat.category() == VatCategory.NOT_SUBJECT) {
      // BR-O-02: none of the two may be named by a VAT identifier then.
      seller = seller.withoutVatId();
      buyer = buyer.withoutVatId();
      require(
          "seller.registration_id",
          seller.registration().value(),
          "who is not subject to VAT is known by its registration (BT-30)");
    } else {
      require(
          "seller.vat_id", seller.vatId(), vat.category() + " needs the seller's VAT id (BT-31)");
    }
    if (vat.category() == VatCategory.REVERSE_CHARGE) {
      require(
          "buyer.vat_id",
          buyer.vatId() + buyer.registration().value(),
          "REVERSE_CHARGE needs the buyer's VAT id (BT-48), or its registration_id (BT-47)");
    }
  }

  /** These terms, with names for the parties that have none. */
  CreditNoteTerms named(String sellerName, String buyerName) {
    return new CreditNoteTerms(
        seller.orNamed(sellerName), buyer.orNamed(buyerName), buyerReference, vat);
  }

  private static void require(String field, String value, String why) {
    if (value.isBlank()) {
      throw RedressException.ofField("terms." + field, "must be set: " + why);
    }
  }
}
