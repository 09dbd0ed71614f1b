package dev.redress.cli.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.redress.cli.FakeServer;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.v1.CreateProviderRequest;
import dev.redress.v1.ListProvidersRequest;
import dev.redress.v1.ListProvidersResponse;
import dev.redress.v1.Provider;
import dev.redress.v1.ProviderServiceGrpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerInterceptors;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionTest {
  private static final ServerAddress ADDRESS = new ServerAddress("localhost", 7443);

  private final Providers providers = new Providers();
  private final FakeServer server = new FakeServer(providers);
  private final Connection connection = new Connection(ADDRESS, server.channel(ADDRESS), "");

  @AfterEach
  void close() {
    connection.close();
    server.close();
  }

  @Test
  void change_isRepeatedWithTheSameIdWhileTheServerIsUnreachable() {
    providers.failures = 2;
    assertThat(create().getName()).isEqualTo("providers/acme");
    assertThat(providers.requestIds).hasSize(3).containsOnly("id-1");
  }

  @Test
  void change_givesUpAfterThreeRepetitions() {
    providers.failures = 9;
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(this::create)
        .satisfies(failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.UNREACHABLE));
    assertThat(providers.requestIds).hasSize(4);
  }

  @Test
  void change_isNotRepeatedWhenTheServerRefuses() {
    providers.failures = 1;
    providers.status = Status.INVALID_ARGUMENT;
    assertThatExceptionOfType(CommandFailure.class).isThrownBy(this::create);
    assertThat(providers.requestIds).hasSize(1);
  }

  @Test
  void calls_sayWhoMakesThemIfThatIsSaid() {
    Metadata.Key<String> key = Metadata.Key.of("redress-actor", Metadata.ASCII_STRING_MARSHALLER);
    List<String> actors = new ArrayList<>();
    ServerInterceptor recorder =
        new ServerInterceptor() {
          @Override
          public <Q, A> ServerCall.Listener<Q> interceptCall(
              ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            actors.add(String.valueOf(headers.get(key)));
            return next.startCall(call, headers);
          }
        };
    FakeServer recording = new FakeServer(() -> ServerInterceptors.intercept(providers, recorder));
    for (String actor : List.of("Mia Ott", "")) {
      try (Connection named = new Connection(ADDRESS, recording.channel(ADDRESS), actor)) {
        named.read(
            ProviderServiceGrpc.getListProvidersMethod(),
            ListProvidersRequest.getDefaultInstance());
      }
    }
    recording.close();
    assertThat(actors).containsExactly("Mia Ott", "null");
  }

  @Test
  void pages_areFollowedToTheEndEvenIfOneIsEmpty() {
    List<String> names = new ArrayList<>();
    connection
        .pages(
            ProviderServiceGrpc.getListProvidersMethod(),
            token -> ListProvidersRequest.newBuilder().setPageToken(token).build(),
            ListProvidersResponse::getProvidersList,
            ListProvidersResponse::getNextPageToken)
        .forEachRemaining(provider -> names.add(provider.getName()));
    assertThat(names).containsExactly("p0", "p2");
  }

  private Provider create() {
    return connection.change(
        ProviderServiceGrpc.getCreateProviderMethod(),
        CreateProviderRequest.newBuilder().setProviderId("acme").setRequestId("id-1").build());
  }

  /** Fails so many times before it works; lists three pages, the second of them empty. */
  private static final class Providers extends ProviderServiceGrpc.ProviderServiceImplBase {
    private final List<String> requestIds = new ArrayList<>();
    private int failures;
    private Status status = Status.UNAVAILABLE;

    @Override
    public void createProvider(CreateProviderRequest request, StreamObserver<Provider> answer) {
      requestIds.add(request.getRequestId());
      if (requestIds.size() <= failures) {
        answer.onError(status.asRuntimeException());
        return;
      }
      answer.onNext(Provider.newBuilder().setName("providers/" + request.getProviderId()).build());
      answer.onCompleted();
    }

    @Override
    public void listProviders(
        ListProvidersRequest request, StreamObserver<ListProvidersResponse> answer) {
      int page = request.getPageToken().isEmpty() ? 0 : Integer.parseInt(request.getPageToken());
      ListProvidersResponse.Builder response = ListProvidersResponse.newBuilder();
      if (page != 1) {
        response.addProviders(Provider.newBuilder().setName("p" + page));
      }
      if (page < 2) {
        response.setNextPageToken(Integer.toString(page + 1));
      }
      answer.onNext(response.build());
      answer.onCompleted();
    }
  }
}
