package dev.redress.grpc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.AcceptLineRequest;
import dev.redress.v1.Agreement;
import dev.redress.v1.AgreementServiceGrpc;
import dev.redress.v1.CreateAgreementRequest;
import dev.redress.v1.CreateInvoiceRequest;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.Finding;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.GetStatementPageRequest;
import dev.redress.v1.GetStatementRequest;
import dev.redress.v1.Import;
import dev.redress.v1.ImportHeader;
import dev.redress.v1.ImportServiceGrpc;
import dev.redress.v1.Invoice;
import dev.redress.v1.InvoiceServiceGrpc;
import dev.redress.v1.InvoiceServiceGrpc.InvoiceServiceBlockingStub;
import dev.redress.v1.LaborLine;
import dev.redress.v1.ListDisputesRequest;
import dev.redress.v1.RateRule;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.RejectMatchRequest;
import dev.redress.v1.StartReconciliationRequest;
import dev.redress.v1.Statement;
import dev.redress.v1.Statement.Line;
import dev.redress.v1.Statement.Result;
import dev.redress.v1.Statement.Standing;
import dev.redress.v1.StatementPage;
import dev.redress.v1.WatchReconciliationRequest;
import io.grpc.Status;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a customer is told about an invoice, over gRPC. */
class StatementGrpcTest {

  @ParameterizedTest
  @EnumSource
  void statement_saysOfEachLineWhatIsKnown(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    assertThat(get(billed).getResult()).isEqualTo(Result.INCONCLUSIVE);
    assertThat(get(billed).getLinesList())
        .extracting(Line::getStanding)
        .containsOnly(Standing.NOT_CHECKED);

    untie(billed);
    Statement statement = get(billed);

    assertThat(statement.getResult()).isEqualTo(Result.OPEN_QUESTIONS);
    assertThat(statement.getAmount()).isEqualTo(Billed.usd(150));
    assertThat(statement.getOnHoldAmount()).isEqualTo(Billed.usd(50));
    Line tied = statement.getLines(0);
    assertThat(tied.getStanding()).isEqualTo(Standing.MATCHED);
    assertThat(tied.getAsked(0).getRequest()).isEqualTo(billed.request());
    assertThat(tied.getSentences(0))
        .isEqualTo(
            "You asked for this on May 5, 2025: Reception printer jams with every page (INC-1001,"
                + " asked by Dr. Kim).");
    Line untied = statement.getLines(1);
    assertThat(untied.getStanding()).isEqualTo(Standing.UNMATCHED);
    assertThat(untied.getAskedList()).isEmpty();
    assertThat(untied.getOnHoldAmount()).isEqualTo(Billed.usd(50));
    assertThat(untied.getCallTime()).isEqualTo(dispute(billed).getCallbackDueTime());
    assertThat(statement.getSubtotalsList())
        .extracting(Statement.Subtotal::getStanding)
        .containsExactly(Standing.MATCHED, Standing.UNMATCHED);
  }

  @ParameterizedTest
  @EnumSource
  void statement_isClearOnceTheCustomerAcceptsTheRest(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    reconcile(billed);
    var _ =
        ReconciliationServiceGrpc.newBlockingStub(billed.api().channel())
            .acceptLine(
                AcceptLineRequest.newBuilder()
                    .setLine(billed.line("L2"))
                    .setReason("agreed by phone")
                    .setRequestId(TestApi.requestId())
                    .build());

    assertThat(get(billed).getLines(1).getStanding()).isEqualTo(Standing.ACCEPTED);
    assertThat(get(billed).getResult()).isEqualTo(Result.CLEAR);
  }

  @ParameterizedTest
  @EnumSource
  void page_isTheSameInTheLanguageThatWasAskedFor(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    untie(billed);

    StatementPage page =
        invoices(billed)
            .getStatementPage(
                GetStatementPageRequest.newBuilder()
                    .setName(invoice(billed))
                    .setLanguageCode("de-AT")
                    .build());

    assertThat(page.getMediaType()).isEqualTo("text/html; charset=utf-8");
    assertThat(page.getContent().toStringUtf8())
        .contains("<html lang=\"de\">")
        .contains("Wir konnten das keiner Ihrer Anfragen zuordnen.")
        .contains("INC-1001: Reception printer jams");
  }

  @ParameterizedTest
  @EnumSource
  void page_isAPdfWhereThatWasAskedFor(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);

    StatementPage page =
        invoices(billed)
            .getStatementPage(
                GetStatementPageRequest.newBuilder()
                    .setName(invoice(billed))
                    .setFormat(GetStatementPageRequest.Format.PDF)
                    .setPaper(GetStatementPageRequest.Paper.LETTER)
                    .build());

