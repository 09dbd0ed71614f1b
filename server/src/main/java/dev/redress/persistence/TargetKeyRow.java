package dev.redress.persistence;

import dev.redress.identity.NotificationTargetName;
import dev.redress.identity.ProviderName;

/** The key of a row of the table notification_target. */
record TargetKeyRow(String providerId, String targetId) {
  NotificationTargetName toName() {
    return new NotificationTargetName(new ProviderName(providerId), targetId);
  }
}
