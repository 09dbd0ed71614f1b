package dev.redress.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputeState;
import dev.redress.dispute.LineOutcome;
import dev.redress.envelope.EnvelopeSamples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers to invoices before the rules of Peppol (T111), as others will check them. */
class UblInvoiceResponseTest {
  private static final UblEnvelopeXml XML = new UblEnvelopeXml();

  @ParameterizedTest
  @EnumSource
  void response_keepsEveryRuleForEachReason(DisputeReason reason) {
    long disputed = reason == DisputeReason.UNDERCHARGE ? 0 : 50;
    Dispute dispute =
        EnvelopeSamples.dispute(
            DisputeState.OPEN,
            List.of(EnvelopeSamples.claim("1-01", reason, reason.action(), disputed, null, 0, 0)));

    byte[] xml = XML.invoiceResponse(EnvelopeSamples.response(dispute));

    assertThat(OfficialRules.brokenByInvoiceResponse(xml)).isEmpty();
    assertThat(text(xml))
        .contains("listID=\"OPStatusReason\">" + reason.code() + "<")
        .contains("listID=\"OPStatusAction\">" + reason.action().code() + "<");
  }

  @ParameterizedTest(name = "{0} {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # state          | outcome            | code
          OPEN             | -                  | UQ
          AWAITING_CUSTOMER | -                 | UQ
          PROPOSED         | CREDITED           | UQ
          RESOLVED         | CREDITED           | CA
          RESOLVED         | REBILLED           | CA
          RESOLVED         | PARTIALLY_CREDITED | CA
          RESOLVED         | DENIED             | CA
          RESOLVED         | EXPLAINED          | AP
          WITHDRAWN        | WITHDRAWN          | AP
          CLOSED           | CREDITED           | CA
          CLOSED           | EXPLAINED          | AP
          """)
  void response_keepsEveryRuleInEachState(DisputeState state, LineOutcome outcome, String code) {
    byte[] xml = XML.invoiceResponse(EnvelopeSamples.response(settled(state, outcome)));

    assertThat(OfficialRules.brokenByInvoiceResponse(xml)).isEmpty();
    assertThat(text(xml)).contains("<cbc:ResponseCode>" + code + "</cbc:ResponseCode>");
  }

  @Test
  void response_goesFromTheBuyerToTheSellerAndProposesValues() {
    assertThat(text(open()))
        .containsSubsequence(
            "<cac:SenderParty>",
            "schemeID=\"0088\">4012345000009<",
            "Äußere Praxis &lt;Dr. Varn&gt;",
            "<cac:ReceiverParty>",
            "schemeID=\"9930\">DE123456789<",
            "<cbc:ResponseCode>UQ<",
            "listID=\"OPStatusReason\">UNR<",
            "Line 1-01 over 200.00 USD: no request backs it; 50.00 USD of it is not agreed.",
            "<cbc:AttributeID>BT-126<",
            "<cbc:Description>1-01<",
            "<cbc:AttributeID>BT-131<",
            "<cbc:Description>150.00<",
            "listID=\"OPStatusAction\">CNP<",
            "<cbc:ID>INV-26092<",
            "<cbc:DocumentTypeCode>380<");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what is there                     | what is put instead            | the rule that is broken
          '(?s)<cac:Status>.*</cac:Status>'   | ''                             | PEPPOL-T111-R001
          'OPStatusReason">UNR'               | 'OPStatusReason">CNP'          | PEPPOL-T111-R007
          'OPStatusAction">CNP'               | 'OPStatusAction">UNR'          | PEPPOL-T111-R006
          'ResponseCode>UQ'                   | 'ResponseCode>XX'              | Invoice status code
          'trns:invoice_response:3'           | 'trns:order:3'                 | PEPPOL-T111-R003
          'schemeID="0088"'                   | ''                             | schemeID
          'DocumentTypeCode>380'              | 'DocumentTypeCode>none'        | Document name code
          4012345000009                       | 4012345000008                  | PEPPOL-COMMON-R040
          """)
  void rules_areSeenToRefuse(String there, String instead, String rule) {
    String broken = text(open()).replaceAll(there, instead);

    assertThat(broken).isNotEqualTo(text(open()));
    assertThat(OfficialRules.brokenByInvoiceResponse(broken.getBytes(StandardCharsets.UTF_8)))
        .anySatisfy(sentence -> assertThat(sentence).contains(rule));
  }

  private static byte[] open() {
    return XML.invoiceResponse(EnvelopeSamples.response(settled(DisputeState.OPEN, null)));
  }

  private static Dispute settled(DisputeState state, @Nullable LineOutcome outcome) {
    DisputeReason reason = DisputeReason.UNCORRELATED;
    long approved =
        outcome == null
            ? 0
            : switch (outcome.given()) {
              case NOTHING -> 0;
              case PART -> 20;
              case ALL -> 50;
            };
    long credited = state.isOpen() ? 0 : approved;
    return EnvelopeSamples.dispute(
        state,
        List.of(
            EnvelopeSamples.claim(
                "1-01", reason, reason.action(), 50, outcome, approved, credited)));
  }

  private static String text(byte[] xml) {
    return new String(xml, StandardCharsets.UTF_8);
  }
}
