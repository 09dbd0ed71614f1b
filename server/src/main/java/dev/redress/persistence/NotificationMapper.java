package dev.redress.persistence;

import dev.redress.notification.ChannelKind;
import dev.redress.notification.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Statements on {@code notification_target}. */
interface NotificationMapper {
  Optional<NotificationTargetRow> find(String providerId, String targetId);

  List<NotificationTargetRow> list(String providerId, String afterId, int countMax);

  List<Integer> slots(String providerId);

  int insert(NotificationTargetRow row, int slot);

  int update(NotificationTargetRow row);

  int delete(String providerId, String targetId, long version);

  /** Over all providers: a poll in the background. */
  List<TargetKeyRow> due(Set<ChannelKind> kinds, Instant now, int countMax);

  int claim(String providerId, String targetId, String worker, Instant now, Instant until);

  Optional<NotificationTargetRow> held(String providerId, String targetId, String worker);

  int advance(String providerId, String targetId, String worker, Progress progress, Instant until);

  int pause(String providerId, String targetId, String worker, String reason, Instant now);

  int release(String providerId, String targetId, String worker);

  int releaseAll(String worker);

  /** Over all providers: for metrics. */
  BacklogRow backlog();
}
