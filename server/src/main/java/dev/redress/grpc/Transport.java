package dev.redress.grpc;

import io.grpc.InsecureServerCredentials;
import io.grpc.ServerCredentials;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How connections to a server are made safe. */
public final class Transport implements AutoCloseable {
  /** How soon a changed certificate is used for new connections. */
  private static final Duration RELOAD = Duration.ofSeconds(30);

  private final ServerCredentials credentials;
  private final @Nullable ScheduledExecutorService reloader;

  private Transport(ServerCredentials credentials, @Nullable ScheduledExecutorService reloader) {
    this.credentials = credentials;
    this.reloader = reloader;
  }

  /** Not at all. */
  public static Transport plaintext() {
    return new Transport(InsecureServerCredentials.create(), null);
  }

  /**
   * By TLS. The files are read again when they change; what cannot be used then is logged, and the
   * server goes on with what it has.
   *
   * @param clientAuthorities who vouches for certificates of clients, which may have one; absent:
   *     none are asked for
   * @throws IOException when a file cannot be read, or does not hold what it should
   */
  public static Transport tls(Path certificate, Path key, @Nullable Path clientAuthorities)
      throws IOException {
    return tls(certificate, key, clientAuthorities, RELOAD);
  }

  /** The same, looking for changes so often. */
  static Transport tls(
      Path certificate, Path key, @Nullable Path clientAuthorities, Duration reload)
      throws IOException {
    try {
      TlsFiles files = new TlsFiles(certificate, key, clientAuthorities);
      files.load();
      ScheduledExecutorService reloader =
          Executors.newSingleThreadScheduledExecutor(
              Thread.ofPlatform().daemon().name("certificates").factory());
      var _ =
          reloader.scheduleWithFixedDelay(
              files::reload, reload.toMillis(), reload.toMillis(), TimeUnit.MILLISECONDS);
      return new Transport(files.credentials(), reloader);
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      throw new IOException(
          "the TLS files cannot be used; --tls-cert and --tls-client-ca must hold certificates and"
              + " --tls-key the private key of the first in PKCS #8, all as PEM: "
              + e.getMessage(),
          e);
    }
  }

  /** For the builder of a server. */
  ServerCredentials credentials() {
    return credentials;
  }

  @Override
  public void close() {
    if (reloader != null) {
      reloader.shutdownNow();
    }
  }
}
