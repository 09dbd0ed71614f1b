package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.ubl.OfficialRules;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.Credit;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputeServiceGrpc.DisputeServiceBlockingStub;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.DisputedLine.Outcome;
import dev.redress.v1.DisputedLine.Reason;
import dev.redress.v1.Envelope;
import dev.redress.v1.EnvelopeParty;
import dev.redress.v1.EnvelopeServiceGrpc;
import dev.redress.v1.EnvelopeServiceGrpc.EnvelopeServiceBlockingStub;
import dev.redress.v1.EnvelopeTerms;
import dev.redress.v1.EnvelopeVat;
import dev.redress.v1.GetCreditNoteRequest;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.GetInvoiceResponseRequest;
import dev.redress.v1.LineOutcome;
import dev.redress.v1.ListCreditsRequest;
import dev.redress.v1.LogAttemptRequest;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.ReopenDisputeRequest;
import dev.redress.v1.ResolveRequest;
import dev.redress.v1.ReverseCreditRequest;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Documents for others, over gRPC. */
class EnvelopeGrpcServiceTest {
  private static final EnvelopeTerms TERMS =
      EnvelopeTerms.newBuilder()
          .setSeller(
              EnvelopeParty.newBuilder()
                  .setEndpointScheme("9930")
                  .setEndpointId("DE123456789")
                  .setVatId("DE123456789")
                  .setRegistrationId("HRB 12345")
                  .setCountryCode("DE"))
          .setBuyer(
              EnvelopeParty.newBuilder()
                  .setEndpointScheme("0088")
                  .setEndpointId("4012345000009")
                  .setCountryCode("AT"))
          .setBuyerReference("cost center 7")
          .setVat(
              EnvelopeVat.newBuilder().setCategory(EnvelopeVat.Category.STANDARD).setPercent("19"))
          .build();

  @ParameterizedTest
  @EnumSource
  void note_hasWhatWasGivenBackTogether(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    settle(billed, open(billed, "L1", "L2"));
    List<Credit> credits = credits(billed);

    Envelope note = note(billed, credits.getLast(), it -> it);

    assertThat(note.getMediaType()).isEqualTo("application/xml");
    assertThat(note.getDocumentId()).isEqualTo(id(credits.getFirst()));
    assertThat(OfficialRules.brokenByCreditNote(note.getContent().toByteArray())).isEmpty();
    assertThat(note.getContent().toStringUtf8())
        .contains("<cbc:ID>INV-1</cbc:ID>")
        .contains("<cbc:IssueDate>2025-05-31</cbc:IssueDate>")
        .contains("<cbc:PayableAmount currencyID=\"USD\">178.50</cbc:PayableAmount>")
        .contains("<cbc:Name>Firewall firmware upgrade after hours</cbc:Name>")
        .contains(
            "Line L2 of 2025-05-05, 1 h by Tom Bell, billed at 50.00 USD: the work was not done.");
    assertThat(note(billed, credits.getFirst(), it -> it)).isEqualTo(note);
    assertThat(note(billed, credits.getFirst(), it -> it.setNumber("GS-2026-1")).getDocumentId())
        .isEqualTo("GS-2026-1");
  }