    assertThat(page.getMediaType()).isEqualTo("application/pdf");
    assertThat(page.getContent().toString(ISO_8859_1)).startsWith("%PDF-");
    Refusal.of(
            () ->
                invoices(billed)
                    .getStatementPage(
                        GetStatementPageRequest.newBuilder()
                            .setName(invoice(billed))
                            .setFormatValue(9)
                            .build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "format");
    Refusal.of(
            () ->
                invoices(billed)
                    .getStatementPage(
                        GetStatementPageRequest.newBuilder()
                            .setName(invoice(billed))
                            .setPaperValue(9)
                            .build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "paper");
  }

  @ParameterizedTest
  @EnumSource
  void statement_namesTheAgreementOfTheDay(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    agree(billed);

    Statement.Line line = get(billed).getLines(0);

    assertThat(line.getAgreement()).isEqualTo(billed.customer() + "/agreements/care");
    assertThat(line.getCoverage()).isEqualTo(Statement.Line.Coverage.PRICED);
    assertThat(line.getSentencesList()).contains("Your agreement care was in force on this day.");
  }

  @ParameterizedTest
  @EnumSource
  void statement_tellsWhatTheAgreedPriceComesTo(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    agree(billed, RateRule.newBuilder().setRate(Billed.usd(80)).build());
    reconcile(billed);

    Statement statement = get(billed);

    assertThat(statement.getLines(0).getAgreedAmount()).isEqualTo(Billed.usd(80));
    assertThat(statement.getLines(0).getSentencesList())
        .containsSubsequence(
            "The price is above the agreed one.", "By the agreement this work costs $80.00.");
    assertThat(statement.getLines(1).hasAgreedAmount()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void statement_tellsNoPriceOfAnAgreementThatIsNotTheOneLookedAt(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    agree(billed, RateRule.newBuilder().setRate(Billed.usd(80)).build());
    reconcile(billed);

    correct(billed);

    Statement.Line line = get(billed).getLines(0);
    assertThat(line.getFindingsList()).contains(Finding.Code.RATE);
    assertThat(line.hasAgreedAmount()).isFalse();
  }

  /** Corrects the price of the first line to the agreed one, by a file. */
  private static void correct(Billed billed) {
    var _ =
        SentFile.send(
            ImportServiceGrpc.newStub(billed.api().channel())::importFile,
            SentFile.parts(
                ImportHeader.newBuilder()
                    .setParent(billed.provider())
                    .setKind(Import.Kind.INVOICES)
                    .setFileName("corrected.csv")
                    .build(),
                """
                invoice_id,customer_id,invoice_date,line_id,work_date,technician,hours,rate,amount,currency,description,reference
                INV-1,ATLAS,2025-05-31,L1,2025-05-05,Tom Bell,1,80.00,80.00,USD,"INC-1001 reception printer jams, replaced rollers",INC-1001
                """));
  }

  /** Has the customer agree to the terms care with these prices. */
  private static void agree(Billed billed, RateRule... prices) {
    var _ =
        AgreementServiceGrpc.newBlockingStub(billed.api().channel())
            .createAgreement(
                CreateAgreementRequest.newBuilder()
                    .setParent(billed.customer())
                    .setAgreementId("care")
                    .setAgreement(
                        Agreement.newBuilder()
                            .setStartDate(Date.newBuilder().setYear(2020).setMonth(1).setDay(1))
                            .setCurrencyCode("USD")
                            .addAllRateRules(List.of(prices)))
                    .setRequestId(TestApi.requestId())
                    .build());
  }

  @ParameterizedTest
  @EnumSource
  void statement_isRefused(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);

    Refusal.of(() -> get(billed, "x", ""))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID);
    Refusal.of(() -> get(billed, invoice(billed) + "0", ""))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.INVOICE_NOT_FOUND);
    Refusal.of(() -> get(billed, invoice(billed), "it"))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "language_code");
    Refusal.of(() -> get(billed, longInvoice(billed), ""))
        .assertIs(Status.Code.RESOURCE_EXHAUSTED, ErrorReason.TOO_LARGE);
  }

  /** Of 4.1 million characters, just below what a call can hold. */
  private static String longInvoice(Billed billed) {
    LaborLine first = invoicesLine(billed);
    CreateInvoiceRequest.Builder request =
        CreateInvoiceRequest.newBuilder()
            .setParent(billed.customer())
            .setInvoiceId("long")
            .setInvoice(
                Invoice.newBuilder().setInvoiceDate(first.getWorkDate()).setCurrencyCode("USD"));
    for (int i = 0; i < 128; i++) {
      request.addLaborLines(
          first.toBuilder().setName("lines/" + i).setDescription("x".repeat(32_000)));
    }
    return invoices(billed).createInvoice(request.build()).getName();
  }

  private static LaborLine invoicesLine(Billed billed) {
    return get(billed).getLines(0).getLaborLine();
  }

  private static Dispute dispute(Billed billed) {
    var stub = DisputeServiceGrpc.newBlockingStub(billed.api().channel());
    List<Dispute> all =
        stub.listDisputes(ListDisputesRequest.newBuilder().setParent(billed.provider()).build())
            .getDisputesList();
    return stub.getDispute(
        GetDisputeRequest.newBuilder().setName(all.getFirst().getName()).build());
  }

  /** Has a clerk say that the second line is not for the only request there is. */
  private static void untie(Billed billed) {
    reconcile(billed);
    var _ =
        ReconciliationServiceGrpc.newBlockingStub(billed.api().channel())
            .rejectMatch(
                RejectMatchRequest.newBuilder()
                    .setLine(billed.line("L2"))
                    .setRequest(billed.request())
                    .setReason("nobody asked for it")
                    .setRequestId(TestApi.requestId())
                    .build());
    reconcile(billed);
  }

  private static void reconcile(Billed billed) {
    var stub = ReconciliationServiceGrpc.newBlockingStub(billed.api().channel());
    String name =
        stub.startReconciliation(
                StartReconciliationRequest.newBuilder()
                    .setParent(billed.provider())
                    .setRequestId(TestApi.requestId())
                    .build())
            .getReconciliation()
            .getName();
    stub.watchReconciliation(WatchReconciliationRequest.newBuilder().setName(name).build())
        .forEachRemaining(progress -> {});
  }

  private static String invoice(Billed billed) {
    return billed.customer() + "/invoices/INV-1";
  }

  private static Statement get(Billed billed) {
    return get(billed, invoice(billed), "");
  }

  private static Statement get(Billed billed, String name, String language) {
    return invoices(billed)
        .getStatement(
            GetStatementRequest.newBuilder().setName(name).setLanguageCode(language).build());
  }

  private static InvoiceServiceBlockingStub invoices(Billed billed) {
    return InvoiceServiceGrpc.newBlockingStub(billed.api().channel());
  }
}
