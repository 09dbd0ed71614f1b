package dev.redress.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The token of whoever runs a server: made anew at each start and written into a file that only the
 * user of the server may read, so that there is no password to be chosen, forgotten or left at its
 * default. It is taken from the server's own machine only.
 *
 * @param text {@code rdl.} and 256 bits of chance as base64url
 */
public record LocalToken(String text) {
  private static final String PREFIX = "rdl.";
  private static final int BYTES = 32;

  /** A new one. */
  public static LocalToken create() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new LocalToken(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Whether a bearer token is meant to be one of this kind. */
  public static boolean isMeant(String token) {
    return token.startsWith(PREFIX);
  }

  /** Whether it is this one, told in the same time wherever they differ. */
  boolean is(String token) {
    return MessageDigest.isEqual(
        text.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  /** Without the secret, since texts of this kind end up in logs. */
  @Override
  public String toString() {
    return "local token";
  }
}
