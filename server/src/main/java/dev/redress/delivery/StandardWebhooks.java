package dev.redress.delivery;

import dev.redress.journal.Event;
import dev.redress.notification.SigningSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Ids and signatures of webhooks, by the Standard Webhooks specification 1.0.0. */
final class StandardWebhooks {
  /** Header: the id of the message, the same with each try. */
  static final String ID = "webhook-id";

  /** Header: when this try was made, in seconds since 1970. */
  static final String TIMESTAMP = "webhook-timestamp";

  /** Header: the signatures, separated by spaces. */
  static final String SIGNATURE = "webhook-signature";

  private static final String ALGORITHM = "HmacSHA256";

  private StandardWebhooks() {}

  /** The id of an event, such as {@code default-17}. */
  static String id(Event event) {
    return event.entry().provider().provider() + "-" + event.sequence();
  }

  /** The signatures of a message, one for each secret. */
  static String signatures(List<SigningSecret> secrets, String id, Instant time, String body) {
    String signed = id + "." + time.getEpochSecond() + "." + body;
    return secrets.stream()
        .map(secret -> "v1," + signature(secret, signed))
        .collect(Collectors.joining(" "));
  }

  private static String signature(SigningSecret secret, String signed) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.key(), ALGORITHM));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
