package dev.redress.delivery;

import dev.redress.identity.Actor;
import dev.redress.identity.NotificationTargetName;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Event;
import dev.redress.journal.JournalEntry;
import dev.redress.notification.Channel;
import dev.redress.notification.EventFilter;
import dev.redress.notification.NotificationTarget;
import dev.redress.notification.Progress;
import dev.redress.notification.SigningKeys;
import dev.redress.notification.SigningSecret;
import dev.redress.notification.TargetState;
import java.time.Instant;
import java.util.Map;

/** An event and targets for it. */
final class Sent {
  static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  static final SigningSecret SECRET = new SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final ProviderName PROVIDER = new ProviderName("acme");

  private Sent() {}

  static Event event(String action, String reason, Map<String, String> details) {
    return new Event(
        17,
        new JournalEntry(
            PROVIDER,
            NOW,
            new Actor("mia"),
            action,
            "providers/acme/escalations/e1",
            reason,
            details),
        "0123456789abcdef".repeat(4));
  }

  static Event escalation() {
    return event(
        "escalation.fired",
        "",
        Map.of(
            "customer", "providers/acme/customers/VARN",
            "dueTime", "2026-11-20T09:00:00Z",
            "level", "2",
            "person", "Zoë Lind",
            "subjectKind", "CALLBACK"));
  }

  static NotificationTarget webhook(String url) {
    return target(new Channel.Webhook(url, SigningKeys.of(SECRET)));
  }

  static NotificationTarget target(Channel channel) {
    return new NotificationTarget(
        new NotificationTargetName(PROVIDER, "desk"),
        TargetState.ENABLED,
        "",
        channel,
        EventFilter.EVERYTHING,
        Progress.after(0, NOW),
        NOW,
        NOW,
        1);
  }
}
