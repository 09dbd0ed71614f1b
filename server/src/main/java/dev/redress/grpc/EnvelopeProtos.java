package dev.redress.grpc;

import dev.redress.envelope.CreditNoteTerms;
import dev.redress.envelope.Identifier;
import dev.redress.envelope.Party;
import dev.redress.envelope.Vat;
import dev.redress.envelope.VatCategory;
import dev.redress.error.RedressException;
import dev.redress.v1.EnvelopeParty;
import dev.redress.v1.EnvelopeTerms;
import dev.redress.v1.EnvelopeVat;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Conversion of what documents say that Redress does not know. */
final class EnvelopeProtos {
  private static final int ID_MAX = 50;
  private static final int POSTAL_CODE_MAX = 20;
  private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,2})?");
  private static final Pattern VAT_ID = Pattern.compile("[A-Z]{2}[0-9A-Za-z+*. -]{2,28}");

  /** ISO 3166-1, two letters. */
  private static final Set<String> COUNTRIES =
      Arrays.stream(Locale.getISOCountries()).collect(Collectors.toUnmodifiableSet());

  /** In VAT ids Greece and Northern Ireland have letters of their own (BR-CO-09). */
  private static final Set<String> VAT_COUNTRIES = Set.of("EL", "XI");

  private EnvelopeProtos() {}

  /**
   * All of a credit note.
   *
   * @throws RedressException {@code FIELD_INVALID}
   */
  static CreditNoteTerms creditNoteTerms(Field field, EnvelopeTerms terms) {
    return new CreditNoteTerms(
        party(field.child("seller"), terms.getSeller()),
        party(field.child("buyer"), terms.getBuyer()),
        field.child("buyer_reference").text(terms.getBuyerReference(), Field.SHORT_MAX),
        vat(field.child("vat"), terms.getVat()));
  }

  /**
   * A company with an electronic address.
   *
   * @throws RedressException {@code FIELD_INVALID}
   */
  static Party party(Field field, EnvelopeParty party) {
    Field endpoint = field.child("endpoint_scheme");
    String scheme = endpoint.requiredText(party.getEndpointScheme(), Field.SHORT_MAX);
    String address = field.child("endpoint_id").requiredText(party.getEndpointId(), ID_MAX);
    String registration = field.child("registration_id").text(party.getRegistrationId(), ID_MAX);
    return new Party(
        field.child("name").text(party.getName(), Field.SHORT_MAX),
        endpoint.checked(() -> new Identifier(scheme, address)),
        vatId(field.child("vat_id"), party.getVatId()),
        field
            .child("registration_scheme")
            .checked(() -> new Identifier(party.getRegistrationScheme(), registration)),
        new Party.Address(
            field.child("street").text(party.getStreet(), Field.SHORT_MAX),
            field.child("city").text(party.getCity(), Field.SHORT_MAX),
            field.child("postal_code").text(party.getPostalCode(), POSTAL_CODE_MAX),
            country(field.child("country_code"), party.getCountryCode())),
        new Party.Contact(
            field.child("contact_name").text(party.getContactName(), Field.SHORT_MAX),
            field.child("phone").text(party.getPhone(), Field.SHORT_MAX),
            field.child("email").text(party.getEmail(), Field.SHORT_MAX)));
  }

  private static Vat vat(Field field, EnvelopeVat vat) {
    VatCategory category =
        Constants.fromProto(field.child("category"), vat.getCategory(), VatCategory.class);
    String percent = vat.getPercent().isEmpty() ? "0" : vat.getPercent();
    if (!PERCENT.matcher(percent).matches()) {
      throw field
          .child("percent")
          .invalid("is not a number of percent with at most two decimals, such as 19 or 5.5");
    }
    String reason = field.child("exemption_reason").text(vat.getExemptionReason(), Field.SHORT_MAX);
    return field.checked(() -> new Vat(category, new BigDecimal(percent), reason));
  }

  private static String vatId(Field field, String id) {
    boolean known =
        VAT_ID.matcher(id).matches()
            && (COUNTRIES.contains(id.substring(0, 2))
                || VAT_COUNTRIES.contains(id.substring(0, 2)));
    if (!id.isEmpty() && !known) {
      throw field.invalid(
          "is not a VAT id: two letters for the country, then 2 to 28 letters, digits and signs");
    }
    return id;
  }

  private static String country(Field field, String code) {
    if (!code.isEmpty() && !COUNTRIES.contains(code)) {
      throw field.invalid("is not a country by ISO 3166-1, such as DE or US");
    }
    return code;
  }
}
