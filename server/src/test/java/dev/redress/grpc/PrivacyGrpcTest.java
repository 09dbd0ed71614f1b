package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.persistence.TextScan;
import dev.redress.privacy.PersonalData;
import dev.redress.privacy.PersonalData.Table;
import dev.redress.privacy.Scope;
import dev.redress.privacy.Treatment;
import dev.redress.v1.AddDisputeNoteRequest;
import dev.redress.v1.AttachmentServiceGrpc;
import dev.redress.v1.AuditServiceGrpc;
import dev.redress.v1.CreateRequestRequest;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerErasure;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeNote;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.EraseCustomerRequest;
import dev.redress.v1.Event;
import dev.redress.v1.ExportCustomerRequest;
import dev.redress.v1.GetCustomerErasureRequest;
import dev.redress.v1.GetCustomerRequest;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.GetJournalAnchorRequest;
import dev.redress.v1.GetStatementRequest;
import dev.redress.v1.Import;
import dev.redress.v1.ImportHeader;
import dev.redress.v1.ImportServiceGrpc;
import dev.redress.v1.InvoiceServiceGrpc;
import dev.redress.v1.JournalAnchor;
import dev.redress.v1.JournalBreak;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.PrivacyServiceGrpc;
import dev.redress.v1.PrivacyServiceGrpc.PrivacyServiceBlockingStub;
import dev.redress.v1.Reconciliation;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.ReopenDisputeRequest;
import dev.redress.v1.Request;
import dev.redress.v1.RequestServiceGrpc;
import dev.redress.v1.StartReconciliationRequest;
import dev.redress.v1.Statement;
import dev.redress.v1.UpdateCustomerRequest;
import dev.redress.v1.VerifyInvariantsRequest;
import dev.redress.v1.VerifyInvariantsResponse;
import dev.redress.v1.VerifyJournalRequest;
import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is known of a customer's people: handed out, and erased. */
class PrivacyGrpcTest {

  /** Of states that the story passes by, and a sentence that quotes nobody here. */
  private static final Set<String> PASSED_BY =
      Set.of("dispute.awaited", "callback.reschedule_reason", "import_problem.message");

  @ParameterizedTest
  @EnumSource
  void erase_leavesNoWord_andAllMoneyAndIds(TestDatabase.Kind kind) throws SQLException {
    CustomerStory other = CustomerStory.of(kind, "NEIGHBOUR", "neighbourword");
    CustomerStory story = CustomerStory.of(kind, "ATLAS", "erasedword");
    TestDatabase database = story.api().database();
    story.api().numberEvents();
    plantTheRest(story);
    Set<String> planted = TextScan.find(database, story.word());
    assertThat(planted).containsAll(personalColumns());
    Map<String, Long> before = sums(story);
    Set<String> neighbours = TextScan.find(database, other.word());
    Statement told = statement(story);
    JournalAnchor anchor =
        AuditServiceGrpc.newBlockingStub(story.api().channel())
            .getJournalAnchor(
                GetJournalAnchorRequest.newBuilder().setParent(story.provider()).build());

    CustomerErasure erased = erase(story, TestApi.requestId());

    assertThat(TextScan.find(database, story.word())).isEmpty();
    assertThat(sums(story)).isEqualTo(before);
    assertThat(TextScan.find(database, other.word())).isEqualTo(neighbours);
    Statement after = statement(story);
    assertThat(after.getAmount()).isEqualTo(told.getAmount());
    assertThat(after.getSubtotalsList()).isEqualTo(told.getSubtotalsList());
    assertThat(after.getCustomerDisplayName()).isEqualTo(PersonalData.ERASED);
    assertThat(breaks(story, anchor)).isEmpty();
    assertThat(violations(story)).isEmpty();
    assertThat(erased.getReason()).isEqualTo("asked for in May");
    assertThat(erased.getRowCount()).isGreaterThan(20);
    List<Event> events = story.api().events(story.provider());
    assertThat(events).filteredOn(Event::getErased).hasSize((int) erased.getEventCount());
    assertThat(events)
        .filteredOn(event -> event.getAction().equals("customer.erased"))
        .singleElement()
        .satisfies(event -> assertThat(event.getErased()).isFalse());
    assertThat(events)
        .filteredOn(event -> event.getAction().equals("callback.attempted"))
        .allSatisfy(
            event -> {
              assertThat(event.getReason()).isEqualTo(PersonalData.ERASED);
              assertThat(event.getDetailsOrThrow("outcome")).matches("HUNG_UP|REACHED|NO_ANSWER");
            });
  }

