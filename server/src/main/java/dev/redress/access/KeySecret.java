package dev.redress.access;

import dev.redress.identity.ApiKeyName;
import dev.redress.identity.InvalidNameException;
import dev.redress.identity.PrincipalName;
import dev.redress.identity.ProviderName;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of a key: {@code rdk.PROVIDER.PRINCIPAL.KEY.SECRET}, where the last part is 256 bits
 * of chance. What comes before it finds the key without a search.
 *
 * <p>Stored is HMAC-SHA256 of the name of the key under the secret. A slow hash is for passwords
 * that people choose: nobody can try 2<sup>256</sup> secrets, however fast the hash is, and every
 * call pays for it.
 *
 * @param name of the key
 * @param secret 43 characters of base64url
 */
record KeySecret(ApiKeyName name, String secret) {
  private static final String PREFIX = "rdk.";
  private static final int BYTES = 32;
  private static final int PARTS = 5;
  private static final SecureRandom CHANCE = new SecureRandom();

  /** A new one. */
  static KeySecret create(ApiKeyName name) {
    byte[] bytes = new byte[BYTES];
    CHANCE.nextBytes(bytes);
    return new KeySecret(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Whether a bearer token is meant to be the secret of a key. */
  static boolean isMeant(String token) {
    return token.startsWith(PREFIX);
  }

  /** Reads one; empty when it cannot be one. */
  static Optional<KeySecret> parse(String token) {
    String[] parts = token.split("\\.", -1);
    if (!isMeant(token) || parts.length != PARTS) {
      return Optional.empty();
    }
    try {
      ApiKeyName name =
          new ApiKeyName(new PrincipalName(new ProviderName(parts[1]), parts[2]), parts[3]);
      return Optional.of(new KeySecret(name, parts[4]));
    } catch (InvalidNameException _) {
      return Optional.empty();
    }
  }

  /** What is stored of it, 64 hexadecimal digits. */
  String hash() {
    if (secret.isEmpty()) {
      return "";
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of()
          .formatHex(mac.doFinal(name.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** Whether this is the secret of a key, told in the same time wherever they differ. */
  boolean fits(ApiKey key) {
    return MessageDigest.isEqual(
        hash().getBytes(StandardCharsets.US_ASCII), key.hash().getBytes(StandardCharsets.US_ASCII));
  }

  /** The text that its holder sends. */
  String text() {
    return PREFIX
        + String.join(
            ".",
            name.principal().provider().provider(),
            name.principal().principal(),
            name.key(),
            secret);
  }

  /** Without the secret, since texts of this kind end up in logs. */
  @Override
  public String toString() {
    return "secret of " + name;
  }
}
