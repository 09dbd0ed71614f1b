package dev.redress.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditNoteTest {
  private static final Vat STANDARD = EnvelopeSamples.vat(VatCategory.STANDARD, "19");

  @Test
  void amount_ofThreeDecimalsIsRefusedAndNeverRounded() {
    Money fine = new Money(1_251, Currency.getInstance("BHD"));

    assertThatThrownBy(() -> EnvelopeSamples.note(EnvelopeSamples.terms(STANDARD), "x", fine))
        .isInstanceOf(RedressException.class)
        .hasMessage(
            "credit c1-1 is 1.251 BHD, and an EN 16931 credit note has at most two decimals; send it"
                + " another way")
        .extracting(it -> ((RedressException) it).reason())
        .isEqualTo(ErrorReason.AMOUNT_TOO_FINE);
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # description  | name    | in full
          Firewall       | Firewall | ``
          ``             | Labor   | ``
          `two\tlines `  | two lines | `two\tlines `
          """)
  void line_isNamedInOneLine(String description, String name, String inFull) {
    CreditNote.Line line =
        EnvelopeSamples.note(EnvelopeSamples.terms(STANDARD), description, EnvelopeSamples.usd(1))
            .lines()
            .getFirst();

    assertThat(line.name()).isEqualTo(name);
    assertThat(line.description()).isEqualTo(inFull);
  }

  @Test
  void line_withALongTextHasItInFullBehindTheName() {
    String text = "😀".repeat(101);
    CreditNote.Line line =
        EnvelopeSamples.note(EnvelopeSamples.terms(STANDARD), text, EnvelopeSamples.usd(1))
            .lines()
            .getFirst();

    assertThat(line.name()).isEqualTo("😀".repeat(99) + "\u2026");
    assertThat(line.description()).isEqualTo(text);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # category     | %     | reason | sentence
          STANDARD       | 0     | ``     | percent must be above 0 for STANDARD and 0 for every other category; it is 0 for STANDARD
          EXEMPT         | 19    | x      | percent must be above 0 for STANDARD and 0 for every other category; it is 19 for EXEMPT
          STANDARD       | 101   | ``     | percent must be from 0 to 100 with at most two decimals, and is 101
          STANDARD       | 7.125 | ``     | percent must be from 0 to 100 with at most two decimals, and is 7.125
          STANDARD       | 19    | x      | STANDARD has no exemption_reason: take it out
          EXEMPT         | 0     | ``     | EXEMPT needs an exemption_reason (BT-120)
          """)
  void vat_isRefused(VatCategory category, BigDecimal percent, String reason, String sentence) {
    assertThatThrownBy(() -> new Vat(category, percent, reason)).hasMessage(sentence);
  }

  @Test
  void terms_withoutVatNameNobodyByAVatId() {
    CreditNoteTerms terms =
        EnvelopeSamples.terms(EnvelopeSamples.vat(VatCategory.NOT_SUBJECT, "0"));

    assertThat(terms.seller().vatId()).isEmpty();
    assertThat(terms.buyer().vatId()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # category     | %  | country | VAT id    | registration | buyer's VAT id | reference | field
          STANDARD       | 19 | ``      | DE1234567 | ``           | ``             | r         | terms.seller.country_code
          STANDARD       | 19 | DE      | ``        | HRB 1        | ``             | r         | terms.seller.vat_id
          STANDARD       | 19 | DE      | DE1234567 | ``           | ``             | ``        | terms.buyer_reference
          NOT_SUBJECT    | 0  | US      | ``        | ``           | ``             | r         | terms.seller.registration_id
          REVERSE_CHARGE | 0  | DE      | DE1234567 | ``           | ``             | r         | terms.buyer.vat_id
          """)
  void terms_areRefused(
      VatCategory category,
      String percent,
      String country,
      String vatId,
      String registration,
      String buyersVatId,
      String reference,
      String field) {
    Party seller = party(country, vatId, registration);
    Party buyer = party("AT", buyersVatId, "");

    assertThatThrownBy(
            () ->
                new CreditNoteTerms(
                    seller, buyer, reference, EnvelopeSamples.vat(category, percent)))
        .isInstanceOf(RedressException.class)
        .hasMessageStartingWith(field + ": must be set: ");
  }

  private static Party party(String country, String vatId, String registration) {
    return new Party(
        "x",
        new Identifier("0088", "4012345000009"),
        vatId,
        new Identifier("", registration),
        new Party.Address("", "", "", country),
        new Party.Contact("", "", ""));
  }
}
