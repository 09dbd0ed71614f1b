package dev.redress.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.envelope.CreditNote;
import dev.redress.envelope.CreditNoteTerms;
import dev.redress.envelope.EnvelopeSamples;
import dev.redress.envelope.Party;
import dev.redress.envelope.VatCategory;
import dev.redress.money.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credit notes before the rules of EN 16931 and Peppol, as others will check them. */
class UblCreditNoteTest {
  private static final UblEnvelopeXml XML = new UblEnvelopeXml();

  @ParameterizedTest(name = "{0}: {1} of {2} {3} {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # from, to | lines                | in  | VAT            | %    | net     | tax    | payable
          DE DE      | 742.50               | EUR | STANDARD       | 19   | 742.50  | 141.08 | 883.58
          DE DE      | 0.01                 | EUR | STANDARD       | 19   | 0.01    | 0.00   | 0.01
          DE DE      | 33.33 33.33 33.34    | EUR | STANDARD       | 7    | 100.00  | 7.00   | 107.00
          DE DE      | 0.05 0.05 0.05       | EUR | STANDARD       | 19   | 0.15    | 0.03   | 0.18
          DE AT      | 742.50 75.00         | EUR | REVERSE_CHARGE | 0    | 817.50  | 0.00   | 817.50
          FR FR      | 10.10                | EUR | STANDARD       | 5.5  | 10.10   | 0.56   | 10.66
          DE DE      | 120.00               | EUR | EXEMPT         | 0    | 120.00  | 0.00   | 120.00
          IE IE      | 120.00               | EUR | ZERO_RATED     | 0    | 120.00  | 0.00   | 120.00
          US US      | 742.50 101.00        | USD | NOT_SUBJECT    | 0    | 843.50  | 0.00   | 843.50
          US DE      | 742.50               | USD | NOT_SUBJECT    | 0    | 742.50  | 0.00   | 742.50
          JP JP      | 1005                 | JPY | STANDARD       | 10   | 1005    | 101    | 1106
          JP JP      | 1 1 1                | JPY | STANDARD       | 10   | 3       | 0      | 3
          BH BH      | 1.250                | BHD | NOT_SUBJECT    | 0    | 1.25    | 0.00   | 1.25
          US US      | 99999999999.99 0.01  | USD | NOT_SUBJECT    | 0    | 100000000000.00 | 0.00 | 100000000000.00
          """)
  void note_keepsEveryRule(
      String countries,
      String amounts,
      String currency,
      VatCategory category,
      String percent,
      BigDecimal net,
      BigDecimal tax,
      BigDecimal payable) {
    String[] fromTo = countries.split(" ", -1);
    CreditNoteTerms terms =
        new CreditNoteTerms(
            at(EnvelopeSamples.seller(), fromTo[0]),
            at(EnvelopeSamples.buyer(), fromTo[1]),
            "04011000-12345-34",
            EnvelopeSamples.vat(category, percent));
    Money[] lines =
        Arrays.stream(amounts.split(" ", -1))
            .map(each -> Money.ofMajor(new BigDecimal(each), Currency.getInstance(currency)))
            .toArray(Money[]::new);

    CreditNote note = EnvelopeSamples.note(terms, "Firewall firmware", lines);
    byte[] xml = XML.creditNote(note);

    assertThat(note.net()).isEqualTo(net);
    assertThat(note.vat()).isEqualTo(tax);
    assertThat(note.payable()).isEqualTo(payable);
    assertThat(OfficialRules.brokenByCreditNote(xml)).isEmpty();
    assertThat(XML.creditNote(note)).isEqualTo(xml);
  }

  @Test
  void note_namesTheInvoiceItIsFor() {
    assertThat(text(standard()))
        .contains("<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>")
        .containsSubsequence(
            "<cac:BillingReference>",
            "<cbc:ID>INV-26092</cbc:ID>",
            "<cbc:IssueDate>2026-09-30</cbc:IssueDate>",
            "</cac:BillingReference>");
  }

  @Test
  void note_ofManyLinesKeepsEveryRule() {
    Money[] lines =
        Collections.nCopies(500, new Money(3_333, Currency.getInstance("EUR")))
            .toArray(Money[]::new);

    CreditNote note =
        EnvelopeSamples.note(
            EnvelopeSamples.terms(EnvelopeSamples.vat(VatCategory.STANDARD, "19")), "x", lines);

    assertThat(note.payable()).isEqualTo("19831.35");
    assertThat(OfficialRules.brokenByCreditNote(XML.creditNote(note))).isEmpty();
  }

  @ParameterizedTest(name = "[{index}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Grüße aus Köln, 東京, Ω, 😀
          `</cbc:Name><cbc:Name>`
          `]]><!--&amp;&#0;<?xml?>`
          `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;`
          `a\0b\1c\37d\205e`
          `\uFFFE\uFFFF`
          `\uD800 alone`
          `two
          lines\tand\ta tab`
          =1+1
          """)
  void note_ofHostileTextKeepsEveryRule(String text) {
    CreditNoteTerms terms = EnvelopeSamples.terms(EnvelopeSamples.vat(VatCategory.STANDARD, "19"));
    CreditNote plain = EnvelopeSamples.note(terms, "x", new Money(100, eur()));

    byte[] xml =
        XML.creditNote(EnvelopeSamples.note(terms, text.repeat(30), new Money(100, eur())));

    assertThat(OfficialRules.brokenByCreditNote(xml)).isEmpty();
    // Not one element more than without it, but the text in full behind a name that was cut.
    assertThat(text(xml).split("<c[ab]c:", -1))
        .hasSizeLessThanOrEqualTo(text(XML.creditNote(plain)).split("<c[ab]c:", -1).length + 1);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what is there                              | what is put instead                         | the rule that is broken
          <cbc:BuyerReference>04011000-12345-34</cbc:BuyerReference> | ''                            | PEPPOL-EN16931-R003
          >883.58</cbc:PayableAmount>                  | >883.57</cbc:PayableAmount>                 | BR-CO-16
          >742.50</cbc:TaxExclusiveAmount>             | >742.49</cbc:TaxExclusiveAmount>            | BR-CO-13
          >883.58</cbc:TaxInclusiveAmount>             | >883.57</cbc:TaxInclusiveAmount>            | BR-CO-15
          >742.50</cbc:PriceAmount>                    | >700.00</cbc:PriceAmount>                   | PEPPOL-EN16931-R120
          <cbc:ID>S</cbc:ID>                           | <cbc:ID>E</cbc:ID>                          | BR-E-05
          >381<                                        | >380<                                       | BR-CL-01
          <cbc:IdentificationCode>DE<                  | <cbc:IdentificationCode>XX<                 | BR-CL-14
          <cbc:CompanyID>DE123456789<                  | <cbc:CompanyID>123456789<                   | BR-CO-09
          schemeID="9930"                              | schemeID="1234"                             | BR-CL-25
          4012345000009                                | 4012345000008                               | PEPPOL-COMMON-R040
          <cbc:Name>Firewall</cbc:Name>                | ''                                          | BR-25
          <cbc:Name>Firewall</cbc:Name>                | <cbc:Nom>Firewall</cbc:Nom>                 | Nom
          currencyID="EUR">742.50</cbc:LineExtensionAmount> | currencyID="USD">742.50</cbc:LineExtensionAmount> | PEPPOL-EN16931-R051
          """)
  void rules_areSeenToRefuse(String there, String instead, String rule) {
    String broken = text(standard()).replace(there, instead);

    assertThat(broken).isNotEqualTo(text(standard()));
    assertThat(OfficialRules.brokenByCreditNote(broken.getBytes(StandardCharsets.UTF_8)))
        .anySatisfy(sentence -> assertThat(sentence).contains(rule));
  }

  private static byte[] standard() {
    return XML.creditNote(
        EnvelopeSamples.note(
            EnvelopeSamples.terms(EnvelopeSamples.vat(VatCategory.STANDARD, "19")),
            "Firewall",
            new Money(74_250, eur())));
  }

  /** A party of Germany as it is there; abroad with a VAT id of that country. */
  private static Party at(Party party, String country) {
    if (country.equals("DE")) {
      return party;
    }
    Party abroad = EnvelopeSamples.abroad(party, country);
    return new Party(
        abroad.name(),
        abroad.endpoint(),
        country + "U12345678",
        abroad.registration(),
        abroad.address(),
        abroad.contact());
  }

  private static Currency eur() {
    return Currency.getInstance("EUR");
  }

  private static String text(byte[] xml) {
    return new String(xml, StandardCharsets.UTF_8);
  }
}
