package dev.redress.grpc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.access.Caller;
import dev.redress.access.Credentials;
import dev.redress.v1.GetServerStatusRequest;
import dev.redress.v1.ServerServiceGrpc;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections by TLS, with real certificates. */
class TlsTest {
  private static final String PASSWORD = "changeit";

  @TempDir Path folder;

  private final AtomicReference<@Nullable Credentials> seen = new AtomicReference<>();
  private Transport transport = Transport.plaintext();
  private @Nullable GrpcServer server;

  @AfterEach
  void stop() throws InterruptedException {
    if (server != null) {
      server.stop(Duration.ofSeconds(1));
    }
    transport.close();
  }

  @Test
  void client_thatTrustsTheServer_isServed_andAnotherIsNot() throws Exception {
    Pair own = pair("server", "SAN=ip:127.0.0.1");
    Pair others = pair("others", "SAN=ip:127.0.0.1");
    start(own, null);

    assertThat(status(own.certificate(), null)).isEqualTo(Status.Code.OK);
    assertThat(seen().certificateNames()).isEmpty();
    assertThat(seen().local()).isTrue();
    assertThat(status(others.certificate(), null)).isEqualTo(Status.Code.UNAVAILABLE);
  }

  @Test
  void certificateOfAClient_saysWhoItIs_ifSomebodyVouchesForIt() throws Exception {
    Pair own = pair("server", "SAN=ip:127.0.0.1");
    Pair crm = pair("crm", "SAN=uri:redress:providers/acme/principals/crm");
    Pair stranger = pair("stranger", "SAN=uri:redress:providers/acme/principals/crm");
    start(own, crm.certificate());

    assertThat(status(own.certificate(), crm)).isEqualTo(Status.Code.OK);
    assertThat(seen().certificateNames()).containsExactly("redress:providers/acme/principals/crm");
    assertThat(status(own.certificate(), null)).as("it may have a key").isEqualTo(Status.Code.OK);
    assertThat(seen().certificateNames()).isEmpty();
    // A client does not even show a certificate for which nobody vouches.
    assertThat(status(own.certificate(), stranger)).isEqualTo(Status.Code.OK);
    assertThat(seen().certificateNames()).isEmpty();
  }

  @Test
  void certificateThatIsReplaced_isUsedWithoutARestart() throws Exception {
    Pair first = pair("first", "SAN=ip:127.0.0.1");
    Pair second = pair("second", "SAN=ip:127.0.0.1");
    Path certificate = folder.resolve("live.pem");
    Path key = folder.resolve("live.key");
    Files.copy(first.certificate(), certificate);
    Files.copy(first.key(), key);
    start(new Pair(certificate, key), null, Duration.ofMillis(100));
    assertThat(status(first.certificate(), null)).isEqualTo(Status.Code.OK);

    Files.copy(second.certificate(), certificate, StandardCopyOption.REPLACE_EXISTING);
    Files.copy(second.key(), key, StandardCopyOption.REPLACE_EXISTING);

    Waiting.until(() -> status(second.certificate(), null) == Status.Code.OK);
  }

  @Test
  void files_thatAreNone_stopTheStartWithASentence() throws Exception {
    Pair own = pair("server", "SAN=ip:127.0.0.1");
    Path garbage = Files.writeString(folder.resolve("garbage.pem"), "no certificate");

    for (Pair wrong :
        List.of(
            new Pair(garbage, own.key()),
            new Pair(own.certificate(), garbage),
            new Pair(own.certificate(), pair("others", "SAN=ip:127.0.0.1").key()))) {
      assertThatThrownBy(() -> Transport.tls(wrong.certificate(), wrong.key(), null))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("the TLS files cannot be used");
    }
  }

  /** What the last call brought along. */
  private Credentials seen() {
    return requireNonNull(seen.get());
  }

  private void start(Pair own, @Nullable Path clientAuthorities) throws IOException {
    start(own, clientAuthorities, Duration.ofSeconds(30));
  }

  private void start(Pair own, @Nullable Path clientAuthorities, Duration reload)
      throws IOException {
    transport = Transport.tls(own.certificate(), own.key(), clientAuthorities, reload);
    GrpcServer started =
        new GrpcServer(
            GrpcServer.netty(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), transport, 10),
            List.of(TestApi.server()),
            new OpenStreams(),
            CallLimits.DEFAULT,
            new AccessCheck(
                credentials -> {
                  seen.set(credentials);
                  return Caller.OPERATOR;
                },
                (_, _, _, _) -> {},
                1),
            (_, _, _) -> {},
            false);
    started.start();
    server = started;
  }

  private Status.Code status(Path trusted, @Nullable Pair own) {
    @Nullable ManagedChannel channel = null;
    try {
      TlsChannelCredentials.Builder credentials =
          TlsChannelCredentials.newBuilder().trustManager(trusted.toFile());
      if (own != null) {
        credentials.keyManager(own.certificate().toFile(), own.key().toFile());
      }
      channel =
          Grpc.newChannelBuilderForAddress(
                  "127.0.0.1", requireNonNull(server).port(), credentials.build())
              .build();
      var _ =
          ServerServiceGrpc.newBlockingStub(channel)
              .withDeadlineAfter(10, TimeUnit.SECONDS)
              .getServerStatus(GetServerStatusRequest.getDefaultInstance());
      return Status.Code.OK;
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (channel != null) {
        channel.shutdownNow();
      }
    }
  }

  /** A certificate that vouches for itself, with its key, as PEM. */
  private record Pair(Path certificate, Path key) {}

  /** Made by the tool of the JDK, since Java has no call for it. */
  private Pair pair(String name, String names) throws Exception {
    Path store = folder.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-ext",
                names,
                "-validity",
                "1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    Path certificate = folder.resolve(name + ".pem");
    Path key = folder.resolve(name + ".key");
    Files.writeString(certificate, pem("CERTIFICATE", keys.getCertificate("own").getEncoded()));
    Files.writeString(
        key, pem("PRIVATE KEY", keys.getKey("own", PASSWORD.toCharArray()).getEncoded()));
    return new Pair(certificate, key);
  }

  private static String pem(String kind, byte[] bytes) {
    return "-----BEGIN "
        + kind
        + "-----\n"
        + Base64.getMimeEncoder().encodeToString(bytes)
        + "\n-----END "
        + kind
        + "-----\n";
  }
}
