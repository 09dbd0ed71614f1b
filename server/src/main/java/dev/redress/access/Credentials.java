package dev.redress.access;

import dev.redress.identity.PrincipalName;
import java.util.List;
import java.util.Optional;

/**
 * What a call brings along to prove who makes it.
 *
 * @param bearer the token of the header {@code authorization}
 * @param certificateNames the URIs in the certificate of the client, which the transport has
 *     checked; empty without one
 * @param local whether the call comes from the server's own machine
 * @param peer from where it comes, for counting wrong guesses
 */
public record Credentials(
    Optional<String> bearer, List<String> certificateNames, boolean local, String peer) {
  public Credentials {
    certificateNames = List.copyOf(certificateNames);
  }

  /** Whose key the token says it is, which nobody has looked at yet; empty when it is no key. */
  public Optional<PrincipalName> claimedPrincipal() {
    return bearer.flatMap(KeySecret::parse).map(secret -> secret.name().principal());
  }

  /** Without the token, since texts of this kind end up in logs. */
  @Override
  public String toString() {
    return "credentials from " + peer;
  }
}
