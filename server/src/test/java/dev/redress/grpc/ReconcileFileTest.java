package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.Finding;
import dev.redress.v1.Import;
import dev.redress.v1.ImportFileRequest;
import dev.redress.v1.ImportHeader;
import dev.redress.v1.ImportServiceGrpc;
import dev.redress.v1.InvoiceServiceGrpc;
import dev.redress.v1.ListFindingsRequest;
import dev.redress.v1.ListInvoicesRequest;
import dev.redress.v1.ListVerdictsRequest;
import dev.redress.v1.ReconcileFileRequest;
import dev.redress.v1.ReconcileFileResponse;
import dev.redress.v1.Reconciliation;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.ReconciliationServiceGrpc.ReconciliationServiceBlockingStub;
import dev.redress.v1.StartReconciliationRequest;
import dev.redress.v1.Verdict;
import dev.redress.v1.WatchReconciliationRequest;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bill before it goes out: what is wrong with it must be what would be wrong with it. */
class ReconcileFileTest {
  /** Two customers, one technician: 20 hours on one day, and work that was logged for the other. */
  private static final String ON_TOP =
      """
      INV-X1,VARN,2026-09-30,X1-1,2026-09-22,Wes Hadley,9,135.00,1215.00,USD,Rack moved,,Onsite,2026-09-01,2026-09-30
      INV-X2,QUAR,2026-09-30,X2-1,2026-09-22,Wes Hadley,11,135.00,1485.00,USD,Cables drawn,,Onsite,2026-09-01,2026-09-30
      INV-X2,QUAR,2026-09-30,X2-2,2026-09-23,Tom Okafor,1,135.00,135.00,USD,Mail profile,NG-1035,Remote,2026-09-01,2026-09-30
      """;

  @ParameterizedTest
  @EnumSource
  void aFile_isAnsweredForAsIfItWereImported(TestDatabase.Kind kind) {
    String provider = month(kind);
    String bill = sample("invoices") + ON_TOP;

    ReconcileFileResponse checked = check(kind, invoices(provider), bill);
    assertThat(checked.getImport().getValidateOnly()).isTrue();
    assertThat(checked.getImport().getRowsCreated()).isEqualTo(126);
    assertNothingIsStored(kind, provider);
    send(kind, invoices(provider), bill);
    reconcile(kind, provider);

    assertThat(checked.getReconciliation().getState()).isEqualTo(Reconciliation.State.SUCCEEDED);
    List<Verdict> stored = verdicts(kind, provider);
    assertThat(checked.getReconciliation().getCoverage().getLinesTotal()).isEqualTo(126);
    assertThat(checked.getOpenVerdictsList())
        .hasSizeGreaterThan(20)
        .allSatisfy(
            open -> assertThat(answer(open)).isEqualTo(answer(named(stored, open.getLine()))));
    assertThat(
            checked.getOpenVerdictsList().stream()
                .flatMap(open -> open.getFindingDetailsList().stream())
                .map(ReconcileFileTest::told))
        .containsExactlyInAnyOrderElementsOf(
            findings(kind, provider).stream()
                .filter(found -> isOpen(checked, found))
                .map(ReconcileFileTest::told)
                .toList());
    assertThat(checked.getOpenVerdictsList())
        .flatExtracting(Verdict::getFindingDetailsList)
        .extracting(Finding::getCode, found -> found.getLine().replaceAll(".*/", ""))
        .contains(
            tuple(Finding.Code.IMPOSSIBLE_DAY, "X1-1"), tuple(Finding.Code.WRONG_CUSTOMER, "X2-2"));
  }

  @ParameterizedTest
  @EnumSource
  void aLineOfTheFile_standsInThePlaceOfTheStoredOne(TestDatabase.Kind kind) {
    String provider = month(kind);
    send(kind, invoices(provider), sample("invoices") + ON_TOP);
    String shorter = ON_TOP.replace(",9,135.00,1215.00,", ",2,135.00,270.00,");

    ReconcileFileResponse checked =
        check(
            kind,
            invoices(provider),
            sample("invoices").lines().findFirst().orElseThrow() + '\n' + shorter);

    assertThat(checked.getImport().getRowsUpdated()).isEqualTo(1);
    assertThat(checked.getImport().getRowsUnchanged()).isEqualTo(2);
    assertThat(checked.getReconciliation().getCoverage().getLinesTotal()).isEqualTo(3);
    assertThat(checked.getOpenVerdictsList())
        .flatExtracting(Verdict::getFindingsList)
        .contains(Finding.Code.WRONG_CUSTOMER)
        .doesNotContain(Finding.Code.IMPOSSIBLE_DAY);
  }

  @Test
  void rowsThatAreWrong_areToldAndTheOthersAnsweredFor() {
    TestDatabase.Kind kind = TestDatabase.Kind.DERBY;
    String provider = month(kind);

    ReconcileFileResponse checked =
        check(kind, invoices(provider), sample("invoices") + "INV-9,NOBODY,2026-09-30,1,,,,,,,\n");

    assertThat(checked.getImport().getRowsRejected()).isEqualTo(1);
    assertThat(checked.getImport().getFirstProblemsCount()).isPositive();
    assertThat(checked.getReconciliation().getCoverage().getLinesTotal()).isEqualTo(123);
  }

  @Test
  void aFileOfNoLines_isInconclusive() {
    TestDatabase.Kind kind = TestDatabase.Kind.DERBY;
    String header = sample("invoices").lines().findFirst().orElseThrow();

    ReconcileFileResponse checked =
        check(kind, invoices(month(kind)), header + "\nINV-9,,,,,,,,,,,,,,\n");

    assertThat(checked.getReconciliation().getState()).isEqualTo(Reconciliation.State.INCONCLUSIVE);
    assertThat(checked.getOpenVerdictsList()).isEmpty();
  }

