package dev.redress.notification;

import dev.redress.identity.NotificationTargetName;
import dev.redress.identity.ProviderName;
import java.util.List;
import java.util.Optional;

/** Keeps notification targets. */
public interface TargetStore {
  /** Most targets of a provider. */
  int TARGETS_MAX = 20;

  /** The target, if there is one of this name. */
  Optional<NotificationTarget> find(NotificationTargetName name);

  /** Targets whose id sorts after {@code afterId}, by id, at most so many. */
  List<NotificationTarget> list(ProviderName provider, String afterId, int countMax);

  /**
   * Stores a new target.
   *
   * @throws dev.redress.error.RedressException {@code RESOURCE_EXISTS}, {@code TOO_MANY_TARGETS}
   *     when the provider has {@value #TARGETS_MAX}, {@code CONCURRENT_CHANGE}
   */
  void insert(NotificationTarget target);

  /**
   * Stores a change of a target and has it tried at once: {@code target.version()} is one more than
   * the stored one. The sequence it has come to is left alone.
   *
   * @throws dev.redress.error.RedressException {@code STALE_VERSION} when it is not
   */
  void update(NotificationTarget target);

  /**
   * Deletes a target with its letters.
   *
   * @throws dev.redress.error.RedressException {@code STALE_VERSION} when it has changed
   */
  void delete(NotificationTarget target);
}