  @ParameterizedTest
  @EnumSource
  void erase_isDoneOnce(TestDatabase.Kind kind) {
    CustomerStory story = CustomerStory.of(kind, "ATLAS", "onceword");
    String requestId = TestApi.requestId();

    CustomerErasure erased = erase(story, requestId);
    long events = story.api().events(story.provider()).size();

    assertThat(erase(story, requestId)).isEqualTo(erased);
    assertThat(erase(story, TestApi.requestId())).isEqualTo(erased);
    assertThat(
            privacy(story)
                .getCustomerErasure(
                    GetCustomerErasureRequest.newBuilder().setName(erased.getName()).build()))
        .isEqualTo(erased);
    assertThat(story.api().events(story.provider())).hasSize((int) events);
    assertThat(erased.getName()).isEqualTo(story.customer() + "/erasure");
    assertThat(erased.getActor()).isEqualTo("local");
  }

  @ParameterizedTest
  @EnumSource
  void afterAnErasure_nothingIsWrittenAboutTheCustomer(TestDatabase.Kind kind) {
    CustomerStory story = CustomerStory.of(kind, "ATLAS", "laterword");
    CreateRequestRequest before =
        CreateRequestRequest.newBuilder()
            .setParent(story.customer())
            .setLoggedRequestId("INC-7")
            .setRequestId(TestApi.requestId())
            .setRequest(
                Request.newBuilder()
                    .setOpenTime(TimeProtos.toProto(Instant.parse("2025-05-05T13:00:00Z")))
                    .setSummary("laterword"))
            .build();
    var requests = RequestServiceGrpc.newBlockingStub(story.api().channel());
    var _ = requests.createRequest(before);

    var _ = erase(story, TestApi.requestId());

    // The answer was stored for a retry, and says what was asked for.
    refused(() -> requests.createRequest(before));
    refused(
        () ->
            requests.createRequest(
                before.toBuilder().clearRequestId().setLoggedRequestId("INC-8").build()));
    refused(
        () ->
            DisputeServiceGrpc.newBlockingStub(story.api().channel())
                .reopenDispute(
                    ReopenDisputeRequest.newBuilder()
                        .setName(story.lastDispute())
                        .setReason("laterword")
                        .build()));
    refused(
        () ->
            AttachmentServiceGrpc.newBlockingStub(story.api().channel())
                .addDisputeNote(
                    AddDisputeNoteRequest.newBuilder()
                        .setParent(story.lastDispute())
                        .setNote(
                            DisputeNote.newBuilder()
                                .setKind(DisputeNote.Kind.INTERNAL)
                                .setText("laterword"))
                        .build()));
    refused(
        () ->
            CustomerServiceGrpc.newBlockingStub(story.api().channel())
                .updateCustomer(
                    UpdateCustomerRequest.newBuilder()
                        .setCustomer(
                            Customer.newBuilder().setName(story.customer()).setPhone("laterword"))
                        .build()));
    Import refusedFile =
        SentFile.send(
            ImportServiceGrpc.newStub(story.api().channel())::importFile,
            SentFile.parts(
                ImportHeader.newBuilder()
                    .setParent(story.provider())
                    .setKind(Import.Kind.CUSTOMERS)
                    .setFileName("customers.csv")
                    .build(),
                """
                customer_id,name
                ATLAS,laterword
                FRESH,Fresh
                """));
    assertThat(refusedFile.getRowsRejected()).isEqualTo(1);
    assertThat(refusedFile.getRowsCreated()).isEqualTo(1);
    assertThat(refusedFile.getFirstProblems(0).getCode()).isEqualTo("CUSTOMER_ERASED");
    assertThat(
            CustomerServiceGrpc.newBlockingStub(story.api().channel())
                .getCustomer(GetCustomerRequest.newBuilder().setName(story.customer()).build())
                .getDisplayName())
        .isEqualTo(PersonalData.ERASED);
    assertThat(reconciled(story).getState()).isEqualTo(Reconciliation.State.INCONCLUSIVE);
    story.api().advance(Duration.ofDays(30));
    story.api().close();
    assertThat(
            DisputeServiceGrpc.newBlockingStub(story.api().channel())
                .getDispute(GetDisputeRequest.newBuilder().setName(story.lastDispute()).build())
                .getState())
        .isEqualTo(Dispute.State.CLOSED);
    assertThat(breaks(story)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void erase_refusesWhoIsOwedSomething(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    String dispute =
        DisputeServiceGrpc.newBlockingStub(billed.api().channel())
            .openDispute(
                OpenDisputeRequest.newBuilder()
                    .setParent(billed.provider())
                    .setDispute(
                        Dispute.newBuilder()
                            .addLines(
                                DisputedLine.newBuilder()
                                    .setLine(billed.line("L1"))
                                    .setReason(DisputedLine.Reason.RATE)))
                    .build())
            .getName();
    PrivacyServiceBlockingStub stub = PrivacyServiceGrpc.newBlockingStub(billed.api().channel());
    EraseCustomerRequest request =
        EraseCustomerRequest.newBuilder().setName(billed.customer()).setReason("asked").build();

    Refusal refusal = Refusal.of(() -> stub.eraseCustomer(request));

    refusal.assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.CUSTOMER_HAS_OPEN_WORK);
    assertThat(refusal.sentence()).contains("has 1 open dispute, 1 live callback;");
    assertThat(dispute).isNotEmpty();
    Refusal.of(() -> stub.eraseCustomer(request.toBuilder().clearReason().build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "reason");
    Refusal.of(
            () ->
                stub.eraseCustomer(
                    request.toBuilder().setName(billed.provider() + "/customers/NOBODY").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CUSTOMER_NOT_FOUND);
    Refusal.of(
            () ->
                stub.getCustomerErasure(
                    GetCustomerErasureRequest.newBuilder()
                        .setName(billed.customer() + "/erasure")
                        .build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.ERASURE_NOT_FOUND);
    Refusal.of(
            () ->
                stub.getCustomerErasure(
                    GetCustomerErasureRequest.newBuilder().setName(billed.customer()).build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "name");
  }

  @ParameterizedTest
  @EnumSource
  void export_handsOutEverything_andTheJournalSaysSo(TestDatabase.Kind kind) throws SQLException {
    CustomerStory story = CustomerStory.of(kind, "ATLAS", "exportword");
    story.api().numberEvents();

    List<JsonObject> records = export(story);

    assertThat(records.getFirst().get("table").getAsString()).isEqualTo("export");
    assertThat(records.getFirst().get("customer").getAsString()).isEqualTo(story.customer());
    assertThat(records.getLast().get("table").getAsString()).isEqualTo("end");
    assertThat(records.getLast().get("records").getAsInt()).isEqualTo(records.size() - 2);
    Set<String> exported = new TreeSet<>();
    for (JsonObject row : records) {
      for (String column : row.keySet()) {
        if (row.get(column).toString().contains(story.word())) {
          exported.add(row.get("table").getAsString() + "." + column);
        }
      }
    }
    Set<String> stored = TextScan.find(story.api().database(), story.word());
    stored.removeIf(column -> isOfNobody(column) || column.equals("dispute_evidence_part.content"));
    assertThat(exported).isEqualTo(stored);
    assertThat(records)
        .filteredOn(row -> row.get("table").getAsString().equals("dispute_evidence_part"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(Base64.getDecoder().decode(row.get("content_base64").getAsString()))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("Dear Tom exportword"));
    assertThat(records)
        .filteredOn(row -> row.get("table").getAsString().equals("labor_line"))
        .hasSize(3)
        .allSatisfy(row -> assertThat(row.get("amount_minor").getAsLong()).isPositive());
    assertThat(story.api().events(story.provider()).getLast())
        .satisfies(
            event -> {
              assertThat(event.getAction()).isEqualTo("data.read");
              assertThat(event.getResource()).isEqualTo(story.customer());
              assertThat(event.getDetailsOrThrow("method")).isEqualTo("ExportCustomer");
            });
    Refusal.of(
            () ->
                privacy(story)
                    .exportCustomer(
                        ExportCustomerRequest.newBuilder()
                            .setName(story.provider() + "/customers/NOBODY")
                            .build())
                    .hasNext())
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CUSTOMER_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource
  void export_afterAnErasure_hasNoWords(TestDatabase.Kind kind) {
    CustomerStory story = CustomerStory.of(kind, "ATLAS", "goneword");
    var _ = erase(story, TestApi.requestId());

    List<JsonObject> records = export(story);

    assertThat(records).noneMatch(row -> row.toString().contains("goneword"));
    assertThat(records)
        .anyMatch(row -> row.get("table").getAsString().equals("customer_erasure"))
        .anyMatch(row -> row.get("table").getAsString().equals("credit"));
  }

  /** What the list says is personal and of customers, but for what the story passes by. */
  private static Set<String> personalColumns() {
    Set<String> columns = new TreeSet<>();
    for (Table table : PersonalData.tables()) {
      table.columns().values().stream()
          .filter(
              column ->
                  switch (column.treatment()) {
                    case TEXT, JSON, EMPTY, NULL -> true;
                    case OWN ->
                        !column.name().matches("sha256|fingerprint")
                            && !table.name().equals("journal_inbox");
                    case AUTHOR, HASH, ID, CODE, STAFF, TERM, SECRET -> false;
                  })
          .map(column -> table.name() + "." + column.name())
          .filter(column -> !PASSED_BY.contains(column))
          .forEach(columns::add);
    }
    return columns;
  }

  /** Puts the word into texts to which the story does not come. */
  private static void plantTheRest(CustomerStory story) throws SQLException {
    TestDatabase database = story.api().database();
    String provider = story.provider().substring(story.provider().lastIndexOf('/') + 1);
    Set<String> planted = TextScan.find(database, story.word());
    for (Table table : PersonalData.tables()) {
      for (String column : table.columns(Treatment.TEXT)) {
        if (!planted.contains(table.name() + "." + column)) {
          database.execute(
              "UPDATE %s SET %s = '%s' WHERE provider_id = '%s' AND %s IS NOT NULL"
                  .formatted(table.name(), column, story.word(), provider, column));
        }
      }
    }
  }

  private static boolean isOfNobody(String column) {
    String table = column.substring(0, column.indexOf('.'));
    return PersonalData.table(table).orElseThrow().scope() == Scope.NONE;
  }

  /** Counts of all rows, and sums of all money and hours. */
  private static Map<String, Long> sums(CustomerStory story) throws SQLException {
    String provider = story.provider().substring(story.provider().lastIndexOf('/') + 1);
    Map<String, Long> sums = new TreeMap<>();
    for (Table table : PersonalData.tables()) {
      if (Set.of(
              "journal",
              "journal_inbox",
              "dispute_evidence_part",
              "answered_request",
              "customer_erasure")
          .contains(table.name())) {
        continue;
      }
      sums.put(table.name(), number(story, "COUNT(*)", table.name(), provider));
    }
    for (String sum :
        List.of(
            "labor_line.amount_minor",
            "labor_line.hours",
            "labor_line.rate_ten_thousandths",
            "time_entry.hours",
            "verdict.hours_backed",
            "disputed_line.disputed_minor",
            "disputed_line.credited_minor",
            "credit.amount_minor",
            "finding.at_stake_minor")) {
      List<String> parts = List.of(sum.split("\\.", -1));
      sums.put(
          sum, number(story, "COALESCE(SUM(" + parts.get(1) + "), 0)", parts.get(0), provider));
    }
    return sums;
  }

  private static long number(CustomerStory story, String what, String table, String provider)
      throws SQLException {
    return story
        .api()
        .database()
        .number("SELECT %s FROM %s WHERE provider_id = '%s'".formatted(what, table, provider));
  }

  private static List<JsonObject> export(CustomerStory story) {
    List<JsonObject> records = new ArrayList<>();
    privacy(story)
        .exportCustomer(ExportCustomerRequest.newBuilder().setName(story.customer()).build())
        .forEachRemaining(
            answer -> records.add(JsonParser.parseString(answer.getRecord()).getAsJsonObject()));
    return records;
  }

  private static void refused(Runnable call) {
    Refusal.of(call::run).assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.CUSTOMER_ERASED);
  }

  private static Reconciliation reconciled(CustomerStory story) {
    return ReconciliationServiceGrpc.newBlockingStub(story.api().channel())
        .startReconciliation(
            StartReconciliationRequest.newBuilder()
                .setParent(story.provider())
                .setRequestId(TestApi.requestId())
                .build())
        .getReconciliation();
  }

  private static List<JournalBreak> breaks(CustomerStory story, JournalAnchor... kept) {
    return AuditServiceGrpc.newBlockingStub(story.api().channel())
        .verifyJournal(
            VerifyJournalRequest.newBuilder()
                .setParent(story.provider())
                .addAllAnchors(List.of(kept))
                .build())
        .getBreaksList();
  }

  private static List<VerifyInvariantsResponse.Check> violations(CustomerStory story) {
    return ReconciliationServiceGrpc.newBlockingStub(story.api().channel())
        .verifyInvariants(VerifyInvariantsRequest.newBuilder().setParent(story.provider()).build())
        .getChecksList()
        .stream()
        .filter(check -> check.getViolationsCount() > 0)
        .toList();
  }

  private static Statement statement(CustomerStory story) {
    return InvoiceServiceGrpc.newBlockingStub(story.api().channel())
        .getStatement(
            GetStatementRequest.newBuilder().setName(story.customer() + "/invoices/INV-1").build());
  }

  private static CustomerErasure erase(CustomerStory story, String requestId) {
    return privacy(story)
        .eraseCustomer(
            EraseCustomerRequest.newBuilder()
                .setName(story.customer())
                .setReason("asked for in May")
                .setRequestId(requestId)
                .build());
  }

  private static PrivacyServiceBlockingStub privacy(CustomerStory story) {
    return PrivacyServiceGrpc.newBlockingStub(story.api().channel());
  }
}
