package dev.redress.cli.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.cli.connection.ServerAddress;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.v1.AccessServiceGrpc;
import dev.redress.v1.Caller;
import dev.redress.v1.GetCallerRequest;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Which token goes to which server. */
class ServerChannelsTest {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  @TempDir Path home;

  private final AtomicReference<String> sent = new AtomicReference<>();
  private Server server;

  @BeforeEach
  void start() throws IOException {
    server =
        Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
            .addService(new WhoCalls())
            .intercept(new Recording())
            .build()
            .start();
  }

  @AfterEach
  void stop() {
    server.shutdownNow();
  }

  @Test
  void token_isThatOfTheServerOfThisPort_whichThisUserStarted() throws IOException {
    write(home.resolve("redress/tokens/" + server.getPort()), "rdl.found\n");

    assertThat(sentBy()).isEqualTo("Bearer rdl.found");
  }

  @Test
  void token_isThatOfTheFileWhichIsNamed() throws IOException {
    write(home.resolve("redress/tokens/" + server.getPort()), "rdl.found\n");
    Path key = write(home.resolve("ann.key"), "rdk.acme.ann.k1.secret\n");

    assertThat(sentBy("--token-file", key.toString())).isEqualTo("Bearer rdk.acme.ann.k1.secret");
  }

  @Test
  void token_isNotThereWhereNoServerOfThisUserIs() {
    assertThat(sentBy()).isEqualTo("null");
  }

  @Test
  void file_thatHoldsNoToken_isRefusedInASentence() throws IOException {
    Path empty = write(home.resolve("empty"), "\n");
    Path prose = write(home.resolve("prose"), "dear server");

    assertThatThrownBy(() -> sentBy("--token-file", empty.toString()))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("holds no key");
    assertThatThrownBy(() -> sentBy("--token-file", prose.toString()))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("holds no key");
    assertThatThrownBy(() -> sentBy("--token-file", home.resolve("none").toString()))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> sentBy("--tls-ca", prose.toString()))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("as PEM");
    assertThatThrownBy(() -> sentBy("--tls-ca", prose.toString(), "--tls-cert", prose.toString()))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("go together");
  }

  private String sentBy(String... arguments) {
    OptionsOnly options = new OptionsOnly();
    new CommandLine(options)
        .parseArgs(
            Stream.concat(
                    Stream.of("--server", "127.0.0.1:" + server.getPort()), Stream.of(arguments))
                .toArray(String[]::new));
    ManagedChannel channel =
        new ServerChannels(options.global, Map.of("XDG_DATA_HOME", home.toString()))
            .open(new ServerAddress("127.0.0.1", server.getPort()));
    try {
      var _ =
          AccessServiceGrpc.newBlockingStub(channel)
              .getCaller(GetCallerRequest.getDefaultInstance());
    } finally {
      channel.shutdownNow();
    }
    return sent.get();
  }

  private static Path write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** A command with nothing but the global options. */
  @CommandLine.Command
  private static final class OptionsOnly {
    @Mixin private final GlobalOptions global = new GlobalOptions();
  }

  private static final class WhoCalls extends AccessServiceGrpc.AccessServiceImplBase {
    @Override
    public void getCaller(GetCallerRequest request, StreamObserver<Caller> observer) {
      observer.onNext(Caller.getDefaultInstance());
      observer.onCompleted();
    }
  }

  private final class Recording implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      sent.set(String.valueOf(headers.get(AUTHORIZATION)));
      return next.startCall(call, headers);
    }
  }
}
