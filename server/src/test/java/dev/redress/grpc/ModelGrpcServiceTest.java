package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Date;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.BatchCreateRequestsRequest;
import dev.redress.v1.CreateInvoiceRequest;
import dev.redress.v1.CreateRequestRequest;
import dev.redress.v1.FitModelRequest;
import dev.redress.v1.GetModelRequest;
import dev.redress.v1.Invoice;
import dev.redress.v1.InvoiceServiceGrpc;
import dev.redress.v1.LaborLine;
import dev.redress.v1.ListModelsRequest;
import dev.redress.v1.ListModelsResponse;
import dev.redress.v1.Model;
import dev.redress.v1.ModelServiceGrpc;
import dev.redress.v1.ModelServiceGrpc.ModelServiceBlockingStub;
import dev.redress.v1.Reconciliation;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.Request;
import dev.redress.v1.RequestServiceGrpc;
import dev.redress.v1.StartReconciliationRequest;
import dev.redress.v1.UseModelRequest;
import dev.redress.v1.VerifyReplayRequest;
import dev.redress.v1.VerifyReplayResponse;
import dev.redress.v1.VerifyReplayResponse.CustomerReplay.Outcome;
import dev.redress.v1.WatchReconciliationRequest;
import io.grpc.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelGrpcServiceTest {
  private static final int LINES = 60;

  @ParameterizedTest
  @EnumSource
  void fit_isStoredAndUsedOnlyWhenSomebodySaysSo(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    String provider = labelledProvider(api);
    FitModelRequest fit =
        FitModelRequest.newBuilder().setParent(provider).setRequestId(TestApi.requestId()).build();

    Model dry = stub(api).fitModel(fit.toBuilder().setValidateOnly(true).build());
    assertThat(dry.getName()).isEmpty();
    assertThat(list(api, provider).getModelsList()).hasSize(1);
    Model fitted = stub(api).fitModel(fit);

    assertThat(fitted.getName()).isEqualTo(provider + "/models/fit-1");
    assertThat(fitted.getInUse()).isFalse();
    assertThat(fitted.getReport()).isEqualTo(dry.getReport());
    assertThat(fitted.getReport().getReferenceLines()).isEqualTo(LINES);
    assertThat(fitted.getReport().getTargetPrecision()).isEqualTo(0.97);
    assertThat(fitted.getReport().getChangesList()).isNotEmpty();
    assertThat(stub(api).fitModel(fit)).isEqualTo(fitted);
    assertThat(get(api, fitted.getName())).isEqualTo(fitted);
    assertThat(list(api, provider).getModelsList())
        .extracting(Model::getName)
        .containsExactly(fitted.getName(), provider + "/models/default-3");
    assertThat(run(api, provider).getModelVersion()).isEqualTo("default-3");

    UseModelRequest use = use(fitted.getName()).setEtag(fitted.getEtag()).build();
    Model used = stub(api).useModel(use);

    assertThat(used.getInUse()).isTrue();
    assertThat(stub(api).useModel(use)).isEqualTo(used);
    assertThat(run(api, provider).getModelVersion()).isEqualTo("fit-1");
    Refusal.of(
            () ->
                stub(api)
                    .useModel(
                        use(provider + "/models/default-3").setEtag(fitted.getEtag()).build()))
        .assertIs(Status.Code.ABORTED, ErrorReason.STALE_VERSION);
    assertThat(stub(api).useModel(use(provider + "/models/default-3").build()).getInUse()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void replay_givesTheSameBytesUntilAFactChanges(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    String provider = labelledProvider(api);
    Model fitted =
        stub(api)
            .fitModel(
                FitModelRequest.newBuilder()
                    .setParent(provider)
                    .setRequestId(TestApi.requestId())
                    .build());
    Reconciliation first = run(api, provider);
    stub(api).useModel(use(fitted.getName()).build());
    Reconciliation second = run(api, provider);

    for (Reconciliation run : List.of(first, second)) {
      VerifyReplayResponse replay = replay(api, run.getName());
      assertThat(replay.getModel()).endsWith(run.getModelVersion());
      assertThat(replay.getSame()).isEqualTo(1);
      assertThat(replay.getCustomersList()).isEmpty();
    }
    RequestServiceGrpc.newBlockingStub(api.channel())
        .createRequest(request(provider + "/customers/ATLAS", LINES));
    VerifyReplayResponse replay = replay(api, first.getName());
    assertThat(replay.getFactsChanged()).isEqualTo(1);
    assertThat(replay.getCustomers(0).getOutcome()).isEqualTo(Outcome.FACTS_CHANGED);
  }

  @ParameterizedTest
  @EnumSource
  void refusals_sayWhatIsMissing(TestDatabase.Kind kind) {
    Billed billed = Billed.on(kind);
    TestApi api = billed.api();
    FitModelRequest fit =
        FitModelRequest.newBuilder()
            .setParent(billed.provider())
            .setRequestId(TestApi.requestId())
            .build();

    Refusal few = Refusal.of(() -> stub(api).fitModel(fit));
    few.assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.TOO_FEW_DECISIONS);
    assertThat(few.sentence()).contains("at least 50 lines").contains("has 1");
    Refusal.of(() -> stub(api).fitModel(fit.toBuilder().setTargetPrecision(1.5).build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "target_precision");
    Refusal.of(() -> stub(api).fitModel(fit.toBuilder().setParent("providers/nobody").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    Refusal.of(() -> list(api, "providers/nobody"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    Refusal.of(() -> get(api, "providers/nobody/models/default-3"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    Refusal.of(() -> get(api, billed.provider() + "/models/fit-9"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.MODEL_NOT_FOUND);
    Refusal.of(() -> stub(api).useModel(use("providers/nobody/models/default-3").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.PROVIDER_NOT_FOUND);
    Refusal.of(() -> stub(api).useModel(use(billed.provider() + "/models/fit-9").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.MODEL_NOT_FOUND);
    Refusal.of(
            () ->
                stub(api).useModel(use(billed.provider() + "/models/fit-9").clearReason().build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "reason");
    Refusal.of(() -> replay(api, billed.provider() + "/reconciliations/nothing"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.RECONCILIATION_NOT_FOUND);
  }

  /** A provider with a customer whose lines name their requests, enough to fit to. */
  private static String labelledProvider(TestApi api) {
    String provider = api.newProvider();
    String customer = api.newCustomer(provider, "ATLAS");
    BatchCreateRequestsRequest.Builder requests =
        BatchCreateRequestsRequest.newBuilder()
            .setParent(customer)
            .setRequestId(TestApi.requestId());
    List<LaborLine> lines = new ArrayList<>();
    for (int i = 0; i < LINES; i++) {
      CreateRequestRequest each = request(customer, i);
      requests.addRequests(
          each.getRequest().toBuilder()
              .setName(customer + "/requests/" + each.getLoggedRequestId()));
      lines.add(
          LaborLine.newBuilder()
              .setName("lines/L" + i)
              .setWorkDate(Date.newBuilder().setYear(2025).setMonth(5).setDay(1 + i % 28))
              .setTechnician("Tom Bell")
              .setHours(1)
              .setAmount(Billed.usd(100))
              .setDescription("worked on printer " + i)
              .setReference("INC-" + (2000 + i))
              .build());
    }
    RequestServiceGrpc.newBlockingStub(api.channel()).batchCreateRequests(requests.build());
    InvoiceServiceGrpc.newBlockingStub(api.channel())
        .createInvoice(
            CreateInvoiceRequest.newBuilder()
                .setParent(customer)
                .setInvoiceId("INV-1")
                .setInvoice(
                    Invoice.newBuilder()
                        .setInvoiceDate(Date.newBuilder().setYear(2025).setMonth(5).setDay(31))
                        .setCurrencyCode("USD"))
                .addAllLaborLines(lines)
                .build());
    return provider;
  }

  private static CreateRequestRequest request(String customer, int number) {
    Instant day = Instant.parse("2025-05-01T13:00:00Z").plusSeconds(86_400L * (number % 28));
    return CreateRequestRequest.newBuilder()
        .setParent(customer)
        .setLoggedRequestId("INC-" + (2000 + number))
        .setRequest(
            Request.newBuilder()
                .setOpenTime(TimeProtos.toProto(day))
                .setCloseTime(TimeProtos.toProto(day.plusSeconds(86_400)))
                .setSummary("Printer " + number + " jams")
                .setAssignee("Tom Bell"))
        .build();
  }

  private static Reconciliation run(TestApi api, String provider) {
    var stub = ReconciliationServiceGrpc.newBlockingStub(api.channel());
    String name =
        stub.startReconciliation(
                StartReconciliationRequest.newBuilder().setParent(provider).build())
            .getReconciliation()
            .getName();
    Reconciliation last = Reconciliation.getDefaultInstance();
    var states =
        stub.watchReconciliation(WatchReconciliationRequest.newBuilder().setName(name).build());
    while (states.hasNext()) {
      last = states.next().getReconciliation();
    }
    return last;
  }

  private static UseModelRequest.Builder use(String name) {
    return UseModelRequest.newBuilder()
        .setName(name)
        .setReason("better on the lines held back")
        .setRequestId(TestApi.requestId());
  }

  private static VerifyReplayResponse replay(TestApi api, String run) {
    return stub(api).verifyReplay(VerifyReplayRequest.newBuilder().setReconciliation(run).build());
  }

  private static Model get(TestApi api, String name) {
    return stub(api).getModel(GetModelRequest.newBuilder().setName(name).build());
  }

  private static ListModelsResponse list(TestApi api, String provider) {
    return stub(api).listModels(ListModelsRequest.newBuilder().setParent(provider).build());
  }

  private static ModelServiceBlockingStub stub(TestApi api) {
    return ModelServiceGrpc.newBlockingStub(api.channel());
  }
}
