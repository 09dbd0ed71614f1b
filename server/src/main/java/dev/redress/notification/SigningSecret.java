package dev.redress.notification;

import java.util.Base64;

/**
 * A key shared with the receiver of a webhook, in the form of the Standard Webhooks specification:
 * {@code whsec_} and 24 to 64 bytes in Base64. It shows itself to nobody who prints it.
 *
 * @param text as the receiver has it
 */
public record SigningSecret(String text) {
  private static final String PREFIX = "whsec_";
  private static final int BYTES_MIN = 24;
  private static final int BYTES_MAX = 64;

  public SigningSecret {
    int length = text.startsWith(PREFIX) ? decoded(text).length : 0;
    if (length < BYTES_MIN || length > BYTES_MAX) {
      throw new IllegalArgumentException(
          "must be whsec_ followed by 24 to 64 random bytes in Base64");
    }
  }

  /** The bytes of the key. */
  public byte[] key() {
    return decoded(text);
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "SigningSecret[hidden]";
  }

  /** No bytes where the text is no Base64. */
  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
