package dev.redress.identity;

import java.util.List;

/**
 * Somewhere that events are sent to: {@code
 * providers/{provider}/notificationTargets/{notification_target}}.
 *
 * @param target 1 to 63 lower-case letters, digits and hyphens
 */
public record NotificationTargetName(ProviderName provider, String target) {

  private static final NamePattern PATTERN =
      new NamePattern("providers/{provider}/notificationTargets/{notification_target}");

  public NotificationTargetName {
    GivenId.check("notification target id", target);
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static NotificationTargetName parse(String name) {
    List<String> ids = PATTERN.parse(name);
    return new NotificationTargetName(new ProviderName(ids.get(0)), ids.get(1));
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(provider.provider(), target);
  }
}
