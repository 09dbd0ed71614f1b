package dev.redress.grpc;

import static dev.redress.grpc.SentFile.begin;
import static dev.redress.grpc.SentFile.content;
import static dev.redress.grpc.SentFile.parts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.CustomerServiceGrpc.CustomerServiceBlockingStub;
import dev.redress.v1.GetCustomerRequest;
import dev.redress.v1.GetImportRequest;
import dev.redress.v1.Import;
import dev.redress.v1.ImportFileRequest;
import dev.redress.v1.ImportHeader;
import dev.redress.v1.ImportServiceGrpc;
import dev.redress.v1.ImportServiceGrpc.ImportServiceBlockingStub;
import dev.redress.v1.ImportServiceGrpc.ImportServiceStub;
import dev.redress.v1.ListImportsRequest;
import dev.redress.v1.ListProblemsRequest;
import dev.redress.v1.ListProblemsResponse;
import dev.redress.v1.UpdateCustomerRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportGrpcServiceTest {
  private static final String FILE =
      """
      customer_id,name,time_zone
      A,Atlas Dental,America/Chicago
      B,Birch Law,Europe/Berlin
      C,,
      D,Dune Freight,Mars/Olympus
      """;

  @ParameterizedTest
  @EnumSource
  void importFile_storesRowsAndTellsProblems(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();

    Import done = send(kind, header(provider, "i1").build(), FILE);

    assertThat(done.getName()).isEqualTo(provider + "/imports/i1");
    assertThat(done.getState()).isEqualTo(Import.State.SUCCEEDED);
    assertThat(done.getRowsRead()).isEqualTo(4);
    assertThat(done.getRowsCreated()).isEqualTo(2);
    assertThat(done.getRowsRejected()).isEqualTo(2);
    assertThat(done.getFirstProblemsCount()).isGreaterThanOrEqualTo(2);
    assertThat(get(kind, done.getName())).isEqualTo(done);
    assertThat(
            stub(kind)
                .listImports(ListImportsRequest.newBuilder().setParent(provider).build())
                .getImportsList())
        .containsExactly(done);
    ListProblemsRequest problems =
        ListProblemsRequest.newBuilder().setParent(done.getName()).setPageSize(1).build();
    ListProblemsResponse first = stub(kind).listProblems(problems);
    ListProblemsResponse second =
        stub(kind)
            .listProblems(problems.toBuilder().setPageToken(first.getNextPageToken()).build());
    assertThat(first.getProblems(0)).isEqualTo(done.getFirstProblems(0));
    assertThat(second.getProblems(0)).isEqualTo(done.getFirstProblems(1));
  }

  @ParameterizedTest
  @EnumSource
  void importFile_isSafeToRetry(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();
    ImportHeader header = header(provider, "").setRequestId(TestApi.requestId()).build();

    Import done = send(kind, header, FILE);

    assertThat(send(kind, header, FILE)).isEqualTo(done);
    refusal(kind, parts(header, FILE + "E,Elm,\n"))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.REQUEST_ID_REUSED);
    refusal(kind, parts(header.toBuilder().setStrict(true).build(), FILE))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.REQUEST_ID_REUSED);
    Import again = send(kind, header.toBuilder().setRequestId(TestApi.requestId()).build(), FILE);
    assertThat(again.getName()).isNotEqualTo(done.getName());
    assertThat(again.getRowsUnchanged()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void importFile_canCheckOnly(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();

    Import checked = send(kind, header(provider, "i1").setValidateOnly(true).build(), FILE);

    assertThat(checked.getName()).isEmpty();
    assertThat(checked.getRowsCreated()).isEqualTo(2);
    Refusal.of(() -> get(kind, provider + "/imports/i1"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.IMPORT_NOT_FOUND);
  }

  @Test
  void importFile_refusesHeaders() {
    TestDatabase.Kind kind = TestDatabase.Kind.DERBY;
    String provider = TestApi.on(kind).newProvider();
    ImportHeader good = header(provider, "").build();

    refusal(kind, Stream.of(content("a,b\n")))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "header");
    refusal(kind, Stream.of())
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "header");
    refusal(kind, Stream.of(begin(good), begin(good)))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "header");
    refusal(kind, Stream.of(ImportFileRequest.getDefaultInstance()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "part");
    refusal(kind, parts(good.toBuilder().clearKind().build(), FILE))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "header.kind");
    refusal(kind, parts(good.toBuilder().setFileName("a\0b").build(), FILE))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "header.file_name");
    refusal(kind, parts(good.toBuilder().setImportId("NO ID").build(), FILE))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "header.import_id");
    refusal(kind, parts(good.toBuilder().setFormat("xml").build(), FILE))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FILE_FORMAT_UNKNOWN);
    refusal(kind, parts(good.toBuilder().setParent("providers/nobody").build(), FILE))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
  }

  @Test
  void importFile_refusesFiles() {
    TestDatabase.Kind kind = TestDatabase.Kind.DERBY;
    ImportHeader header = header(TestApi.on(kind).newProvider(), "").build();
    ByteString large = ByteString.copyFrom(new byte[1024 * 1024 + 1]);

    refusal(kind, parts(header, "")).assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FILE_EMPTY);
    refusal(kind, parts(header, "name\nAtlas\n"))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FILE_HEADER_INVALID);
    refusal(kind, parts(header, "customer_id,name\nA,\"Atlas"))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FILE_ENDS_IN_QUOTES);
    ImportHeader entries = header.toBuilder().setKind(Import.Kind.TIME_ENTRIES).build();
    refusal(
            kind,
            parts(
                entries,
                """
                Description,Project,Client,User,Start,End,Duration
                Mail,Help,Atlas,Tom,2024-03-04 10:00,2024-03-04 11:00,01:00:00
                """))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FILE_NEEDS_ANSWER);
    refusal(kind, parts(entries.toBuilder().setTimeZone("Atlantis").build(), ""))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "header.time_zone");
    refusal(
            kind,
            Stream.of(begin(header), ImportFileRequest.newBuilder().setContent(large).build()))
        .assertIs(Status.Code.RESOURCE_EXHAUSTED, ErrorReason.TOO_LARGE);
  }

  @ParameterizedTest
  @EnumSource
  void importFile_thatIsBrokenOffLeavesNothing(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();
    CompletableFuture<Import> end = new CompletableFuture<>();
    StreamObserver<ImportFileRequest> upload = asyncStub(kind).importFile(SentFile.completing(end));
    upload.onNext(begin(header(provider, "i1").build()));
    upload.onNext(content(FILE));
    Waiting.until(() -> isRunning(kind, provider + "/imports/i1"));

    upload.onError(Status.CANCELLED.asRuntimeException());

    Waiting.until(() -> !isRunning(kind, provider + "/imports/i1"));
    // The place is free again, and the file can be sent once more.
    assertThat(send(kind, header(provider, "i1").build(), FILE).getRowsCreated()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void importFile_leavesWhenACustomerMayBeCalled(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();
    String name = TestApi.on(kind).newCustomer(provider, "A");
    CustomerServiceBlockingStub customers =
        CustomerServiceGrpc.newBlockingStub(TestApi.on(kind).channel());
    Customer before =
        customers.updateCustomer(
            UpdateCustomerRequest.newBuilder()
                .setCustomer(Customer.newBuilder().setName(name).setHolidayRegion("US-NY"))
                .build());

    send(kind, header(provider, "i1").build(), "customer_id,name\nA,Renamed\n");

    Customer after = customers.getCustomer(GetCustomerRequest.newBuilder().setName(name).build());
    assertThat(after.getDisplayName()).isEqualTo("Renamed");
    assertThat(after.getHolidayRegion()).isEqualTo(before.getHolidayRegion()).isEqualTo("US-NY");
  }

  private static boolean isRunning(TestDatabase.Kind kind, String name) {
    try {
      return get(kind, name).getState() == Import.State.RUNNING;
    } catch (StatusRuntimeException e) {
      return false;
    }
  }

  private static Import send(TestDatabase.Kind kind, ImportHeader header, String file) {
    return send(kind, parts(header, file));
  }

  private static Import send(TestDatabase.Kind kind, Stream<ImportFileRequest> parts) {
    return SentFile.send(asyncStub(kind)::importFile, parts);
  }

  private static Refusal refusal(TestDatabase.Kind kind, Stream<ImportFileRequest> parts) {
    return SentFile.refusal(asyncStub(kind)::importFile, parts);
  }

  private static ImportServiceStub asyncStub(TestDatabase.Kind kind) {
    return ImportServiceGrpc.newStub(TestApi.on(kind).channel());
  }

  private static ImportHeader.Builder header(String provider, String id) {
    return ImportHeader.newBuilder()
        .setParent(provider)
        .setImportId(id)
        .setKind(Import.Kind.CUSTOMERS)
        .setFileName("customers.csv");
  }

  private static ImportServiceBlockingStub stub(TestDatabase.Kind kind) {
    return ImportServiceGrpc.newBlockingStub(TestApi.on(kind).channel());
  }

  private static Import get(TestDatabase.Kind kind, String name) {
    return stub(kind).getImport(GetImportRequest.newBuilder().setName(name).build());
  }
}
