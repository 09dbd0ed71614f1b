package dev.redress.benchmark;

import com.google.protobuf.ByteString;
import dev.redress.app.Assembly;
import dev.redress.app.ServerConfig;
import dev.redress.app.TestAccess;
import dev.redress.v1.CreateProviderRequest;
import dev.redress.v1.Import;
import dev.redress.v1.ImportFileRequest;
import dev.redress.v1.ImportHeader;
import dev.redress.v1.ImportServiceGrpc;
import dev.redress.v1.Provider;
import dev.redress.v1.ProviderServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A server of this process on an embedded database of its own, and a client of it. */
final class BenchmarkServer implements AutoCloseable {
  private static final int CHUNK_BYTES = 64 * 1024;

  private final Path data;
  private final Assembly server;
  private final ManagedChannel channel;

  BenchmarkServer() throws Exception {
    this(null, "");
  }

  /** On a PostgreSQL database instead. */
  BenchmarkServer(@Nullable String database, String user) throws Exception {
    data = Files.createTempDirectory("redress-benchmark");
    server = Assembly.start(config(data, database, user));
    channel = TestAccess.channel(server.port(), server.tokenFile());
  }

  /** Where the server keeps its data. */
  Path data() {
    return data;
  }

  ManagedChannel channel() {
    return channel;
  }

  @Override
  public void close() throws IOException {
    channel.shutdownNow();
    server.close();
    delete(data);
  }

  /** Creates a provider with its customers. */
  void provider(String id, Path files) {
    ProviderServiceGrpc.newBlockingStub(channel)
        .createProvider(
            CreateProviderRequest.newBuilder()
                .setProviderId(id)
                .setProvider(Provider.newBuilder().setDisplayName(id))
                .build());
    send(id, Import.Kind.CUSTOMERS, files, "customers.csv");
  }

  /** Seconds that a file takes from the first byte sent to the answer. */
  double send(String provider, Import.Kind kind, Path files, String name) {
    long begin = System.nanoTime();
    CompletableFuture<Import> answer = new CompletableFuture<>();
    ImportServiceGrpc.newStub(channel)
        .importFile(new Upload(provider, kind, files.resolve(name), answer));
    Import result = answer.join();
    if (result.getRowsRejected() > 0 || result.getRowsCreated() != result.getRowsRead()) {
      throw new IllegalStateException("not every row was created: " + result);
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private static ServerConfig config(Path data, @Nullable String database, String user) {
    return new ServerConfig(
        data,
        database,
        user,
        "",
        InetAddress.getLoopbackAddress(),
        0,
        -1,
        1,
        8,
        256,
        4_096,
        5,
        false,
        null,
        false,
        TestAccess.settings(data),
        null);
  }

  private static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Sends a file as fast as the server takes it. */
  private static final class Upload implements ClientResponseObserver<ImportFileRequest, Import> {
    private final String provider;
    private final Import.Kind kind;
    private final Path file;
    private final CompletableFuture<Import> answer;

    Upload(String provider, Import.Kind kind, Path file, CompletableFuture<Import> answer) {
      this.provider = provider;
      this.kind = kind;
      this.file = file;
      this.answer = answer;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<ImportFileRequest> sink) {
      InputStream content = open();
      boolean[] state = new boolean[2];
      sink.setOnReadyHandler(
          () -> {
            if (!state[0]) {
              state[0] = true;
              sink.onNext(
                  ImportFileRequest.newBuilder()
                      .setHeader(
                          ImportHeader.newBuilder()
                              .setParent("providers/" + provider)
                              .setKind(kind))
                      .build());
            }
            while (sink.isReady() && !state[1]) {
              ByteString part = read(content);
              if (part.isEmpty()) {
                state[1] = true;
                sink.onCompleted();
              } else {
                sink.onNext(ImportFileRequest.newBuilder().setContent(part).build());
              }
            }
          });
    }

    private InputStream open() {
      try {
        return Files.newInputStream(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static ByteString read(InputStream content) {
      try {
        return ByteString.copyFrom(content.readNBytes(CHUNK_BYTES));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

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
  }
}
