package dev.redress.cli.notification;

import dev.redress.v1.NotificationTarget;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Secrets of webhooks. They are made here and sent to the server, whose answers never hold one: so
 * none is kept among the answers that the server gives again to a retry.
 */
final class Secrets {
  private static final int BYTES = 32;

  private Secrets() {}

  /** A new one, in the form of the Standard Webhooks specification. */
  static String make() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }

  /** A target with its secret, to be shown once. */
  static NotificationTarget shown(NotificationTarget target, String secret) {
    NotificationTarget.Builder shown = target.toBuilder();
    shown.getWebhookBuilder().setSecret(secret);
    return shown.build();
  }
}
