package dev.redress.grpc;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.Timestamps;
import dev.redress.idempotency.Retries;
import dev.redress.identity.ProviderName;
import dev.redress.persistence.MyBatisAnswerStore;
import dev.redress.persistence.MyBatisCustomerStore;
import dev.redress.persistence.MyBatisFactsVersionStore;
import dev.redress.persistence.MyBatisJournal;
import dev.redress.persistence.MyBatisProviderStore;
import dev.redress.persistence.MyBatisRequestStore;
import dev.redress.persistence.MyBatisTimeEntryStore;
import dev.redress.persistence.MyBatisTransactions;
import dev.redress.persistence.OnBothDatabases;
import dev.redress.persistence.Samples;
import dev.redress.persistence.TestDatabase;
import dev.redress.request.RequestService;
import dev.redress.transaction.ProviderScope;
import dev.redress.v1.BatchCreateRequestsRequest;
import dev.redress.v1.BatchCreateTimeEntriesRequest;
import dev.redress.v1.CreateRequestRequest;
import dev.redress.v1.GetRequestRequest;
import dev.redress.v1.GetTimeEntryRequest;
import dev.redress.v1.ListRequestsRequest;
import dev.redress.v1.ListTimeEntriesRequest;
import dev.redress.v1.Request;
import dev.redress.v1.RequestServiceGrpc;
import dev.redress.v1.RequestServiceGrpc.RequestServiceBlockingStub;
import dev.redress.v1.TimeEntry;
import io.grpc.BindableService;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.StatusRuntimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What becomes of calls whose statements ask for another provider than the call is for: a mistake
 * of the server itself, which the first wall lets pass. Derby has one wall only; it shows that
 * these calls would find what they name.
 */
class SecondWallTest {
  private static final ProviderName OTHER = new ProviderName("other");

  /** How many things of the provider each answer has, or why there is none. */
  private static final String OUTCOMES =
      """
      method                 | as it is | mistaken, Derby | mistaken, PostgreSQL
      CreateRequest          | 1        | RESOURCE_EXISTS | CUSTOMER_NOT_FOUND
      BatchCreateRequests    | 1        | RESOURCE_EXISTS | CUSTOMER_NOT_FOUND
      BatchCreateTimeEntries | 1        | RESOURCE_EXISTS | CUSTOMER_NOT_FOUND
      GetRequest             | 1        | 1               | REQUEST_NOT_FOUND
      ListRequests           | 1        | 1               | CUSTOMER_NOT_FOUND
      GetTimeEntry           | 1        | 1               | TIME_ENTRY_NOT_FOUND
      ListTimeEntries        | 1        | 1               | CUSTOMER_NOT_FOUND
      """;

  @OnBothDatabases
  void statementsForAnotherProvider_findAndStoreNothing(TestDatabase database) {
    database.transactions().run(() -> store(database.transactions()));
    BindableService requests = requests(database);
    try (TestServer right = server(requests);
        TestServer wrong = server(mistaken(requests))) {
      assertThat(outcomes(right)).isEqualTo(column(1));
      assertThat(outcomes(wrong))
          .isEqualTo(
              column(
                  switch (database.kind()) {
                    case DERBY -> 2;
                    case POSTGRESQL -> 3;
                  }));
    }
  }

  /** A column of the table, by method. */
  private static Map<String, String> column(int number) {
    return OUTCOMES
        .lines()
        .skip(1)
        .map(line -> List.of(line.split(" *\\| *", -1)))
        .collect(Collectors.toMap(List::getFirst, cells -> cells.get(number)));
  }

