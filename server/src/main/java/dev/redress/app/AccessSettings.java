package dev.redress.app;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Who may reach a server, and how.
 *
 * @param token where the operator's token is written: a file, or a folder in which a file gets the
 *     number of the port for its name
 * @param tokenByPort whether it is the folder
 * @param tls how the transport is made safe; absent: not at all
 * @param plaintextAnywhere whether addresses other than loopback may be served without TLS
 * @param tokens of which identity provider tokens are taken; absent: of none
 * @param callsPerSecond of one principal, from 1 to 100,000
 * @param connectionsMax open at once, from 1 to 100,000
 */
public record AccessSettings(
    Path token,
    boolean tokenByPort,
    @Nullable TlsFiles tls,
    boolean plaintextAnywhere,
    @Nullable TokenIssuer tokens,
    int callsPerSecond,
    int connectionsMax) {

  public AccessSettings {
    within("--calls-per-second", callsPerSecond);
    within("--sockets-max", connectionsMax);
  }

  private static void within(String option, int value) {
    if (value < 1 || value > 100_000) {
      throw new IllegalArgumentException(option + " must be from 1 to 100000, not " + value);
    }
  }

  /** The file of the operator's token of a server that listens on a port. */
  Path tokenFile(int port) {
    return tokenByPort ? token.resolve(Integer.toString(port)) : token;
  }

  /**
   * PEM files; they are read again when they change.
   *
   * @param certificate the server's chain, its own certificate first
   * @param key its private key, PKCS #8
   * @param clientAuthorities who vouches for certificates of clients; absent: none are asked for
   */
  public record TlsFiles(Path certificate, Path key, @Nullable Path clientAuthorities) {}

  /**
   * An identity provider (OpenID Connect).
   *
   * @param issuer as in the claim {@code iss}
   * @param audience that tokens must be for, as in {@code aud}
   * @param keys where its public keys are (JWKS)
   */
  public record TokenIssuer(String issuer, String audience, URI keys) {}
}
