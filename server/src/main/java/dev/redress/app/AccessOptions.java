package dev.redress.app;

import dev.redress.app.AccessSettings.TlsFiles;
import dev.redress.app.AccessSettings.TokenIssuer;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say who may reach the server, and how. */
final class AccessOptions {
  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = {
        "Where the token of whoever runs the server is written, for that user alone.",
        "Default: $XDG_DATA_HOME/redress/tokens/PORT, where the command line looks for it."
      })
  private @Nullable Path tokenFile;

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description = "The server's certificates (PEM), its own first; read again when they change.")
  private @Nullable Path certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "The private key that belongs to them (PEM, PKCS #8).")
  private @Nullable Path key;

  @Option(
      names = "--tls-client-ca",
      paramLabel = "FILE",
      description = "Who vouches for the certificates of clients (PEM). Default: none are taken.")
  private @Nullable Path clientAuthorities;

  @Option(
      names = "--insecure-plaintext",
      description = "Serves other machines without TLS: whoever is on the way reads everything.")
  private boolean plaintextAnywhere;

  @Option(
      names = "--jwt-issuer",
      paramLabel = "URL",
      description = "The identity provider whose tokens are taken, as in their claim iss.")
  private @Nullable String issuer;

  @Option(
      names = "--jwt-audience",
      paramLabel = "NAME",
      description = "Whom the tokens must be for, as in their claim aud.")
  private @Nullable String audience;

  @Option(
      names = "--jwt-keys",
      paramLabel = "URL",
      description = "Where its public keys are (JWKS, https).")
  private @Nullable URI keys;

  @Option(
      names = "--calls-per-second",
      paramLabel = "N",
      description = "Calls of one principal within a second, 1 to 100000. Default: 500.")
  private int callsPerSecond = 500;

  @Option(
      names = "--sockets-max",
      paramLabel = "N",
      description = {
        "Connections of clients at once, 1 to 100000; at most a quarter of them from one address.",
        "Default: 1000."
      })
  private int connectionsMax = 1_000;

  /**
   * The settings.
   *
   * @param tokensFolder where tokens are written by default
   * @throws IllegalArgumentException when the options do not fit together
   */
  AccessSettings settings(Path tokensFolder) {
    return new AccessSettings(
        tokenFile == null ? tokensFolder : tokenFile,
        tokenFile == null,
        tls(),
        plaintextAnywhere,
        issuer(),
        callsPerSecond,
        connectionsMax);
  }

  private @Nullable TlsFiles tls() {
    if (certificate == null && key == null) {
      if (clientAuthorities != null) {
        throw new IllegalArgumentException("--tls-client-ca needs --tls-cert and --tls-key");
      }
      return null;
    }
    if (certificate == null || key == null) {
      throw new IllegalArgumentException("--tls-cert and --tls-key go together");
    }
    return new TlsFiles(
        ServeCommand.existing("--tls-cert", certificate),
        ServeCommand.existing("--tls-key", key),
        clientAuthorities == null
            ? null
            : ServeCommand.existing("--tls-client-ca", clientAuthorities));
  }

  private @Nullable TokenIssuer issuer() {
    if (issuer == null && audience == null && keys == null) {
      return null;
    }
    if (issuer == null || audience == null || keys == null) {
      throw new IllegalArgumentException("--jwt-issuer, --jwt-audience and --jwt-keys go together");
    }
    if (!"https".equals(keys.getScheme())) {
      throw new IllegalArgumentException("--jwt-keys must be a URL that begins with https:");
    }
    return new TokenIssuer(issuer, audience, keys);
  }
}
