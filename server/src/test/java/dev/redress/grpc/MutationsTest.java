package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.CreateCustomerRequest;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.CustomerServiceGrpc.CustomerServiceBlockingStub;
import dev.redress.v1.ListCustomersRequest;
import dev.redress.v1.UpdateCustomerRequest;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Retries: the same request id with the same content has one effect and one answer. */
class MutationsTest {

  @ParameterizedTest
  @EnumSource
  void retry_getsTheSameAnswerAndIsMarked(TestDatabase.Kind kind) {
    CreateCustomerRequest request = create(TestApi.on(kind).newProvider(), "A");
    AtomicReference<Metadata> headers = new AtomicReference<>();
    CustomerServiceBlockingStub stub =
        stub(kind)
            .withInterceptors(
                MetadataUtils.newCaptureMetadataInterceptor(headers, new AtomicReference<>()));

    Customer first = stub.createCustomer(request);
    boolean firstMarked = headers.get().containsKey(ReplayInterceptor.KEY);
    stub(kind)
        .updateCustomer(
            UpdateCustomerRequest.newBuilder()
                .setCustomer(first.toBuilder().setDisplayName("changed meanwhile"))
                .build());
    TestApi.on(kind).advance(Duration.ofDays(30));
    Customer again = stub.createCustomer(request);

    assertThat(again.toByteString()).isEqualTo(first.toByteString());
    assertThat(firstMarked).isFalse();
    assertThat(headers.get().get(ReplayInterceptor.KEY)).isEqualTo("true");
  }

  @ParameterizedTest
  @EnumSource
  void otherContent_isRefused(TestDatabase.Kind kind) {
    CreateCustomerRequest request = create(TestApi.on(kind).newProvider(), "A");
    Customer first = stub(kind).createCustomer(request);

    Refusal.of(() -> stub(kind).createCustomer(request.toBuilder().setCustomerId("B").build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.REQUEST_ID_REUSED);
    Refusal.of(
            () ->
                stub(kind)
                    .updateCustomer(
                        UpdateCustomerRequest.newBuilder()
                            .setCustomer(first)
                            .setRequestId(request.getRequestId())
                            .build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.REQUEST_ID_REUSED);
  }

  @ParameterizedTest
  @EnumSource
  void refusedCalls_canBeRepaired(TestDatabase.Kind kind) {
    String provider = TestApi.on(kind).newProvider();
    TestApi.on(kind).newCustomer(provider, "A");
    CreateCustomerRequest taken = create(provider, "A");

    Refusal.of(() -> stub(kind).createCustomer(taken))
        .assertIs(Status.Code.ALREADY_EXISTS, ErrorReason.RESOURCE_EXISTS);
    // Nothing was recorded of it, so the id is still free.
    assertThat(stub(kind).createCustomer(taken.toBuilder().setCustomerId("B").build()).getName())
        .endsWith("/B");
  }

  @ParameterizedTest
  @EnumSource
  void providers_areIndependent(TestDatabase.Kind kind) {
    CreateCustomerRequest one = create(TestApi.on(kind).newProvider(), "A");
    CreateCustomerRequest two = one.toBuilder().setParent(TestApi.on(kind).newProvider()).build();

    assertThat(stub(kind).createCustomer(one).getName()).startsWith(one.getParent());
    assertThat(stub(kind).createCustomer(two).getName()).startsWith(two.getParent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "not a uuid", "123e4567-e89b-42d3-a456-42661417400", "1-1-1-1-1"})
  void requestId_mustBeAUuid(String requestId) {
    CreateCustomerRequest request =
        create(TestApi.on(TestDatabase.Kind.DERBY).newProvider(), "A").toBuilder()
            .setRequestId(requestId)
            .build();

    Refusal.of(() -> stub(TestDatabase.Kind.DERBY).createCustomer(request))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.REQUEST_ID_INVALID);
  }

  @ParameterizedTest
  @EnumSource
  void sixteenAtOnce_haveOneEffect(TestDatabase.Kind kind) throws Exception {
    String provider = TestApi.on(kind).newProvider();
    CreateCustomerRequest request = create(provider, "A");
    List<Future<Object>> calls = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (int i = 0; i < 16; i++) {
        calls.add(threads.submit(() -> answerOrCode(kind, request)));
      }
    }
    Customer stored = stub(kind).createCustomer(request);

    for (Future<Object> call : calls) {
      // ABORTED may be tried again at once; it is the only refusal.
      assertThat(call.get()).isIn(stored, Status.Code.ABORTED);
    }
    assertThat(
            stub(kind)
                .listCustomers(ListCustomersRequest.newBuilder().setParent(provider).build())
                .getCustomersList())
        .containsExactly(stored);
    assertThat(createdEvents(kind, provider)).isEqualTo(1);
  }

  private static long createdEvents(TestDatabase.Kind kind, String provider) {
    return TestApi.on(kind).events(provider).stream()
        .filter(event -> event.getAction().equals("customer.created"))
        .count();
  }

  private static Object answerOrCode(TestDatabase.Kind kind, CreateCustomerRequest request) {
    try {
      return stub(kind).createCustomer(request);
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode();
    }
  }

  private static CustomerServiceBlockingStub stub(TestDatabase.Kind kind) {
    return CustomerServiceGrpc.newBlockingStub(TestApi.on(kind).channel());
  }

  private static CreateCustomerRequest create(String parent, String id) {
    return CreateCustomerRequest.newBuilder()
        .setParent(parent)
        .setCustomerId(id)
        .setCustomer(
            Customer.newBuilder()
                .setDisplayName("Atlas")
                .putAttributes("b", "1")
                .putAttributes("a", "2"))
        .setRequestId(TestApi.requestId())
        .build();
  }
}
