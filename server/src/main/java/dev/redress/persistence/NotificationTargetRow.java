package dev.redress.persistence;

import dev.redress.identity.NotificationTargetName;
import dev.redress.identity.ProviderName;
import dev.redress.notification.Channel;
import dev.redress.notification.ChannelKind;
import dev.redress.notification.EventFilter;
import dev.redress.notification.NotificationTarget;
import dev.redress.notification.Progress;
import dev.redress.notification.SigningKeys;
import dev.redress.notification.SigningSecret;
import dev.redress.notification.TargetState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table notification_target.
 *
 * @param destination the URL, or the addresses, one a line
 * @param secret empty for a mail
 * @param previousSecret with its end
 * @param actions patterns, one a line
 */
record NotificationTargetRow(
    String providerId,
    String targetId,
    ChannelKind kind,
    TargetState state,
    String pauseReason,
    String destination,
    String secret,
    @Nullable String previousSecret,
    @Nullable Instant previousSecretEnd,
    String actions,
    long readSequence,
    int tries,
    Instant nextTime,
    String lastError,
    @Nullable Instant lastErrorTime,
    Instant createTime,
    Instant updateTime,
    long version) {

  static NotificationTargetRow of(NotificationTarget target) {
    Progress progress = target.progress();
    @Nullable SigningKeys keys = keys(target.channel());
    @Nullable SigningSecret previous = keys == null ? null : keys.previous();
    return new NotificationTargetRow(
        target.name().provider().provider(),
        target.name().target(),
        target.channel().kind(),
        target.state(),
        target.pauseReason(),
        destination(target.channel()),
        keys == null ? "" : keys.current().text(),
        previous == null ? null : previous.text(),
        keys == null ? null : keys.previousEnd(),
        lines(target.filter().patterns()),
        progress.sequence(),
        progress.tries(),
        progress.nextTime(),
        progress.lastError(),
        progress.lastErrorTime(),
        target.createTime(),
        target.updateTime(),
        target.version());
  }

  NotificationTarget toTarget() {
    return new NotificationTarget(
        new NotificationTargetName(new ProviderName(providerId), targetId),
        state,
        pauseReason,
        channel(),
        new EventFilter(actions.lines().toList()),
        new Progress(readSequence, tries, nextTime, lastError, lastErrorTime),
        createTime,
        updateTime,
        version);
  }

  private Channel channel() {
    return switch (kind) {
      case MAIL -> new Channel.Mail(destination.lines().toList());
      case WEBHOOK ->
          new Channel.Webhook(
              destination,
              new SigningKeys(
                  new SigningSecret(secret),
                  previousSecret == null ? null : new SigningSecret(previousSecret),
                  previousSecretEnd));
    };
  }

  private static @Nullable SigningKeys keys(Channel channel) {
    return switch (channel) {
      case Channel.Webhook webhook -> webhook.keys();
      case Channel.Mail _ -> null;
    };
  }

  private static String destination(Channel channel) {
    return switch (channel) {
      case Channel.Webhook webhook -> webhook.url();
      case Channel.Mail mail -> lines(mail.addresses());
    };
  }

  private static String lines(List<String> texts) {
    return String.join("\n", texts);
  }

  /** Never the secrets. */
  @Override
  public String toString() {
    return "NotificationTargetRow[" + providerId + ", " + targetId + "]";
  }
}