  @ParameterizedTest
  @EnumSource
  void note_neverGivesWhatWasTakenBack(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute dispute = settle(billed, open(billed, "L1", "L2"));
    List<Credit> credits = credits(billed);
    Credit first = credits.getFirst();
    Credit second = credits.getLast();
    billed.api().advance(Duration.ofSeconds(1));
    reopen(billed, dispute);
    Credit reversal = reverse(billed, first);

    for (Credit each : List.of(first, second, reversal)) {
      Refusal.of(() -> note(billed, each, it -> it))
          .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.CREDIT_REVERSED);
    }
    Refusal.of(() -> note(billed, reversal, it -> it.setWithoutReversed(true)))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.CREDIT_REVERSED);
    Envelope rest = note(billed, second, it -> it.setWithoutReversed(true));
    assertThat(rest.getDocumentId()).isEqualTo(id(first) + "-2");
    assertThat(rest.getContent().toStringUtf8())
        .contains("<cbc:TaxExclusiveAmount currencyID=\"USD\">50.00</cbc:TaxExclusiveAmount>")
        .doesNotContain("Line L1 ");
    assertThat(OfficialRules.brokenByCreditNote(rest.getContent().toByteArray())).isEmpty();

    // What is given in the next round is a note of its own.
    billed.api().advance(Duration.ofSeconds(1));
    settle(billed, get(billed, dispute));
    Credit third = credits(billed).getLast();
    Envelope next = note(billed, third, it -> it);
    assertThat(next.getDocumentId()).isEqualTo(id(third));
    assertThat(next.getContent().toStringUtf8())
        .contains("<cbc:TaxExclusiveAmount currencyID=\"USD\">100.00</cbc:TaxExclusiveAmount>")
        .doesNotContain("Line L2 ");

    billed.api().advance(Duration.ofSeconds(1));
    reopen(billed, dispute);
    reverse(billed, second);
    Refusal.of(() -> note(billed, second, it -> it.setWithoutReversed(true)))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.CREDIT_REVERSED);
  }

  @ParameterizedTest
  @EnumSource
  void response_followsTheDispute(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute dispute = open(billed, "L2");

    Envelope asked = response(billed, dispute.getName(), TERMS);
    assertThat(asked.getDocumentId()).startsWith(id(dispute.getName()) + "-");
    assertThat(asked.getContent().toStringUtf8())
        .contains("<cbc:ResponseCode>UQ<", ">DEL<", ">CNP<");
    assertThat(OfficialRules.brokenByInvoiceResponse(asked.getContent().toByteArray())).isEmpty();

    settle(billed, dispute);
    Envelope settled = response(billed, dispute.getName(), TERMS);
    assertThat(settled.getDocumentId()).isNotEqualTo(asked.getDocumentId());
    assertThat(settled.getContent().toStringUtf8())
        .contains("<cbc:ResponseCode>CA<", "50.00 USD of it is credited");
    assertThat(OfficialRules.brokenByInvoiceResponse(settled.getContent().toByteArray())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void documents_areRefused(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    Dispute dispute = settle(billed, open(billed, "L1"));
    Credit credit = credits(billed).getFirst();

    Refusal.of(() -> note(billed, credit, it -> it.setName("x")))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "name");
    Refusal.of(() -> note(billed, credit, it -> it.setName(billed.provider() + "/credits/none")))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CREDIT_NOT_FOUND);
    Refusal.of(() -> note(billed, credit, it -> it.setNumber("x".repeat(51))))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "number");
    refused(billed, credit, it -> it.clearBuyerReference(), "terms.buyer_reference");
    refused(billed, credit, it -> it.clearVat(), "terms.vat.category");
    refused(billed, credit, it -> it.getVatBuilder().setPercent("19 %"), "terms.vat.percent");
    refused(billed, credit, it -> it.getVatBuilder().clearPercent(), "terms.vat");
    refused(billed, credit, it -> it.getSellerBuilder().clearVatId(), "terms.seller.vat_id");
    refused(billed, credit, it -> it.getSellerBuilder().setVatId("123"), "terms.seller.vat_id");
    refused(
        billed,
        credit,
        it -> it.getBuyerBuilder().setCountryCode("XX"),
        "terms.buyer.country_code");
    refused(
        billed, credit, it -> it.getBuyerBuilder().clearEndpointId(), "terms.buyer.endpoint_id");
    refused(
        billed,
        credit,
        it -> it.getBuyerBuilder().setEndpointScheme("GLN"),
        "terms.buyer.endpoint_scheme");
    refused(
        billed,
        credit,
        it -> it.getBuyerBuilder().setRegistrationScheme("0060"),
        "terms.buyer.registration_scheme");
    Refusal.of(() -> response(billed, billed.provider() + "/disputes/none", TERMS))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.DISPUTE_NOT_FOUND);
    Refusal.of(() -> response(billed, dispute.getName(), EnvelopeTerms.getDefaultInstance()))
        .assertIs(
            Status.Code.INVALID_ARGUMENT,
            ErrorReason.FIELD_INVALID,
            "terms.seller.endpoint_scheme");
  }

  private interface Change {
    Object apply(EnvelopeTerms.Builder terms);
  }

  private static void refused(Billed billed, Credit credit, Change change, String field) {
    EnvelopeTerms.Builder terms = TERMS.toBuilder();
    var _ = change.apply(terms);
    Refusal.of(() -> note(billed, credit, it -> it.setTerms(terms)))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, field);
  }

  private static Envelope note(
      Billed billed, Credit credit, UnaryOperator<GetCreditNoteRequest.Builder> change) {
    return envelopes(billed)
        .getCreditNote(
            change
                .apply(GetCreditNoteRequest.newBuilder().setName(credit.getName()).setTerms(TERMS))
                .build());
  }

  private static Envelope response(Billed billed, String dispute, EnvelopeTerms terms) {
    return envelopes(billed)
        .getInvoiceResponse(
            GetInvoiceResponseRequest.newBuilder().setName(dispute).setTerms(terms).build());
  }

  private static Dispute open(Billed billed, String... lines) {
    Dispute.Builder dispute = Dispute.newBuilder();
    for (String line : lines) {
      dispute.addLines(
          DisputedLine.newBuilder().setLine(billed.line(line)).setReason(Reason.NOT_DELIVERED));
    }
    return disputes(billed)
        .openDispute(
            OpenDisputeRequest.newBuilder()
                .setParent(billed.provider())
                .setRequestId(TestApi.requestId())
                .setDispute(dispute)
                .build());
  }

  /** Reaches the customer, and gives back all that is still disputed. */
  private static Dispute settle(Billed billed, Dispute dispute) {
    CallbackServiceGrpc.newBlockingStub(billed.api().channel())
        .logAttempt(
            LogAttemptRequest.newBuilder()
                .setName(dispute.getCallback())
                .setOutcome(Callback.Outcome.REACHED)
                .build());
    ResolveRequest.Builder request =
        ResolveRequest.newBuilder()
            .setName(dispute.getName())
            .setOtherLinesOutcome(Outcome.CREDITED);
    for (DisputedLine line : get(billed, dispute).getLinesList()) {
      if (line.getDisputedAmount().getUnits() == 0) {
        request.addLineOutcomes(
            LineOutcome.newBuilder().setLine(line.getLine()).setOutcome(Outcome.EXPLAINED));
      }
    }
    return disputes(billed).resolve(request.build());
  }

  private static void reopen(Billed billed, Dispute dispute) {
    var _ =
        disputes(billed)
            .reopenDispute(
                ReopenDisputeRequest.newBuilder()
                    .setName(dispute.getName())
                    .setReason("the credit was wrong")
                    .build());
  }

  private static Credit reverse(Billed billed, Credit credit) {
    return disputes(billed)
        .reverseCredit(
            ReverseCreditRequest.newBuilder()
                .setName(credit.getName())
                .setReason("the work order was found")
                .build());
  }

  private static Dispute get(Billed billed, Dispute dispute) {
    return disputes(billed)
        .getDispute(GetDisputeRequest.newBuilder().setName(dispute.getName()).build());
  }

  private static List<Credit> credits(Billed billed) {
    return disputes(billed)
        .listCredits(ListCreditsRequest.newBuilder().setParent(billed.provider()).build())
        .getCreditsList();
  }

  private static String id(Credit credit) {
    return id(credit.getName());
  }

  private static String id(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  private static DisputeServiceBlockingStub disputes(Billed billed) {
    return DisputeServiceGrpc.newBlockingStub(billed.api().channel());
  }

  private static EnvelopeServiceBlockingStub envelopes(Billed billed) {
    return EnvelopeServiceGrpc.newBlockingStub(billed.api().channel());
  }
}
