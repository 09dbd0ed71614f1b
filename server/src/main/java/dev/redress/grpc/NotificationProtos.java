package dev.redress.grpc;

import com.google.protobuf.FieldMask;
import dev.redress.error.RedressException;
import dev.redress.notification.Channel;
import dev.redress.notification.EventFilter;
import dev.redress.notification.Letter;
import dev.redress.notification.NotificationService.Told;
import dev.redress.notification.NotificationService.Wish;
import dev.redress.notification.NotificationTarget;
import dev.redress.notification.SigningKeys;
import dev.redress.notification.SigningSecret;
import dev.redress.notification.TargetState;
import dev.redress.v1.DeadLetter;
import dev.redress.v1.Mail;
import dev.redress.v1.Webhook;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Conversion of notification targets and dead letters. */
final class NotificationProtos {
  private static final Field TARGET = new Field("notification_target");
  private static final Set<String> FIXED =
      Set.of(
          "name",
          "pause_reason",
          "sequence",
          "waiting_count",
          "dead_letter_count",
          "last_error",
          "last_error_time",
          "create_time",
          "update_time",
          "etag",
          "webhook.previous_secret_end_time");
  private static final int SEQUENCES_MAX = 1_000;

  private NotificationProtos() {}

  /** For the wire; never with a secret. */
  static dev.redress.v1.NotificationTarget toProto(Told told) {
    NotificationTarget target = told.target();
    dev.redress.v1.NotificationTarget.Builder proto =
        dev.redress.v1.NotificationTarget.newBuilder()
            .setName(target.name().toString())
            .setState(
                Constants.toProto(target.state(), dev.redress.v1.NotificationTarget.State.class))
            .setPauseReason(target.pauseReason())
            .addAllActions(target.filter().patterns())
            .setSequence(target.progress().sequence())
            .setWaitingCount(told.letters().waiting())
            .setDeadLetterCount(told.letters().dead())
            .setLastError(target.progress().lastError())
            .setCreateTime(TimeProtos.toProto(target.createTime()))
            .setUpdateTime(TimeProtos.toProto(target.updateTime()))
            .setEtag(Etags.of(target.version()));
    switch (target.channel()) {
      case Channel.Webhook webhook -> proto.setWebhook(toProto(webhook));
      case Channel.Mail mail -> proto.setMail(Mail.newBuilder().addAllAddresses(mail.addresses()));
    }
    Instant lastErrorTime = target.progress().lastErrorTime();
    if (lastErrorTime != null) {
      proto.setLastErrorTime(TimeProtos.toProto(lastErrorTime));
    }
    return proto.build();
  }

  private static Webhook toProto(Channel.Webhook webhook) {
    Webhook.Builder proto = Webhook.newBuilder().setUrl(webhook.url());
    Instant previousEnd = webhook.keys().previousEnd();
    if (previousEnd != null) {
      proto.setPreviousSecretEndTime(TimeProtos.toProto(previousEnd));
    }
    return proto.build();
  }

  /** For the wire. */
  static DeadLetter toProto(Letter letter) {
    return DeadLetter.newBuilder()
        .setName(letter.target() + "/deadLetters/" + letter.sequence())
        .setEvent(letter.target().provider() + "/events/" + letter.sequence())
        .setSequence(letter.sequence())
        .setTryCount(letter.tries())
        .setLastError(letter.lastError())
        .setCreateTime(TimeProtos.toProto(letter.createTime()))
        .setUpdateTime(TimeProtos.toProto(letter.updateTime()))
        .build();
  }

  /**
   * The channel of a new target.
   *
   * @throws RedressException {@code FIELD_INVALID}
   */
  static Channel channel(dev.redress.v1.NotificationTarget given) {
    return switch (given.getChannelCase()) {
      case WEBHOOK -> {
        Field field = TARGET.child("webhook");
        SigningSecret secret = secret(field.child("secret"), given.getWebhook().getSecret());
        yield webhook(field, given.getWebhook().getUrl(), SigningKeys.of(secret));
      }
      case MAIL -> mail(given.getMail());
      case CHANNEL_NOT_SET -> throw TARGET.child("channel").invalid("must be set");
    };
  }

  /**
   * What a new target wants.
   *
   * @throws RedressException {@code FIELD_INVALID}
   */
  static EventFilter filter(dev.redress.v1.NotificationTarget given, Channel channel) {
    return given.getActionsCount() == 0
        ? EventFilter.standard(channel.kind())
        : TARGET.child("actions").checked(() -> new EventFilter(given.getActionsList()));
  }

  /** The fields that an update changes. */
  static FieldMask mask(FieldMask mask, dev.redress.v1.NotificationTarget given) {
    return FieldMasks.of(mask, given, FIXED);
  }

  /**
   * What a target becomes: the stored one with the masked fields of the given one.
   *
   * @param stored what there is
   * @throws RedressException {@code FIELD_INVALID}
   */
  static Wish merge(
      FieldMask mask, dev.redress.v1.NotificationTarget given, Told stored, Instant now) {
    dev.redress.v1.NotificationTarget merged = FieldMasks.merge(mask, given, toProto(stored));
    Channel channel = merge(merged, stored.target().channel(), now);
    return new Wish(
        Constants.fromProto(TARGET.child("state"), merged.getState(), TargetState.class),
        channel,
        filter(merged, channel));
  }

  private static Channel merge(
      dev.redress.v1.NotificationTarget merged, Channel stored, Instant now) {
    return switch (stored) {
      case Channel.Webhook webhook -> {
        if (!merged.hasWebhook()) {
          throw TARGET.child("channel").invalid("cannot change its kind; make another target");
        }
        Field field = TARGET.child("webhook");
        String given = merged.getWebhook().getSecret();
        SigningKeys keys =
            given.isEmpty()
                ? webhook.keys()
                : webhook.keys().rotated(secret(field.child("secret"), given), now);
        yield webhook(field, merged.getWebhook().getUrl(), keys);
      }
      case Channel.Mail _ -> {
        if (!merged.hasMail()) {
          throw TARGET.child("channel").invalid("cannot change its kind; make another target");
        }
        yield mail(merged.getMail());
      }
    };
  }

  /** Sequences of events, at most 1,000 and each once. */
  static List<Long> sequences(List<Long> given) {
    Field field = new Field("sequences");
    field.list(given, 0, SEQUENCES_MAX);
    Set<Long> seen = new HashSet<>();
    for (int i = 0; i < given.size(); i++) {
      if (!seen.add(given.get(i))) {
        throw field.at(i).invalid("names event " + given.get(i) + " twice");
      }
    }
    return given;
  }

  private static Channel.Webhook webhook(Field field, String url, SigningKeys keys) {
    return field.child("url").checked(() -> new Channel.Webhook(url, keys));
  }

  private static Channel.Mail mail(Mail mail) {
    return TARGET.child("mail.addresses").checked(() -> new Channel.Mail(mail.getAddressesList()));
  }

  private static SigningSecret secret(Field field, String text) {
    return field.checked(() -> new SigningSecret(text));
  }
}