  private static Map<String, String> outcomes(TestServer server) {
    RequestServiceBlockingStub stub = RequestServiceGrpc.newBlockingStub(server.channel());
    String customer = CUSTOMER.toString();
    String request = customer + "/requests/R-1";
    Map<String, String> outcomes = new LinkedHashMap<>();
    outcomes.put(
        "CreateRequest",
        outcome(
            () -> {
              var _ =
                  stub.createRequest(
                      CreateRequestRequest.newBuilder()
                          .setParent(customer)
                          .setLoggedRequestId("R-1")
                          .setRequest(request(""))
                          .build());
              return 1;
            }));
    outcomes.put(
        "BatchCreateRequests",
        outcome(
            () ->
                stub.batchCreateRequests(
                        BatchCreateRequestsRequest.newBuilder()
                            .setParent(customer)
                            .addRequests(request(customer + "/requests/R-2"))
                            .build())
                    .getRequestsCount()));
    outcomes.put(
        "BatchCreateTimeEntries",
        outcome(
            () ->
                stub.batchCreateTimeEntries(
                        BatchCreateTimeEntriesRequest.newBuilder()
                            .setParent(customer)
                            .addTimeEntries(
                                TimeEntry.newBuilder()
                                    .setName(request + "/timeEntries/T-1")
                                    .setTechnician("sam")
                                    .setStartTime(Timestamps.fromMillis(NOW.toEpochMilli()))
                                    .setHours(1))
                            .build())
                    .getTimeEntriesCount()));
    outcomes.put(
        "GetRequest",
        outcome(
            () ->
                stub.getRequest(GetRequestRequest.newBuilder().setName(request).build())
                        .getName()
                        .equals(request)
                    ? 1
                    : 0));
    outcomes.put(
        "ListRequests",
        outcome(
            () ->
                stub.listRequests(
                        ListRequestsRequest.newBuilder().setParent(customer).setPageSize(1).build())
                    .getRequestsCount()));
    outcomes.put(
        "GetTimeEntry",
        outcome(
            () ->
                stub.getTimeEntry(
                            GetTimeEntryRequest.newBuilder()
                                .setName(request + "/timeEntries/T-1")
                                .build())
                        .getName()
                        .isEmpty()
                    ? 0
                    : 1));
    outcomes.put(
        "ListTimeEntries",
        outcome(
            () ->
                stub.listTimeEntries(ListTimeEntriesRequest.newBuilder().setParent(request).build())
                    .getTimeEntriesCount()));
    return outcomes;
  }

  private static Request request(String name) {
    return Request.newBuilder()
        .setName(name)
        .setOpenTime(Timestamps.fromMillis(NOW.toEpochMilli()))
        .setSummary("printer jams")
        .build();
  }

  private static String outcome(Supplier<Integer> call) {
    try {
      return call.get().toString();
    } catch (StatusRuntimeException e) {
      return Refusal.of(e).info().getReason();
    }
  }

  private static void store(MyBatisTransactions transactions) {
    MyBatisProviderStore providers = new MyBatisProviderStore(transactions);
    providers.insert(Samples.provider(PROVIDER.provider()));
    providers.insert(Samples.provider(OTHER.provider()));
    new MyBatisCustomerStore(transactions).insertAll(List.of(Samples.customer(CUSTOMER)));
  }

  private static BindableService requests(TestDatabase database) {
    MyBatisTransactions transactions = new MyBatisTransactions(database.database());
    return new RequestGrpcService(
        new RequestService(
            transactions,
            new MyBatisCustomerStore(transactions),
            new MyBatisRequestStore(transactions),
            new MyBatisTimeEntryStore(transactions),
            new MyBatisFactsVersionStore(transactions),
            new MyBatisJournal(transactions),
            () -> NOW),
        new Retries(transactions, new MyBatisAnswerStore(transactions), () -> NOW));
  }

  private static TestServer server(BindableService service) {
    return TestServer.inProcess(new OpenStreams(), CallLimits.DEFAULT, service);
  }

  /** The same service, whose handlers work for the other provider whatever they are asked. */
  private static BindableService mistaken(BindableService service) {
    ServerInterceptor forTheOther =
        new ServerInterceptor() {
          @Override
          public <Q, A> ServerCall.Listener<Q> interceptCall(
              ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
              @Override
              public void onHalfClose() {
                ProviderScope.of(OTHER).run(super::onHalfClose);
              }
            };
          }
        };
    return () -> ServerInterceptors.intercept(service, forTheOther);
  }
}
