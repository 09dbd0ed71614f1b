package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.access.Caller;
import dev.redress.access.Role;
import dev.redress.identity.Actor;
import dev.redress.identity.ProviderName;
import dev.redress.v1.CreateCustomerRequest;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.CustomerServiceGrpc.CustomerServiceBlockingStub;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

/** What log entries say of the call that they are about. */
class CallTraceTest {
  private static final String REQUEST_ID = "0d3f6c52-7c1f-4a55-9d57-0c4a6f5c0b11";

  @Test
  void entries_sayWhichCallItIs() {
    Map<String, String> said = said("mia", REQUEST_ID);

    assertThat(said.remove("call")).matches("[0-9a-f]{8}");
    assertThat(said)
        .containsExactly(
            Map.entry("method", "CreateCustomer"),
            Map.entry("principal", "mia"),
            Map.entry("provider", "acme"),
            Map.entry("request_id", REQUEST_ID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "0d3f6c52-7c1f-4a55-9d57\nINFO  forged entry!"})
  void entries_sayNothingThatNobodyChecked(String requestId) {
    assertThat(said("mia", requestId)).doesNotContainKey("request_id");
  }

  @Test
  void entries_ofSomebodyOfAProvider_sayBothBeforeAnyMessageHasCome() {
    Caller caller =
        new Caller(
            new Actor("ann"),
            Role.CLERK,
            Optional.of(new ProviderName("brask")),
            Optional.empty(),
            Optional.empty());
    CallTrace trace = new CallTrace("ListDisputes");
    Map<String, String> said = new HashMap<>();

    trace.run(() -> trace.know(caller));
    trace.run(() -> said.putAll(MDC.getCopyOfContextMap()));

    assertThat(said).containsEntry("provider", "brask").containsEntry("principal", "ann");
    assertThat(MDC.get("provider")).isNull();
  }

  /** What an entry would say while a handler works. */
  private static Map<String, String> said(String actor, String requestId) {
    AtomicReference<Map<String, String>> said = new AtomicReference<>(Map.of());
    CustomerServiceGrpc.CustomerServiceImplBase service =
        new CustomerServiceGrpc.CustomerServiceImplBase() {
          @Override
          public void createCustomer(
              CreateCustomerRequest request, StreamObserver<Customer> observer) {
            said.set(MDC.getCopyOfContextMap());
            Answers.send(observer, Customer.getDefaultInstance());
          }
        };
    try (TestServer server = TestServer.inProcess(new OpenStreams(), CallLimits.DEFAULT, service)) {
      Metadata headers = new Metadata();
      headers.put(AccessInterceptor.ACTOR, actor);
      CustomerServiceBlockingStub stub =
          CustomerServiceGrpc.newBlockingStub(server.channel())
              .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
      var _ =
          stub.createCustomer(
              CreateCustomerRequest.newBuilder()
                  .setParent("providers/acme")
                  .setRequestId(requestId)
                  .build());
    }
    return new TreeMap<>(said.get());
  }
}
