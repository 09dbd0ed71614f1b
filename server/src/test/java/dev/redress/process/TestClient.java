package dev.redress.process;

import com.google.protobuf.ByteString;
import dev.redress.v1.CreateProviderRequest;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.GetReconciliationRequest;
import dev.redress.v1.Import;
import dev.redress.v1.ImportFileRequest;
import dev.redress.v1.ImportHeader;
import dev.redress.v1.ImportServiceGrpc;
import dev.redress.v1.ListImportsRequest;
import dev.redress.v1.ListRequestsRequest;
import dev.redress.v1.ListRequestsResponse;
import dev.redress.v1.ListVerdictsRequest;
import dev.redress.v1.ListVerdictsResponse;
import dev.redress.v1.Provider;
import dev.redress.v1.ProviderServiceGrpc;
import dev.redress.v1.Reconciliation;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.RequestServiceGrpc;
import dev.redress.v1.StartReconciliationRequest;
import dev.redress.v1.Verdict;
import dev.redress.v1.VerifyInvariantsRequest;
import dev.redress.v1.VerifyInvariantsResponse.Check;
import dev.redress.v1.WatchReconciliationRequest;
import dev.redress.v1.WatchReconciliationResponse;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The few calls that the process tests make, with real stubs. */
final class TestClient implements AutoCloseable {
  private static final int READ_TRIES_MAX = 5;

  private static final int CHUNK_BYTES = 64 * 1024;

  private final ManagedChannel channel;

  TestClient(TestServer server) {
    channel = server.channel();
  }

  void createProvider(String id) {
    ProviderServiceGrpc.newBlockingStub(channel)
        .createProvider(
            CreateProviderRequest.newBuilder()
                .setProviderId(id)
                .setProvider(Provider.newBuilder().setDisplayName(id))
                .build());
  }

  /** Begins to send a file; the future fails when the server dies. */
  CompletableFuture<Import> importFile(String provider, Import.Kind kind, Path file) {
    CompletableFuture<Import> answer = new CompletableFuture<>();
    StreamObserver<ImportFileRequest> sink =
        ImportServiceGrpc.newStub(channel)
            .importFile(
                new StreamObserver<>() {
                  @Override
                  public void onNext(Import value) {
                    answer.complete(value);
                  }

                  @Override
                  public void onError(Throwable failure) {
                    answer.completeExceptionally(failure);
                  }

                  @Override
                  public void onCompleted() {}
                });
    sink.onNext(
        ImportFileRequest.newBuilder()
            .setHeader(
                ImportHeader.newBuilder()
                    .setParent("providers/" + provider)
                    .setKind(kind)
                    .setFileName(file.getFileName().toString()))
            .build());
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[CHUNK_BYTES];
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        sink.onNext(
            ImportFileRequest.newBuilder()
                .setContent(ByteString.copyFrom(buffer, 0, read))
                .build());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sink.onCompleted();
    return answer;
  }

  int countRequests(String customer) {
    int count = 0;
    String token = "";
    do {
      ListRequestsResponse page =
          RequestServiceGrpc.newBlockingStub(channel)
              .listRequests(
                  ListRequestsRequest.newBuilder()
                      .setParent(customer)
                      .setPageSize(1_000)
                      .setPageToken(token)
                      .build());
      count += page.getRequestsCount();
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return count;
  }

  List<Import> imports(String provider) {
    return ImportServiceGrpc.newBlockingStub(channel)
        .listImports(ListImportsRequest.newBuilder().setParent("providers/" + provider).build())
        .getImportsList();
  }

  Reconciliation start(String provider) {
    return ReconciliationServiceGrpc.newBlockingStub(channel)
        .startReconciliation(
            StartReconciliationRequest.newBuilder().setParent("providers/" + provider).build())
        .getReconciliation();
  }

  Reconciliation awaitEnd(String reconciliation) {
    Iterator<WatchReconciliationResponse> views =
        ReconciliationServiceGrpc.newBlockingStub(channel)
            .watchReconciliation(
                WatchReconciliationRequest.newBuilder().setName(reconciliation).build());
    views.forEachRemaining(view -> {});
    return ReconciliationServiceGrpc.newBlockingStub(channel)
        .getReconciliation(GetReconciliationRequest.newBuilder().setName(reconciliation).build());
  }

  List<Verdict> verdicts(String provider) {
    List<Verdict> all = new ArrayList<>();
    String token = "";
    do {
      ListVerdictsRequest request =
          ListVerdictsRequest.newBuilder()
              .setParent("providers/" + provider)
              .setPageSize(1_000)
              .setPageToken(token)
              .build();
      ListVerdictsResponse page =
          read(() -> ReconciliationServiceGrpc.newBlockingStub(channel).listVerdicts(request));
      all.addAll(page.getVerdictsList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return all;
  }

  /** Readers on Derby wait for writers, and are told to try again where that lasts too long. */
  private static <T> T read(Supplier<T> call) {
    for (int tries = 1; ; tries++) {
      try {
        return call.get();
      } catch (StatusRuntimeException e) {
        if (e.getStatus().getCode() != Status.Code.ABORTED || tries == READ_TRIES_MAX) {
          throw e;
        }
      }
    }
  }

  /** What breaks an invariant, as sentences; empty when all hold. */
  List<String> violations(String provider) {
    return violations(channel, "providers/" + provider);
  }

  /** The same over any connection, for a provider by its name. */
  static List<String> violations(Channel channel, String provider) {
    return ReconciliationServiceGrpc.newBlockingStub(channel)
        .verifyInvariants(VerifyInvariantsRequest.newBuilder().setParent(provider).build())
        .getChecksList()
        .stream()
        .map(Check::getViolationsList)
        .flatMap(List::stream)
        .toList();
  }

  DisputeServiceGrpc.DisputeServiceBlockingStub disputes() {
    return DisputeServiceGrpc.newBlockingStub(channel);
  }

  ManagedChannel channel() {
    return channel;
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