  @Test
  void refusals() {
    TestDatabase.Kind kind = TestDatabase.Kind.DERBY;
    ImportHeader header = invoices(TestApi.on(kind).newProvider());
    String columns = sample("invoices").lines().findFirst().orElseThrow() + '\n';

    refusal(kind, header.toBuilder().setKind(Import.Kind.REQUESTS).build(), columns)
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "header.kind");
    refusal(kind, header.toBuilder().setParent("providers/nobody").build(), columns)
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    refusal(kind, header, "").assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FILE_EMPTY);
    refusal(kind, header, columns + ",,,,,,,,,,,,,,\n".repeat(50_001))
        .assertIs(Status.Code.RESOURCE_EXHAUSTED, ErrorReason.TOO_LARGE);
  }

  private static String month(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();
    send(kind, header(provider, Import.Kind.CUSTOMERS), sample("customers"));
    send(kind, header(provider, Import.Kind.REQUESTS), sample("requests"));
    send(kind, header(provider, Import.Kind.TIME_ENTRIES), sample("time-entries"));
    return provider;
  }

  private static void reconcile(TestDatabase.Kind kind, String provider) {
    String run =
        service(kind)
            .startReconciliation(
                StartReconciliationRequest.newBuilder()
                    .setParent(provider)
                    .setRequestId(TestApi.requestId())
                    .build())
            .getReconciliation()
            .getName();
    service(kind)
        .watchReconciliation(WatchReconciliationRequest.newBuilder().setName(run).build())
        .forEachRemaining(_ -> {});
  }

  private static void assertNothingIsStored(TestDatabase.Kind kind, String provider) {
    assertThat(
            InvoiceServiceGrpc.newBlockingStub(TestApi.on(kind).channel())
                .listInvoices(
                    ListInvoicesRequest.newBuilder()
                        .setParent(provider + "/customers/VARN")
                        .build())
                .getInvoicesList())
        .isEmpty();
    assertThat(findings(kind, provider)).isEmpty();
  }

  /** What does not depend on where it is stored. */
  private static Verdict answer(Verdict verdict) {
    return verdict.toBuilder()
        .clearReconciliation()
        .clearDispute()
        .clearFindingDetails()
        .clearCandidates()
        .build();
  }

  private static String told(Finding found) {
    return String.join(
        "|",
        found.getLine(),
        found.getCode().name(),
        found.getBilled(),
        found.getExpected(),
        found.getRule(),
        found.getRelated(),
        found.getAtStake().getUnits() + "." + found.getAtStake().getNanos());
  }

  private static boolean isOpen(ReconcileFileResponse checked, Finding found) {
    return checked.getOpenVerdictsList().stream()
        .anyMatch(open -> open.getLine().equals(found.getLine()));
  }

  private static Verdict named(List<Verdict> verdicts, String line) {
    return verdicts.stream()
        .filter(verdict -> verdict.getLine().equals(line))
        .findFirst()
        .orElseThrow();
  }

  private static List<Verdict> verdicts(TestDatabase.Kind kind, String provider) {
    return service(kind)
        .listVerdicts(
            ListVerdictsRequest.newBuilder().setParent(provider).setPageSize(1_000).build())
        .getVerdictsList();
  }

  private static List<Finding> findings(TestDatabase.Kind kind, String provider) {
    return service(kind)
        .listFindings(
            ListFindingsRequest.newBuilder().setParent(provider).setPageSize(1_000).build())
        .getFindingsList()
        .stream()
        .sorted(Comparator.comparing(Finding::getLine))
        .toList();
  }

  private static ReconcileFileResponse check(
      TestDatabase.Kind kind, ImportHeader header, String file) {
    return SentFile.send(method(kind), SentFile.parts(header, file));
  }

  private static Refusal refusal(TestDatabase.Kind kind, ImportHeader header, String file) {
    return SentFile.refusal(method(kind), SentFile.parts(header, file));
  }

  private static Function<StreamObserver<ReconcileFileResponse>, StreamObserver<ImportFileRequest>>
      method(TestDatabase.Kind kind) {
    return answer ->
        new TranslatedStream<>(
            ReconciliationServiceGrpc.newStub(TestApi.on(kind).channel()).reconcileFile(answer),
            part ->
                part.hasHeader()
                    ? ReconcileFileRequest.newBuilder().setHeader(part.getHeader()).build()
                    : ReconcileFileRequest.newBuilder().setContent(part.getContent()).build());
  }

  private static void send(TestDatabase.Kind kind, ImportHeader header, String file) {
    Import done =
        SentFile.send(
            ImportServiceGrpc.newStub(TestApi.on(kind).channel())::importFile,
            SentFile.parts(header, file));
    assertThat(done.getRowsRejected()).isZero();
  }

  private static ImportHeader invoices(String provider) {
    return header(provider, Import.Kind.INVOICES);
  }

  private static ImportHeader header(String provider, Import.Kind kind) {
    return ImportHeader.newBuilder().setParent(provider).setKind(kind).build();
  }

  private static ReconciliationServiceBlockingStub service(TestDatabase.Kind kind) {
    return ReconciliationServiceGrpc.newBlockingStub(TestApi.on(kind).channel());
  }

  private static String sample(String kind) {
    try (InputStream file =
        ReconcileFileTest.class.getResourceAsStream("/sample/" + kind + ".csv")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
