package dev.redress.servicelevel;

import dev.redress.identity.ServiceLevelName;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What is promised to some customers of a provider.
 *
 * @param values something; for the provider as a whole only the cool-down, as its settings and its
 *     escalation policy say the rest
 * @param version 1 when first set, one more with each change
 */
public record ServiceLevel(
    ServiceLevelName name,
    ServiceScope scope,
    ServiceValues values,
    Instant updateTime,
    long version) {

  private static final Comparator<ServiceLevel> NARROW_FIRST =
      Comparator.comparingInt((ServiceLevel level) -> level.scope().rank()).reversed();

  public ServiceLevel {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("says nothing; say something or delete it");
    }
    if (scope.isProvider() && values.saysWhatProvidersSay()) {
      throw new IllegalArgumentException(
          "for all customers only hang_up_cool_down is said here; the provider's settings and its"
              + " escalation policy say the rest");
    }
  }

  /**
   * What counts for a dispute: each value as the narrowest level has it that says it.
   *
   * @param levels of the provider, in any order
   * @param customerId of whom
   * @param tier of the customer
   */
  public static ServiceValues inForce(
      List<ServiceLevel> levels, String customerId, String tier, DisputePriority priority) {
    return levels.stream()
        .filter(level -> level.scope().contains(customerId, tier, priority))
        .sorted(NARROW_FIRST)
        .map(ServiceLevel::values)
        .reduce(ServiceValues.NONE, ServiceValues::or);
  }
}
