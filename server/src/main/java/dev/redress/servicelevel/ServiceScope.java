package dev.redress.servicelevel;

import org.jspecify.annotations.Nullable;

/**
 * For whom a service level is.
 *
 * @param customerId empty: any customer
 * @param tier the provider's own class of customers, at most 200 characters; empty: any, and always
 *     so where a customer is named, who has one tier only
 * @param priority absent: any
 */
public record ServiceScope(String customerId, String tier, @Nullable DisputePriority priority) {
  private static final int TIER_MAX = 200;

  public ServiceScope {
    if (!customerId.isEmpty() && !tier.isEmpty()) {
      throw new IllegalArgumentException("name a customer or a tier, not both");
    }
    if (tier.length() > TIER_MAX) {
      throw new IllegalArgumentException("tier must have at most 200 characters");
    }
  }

  /** Whether it is for the provider as a whole. */
  public boolean isProvider() {
    return customerId.isEmpty() && tier.isEmpty() && priority == null;
  }

  /** Whether a dispute of this priority of such a customer is in it. */
  boolean contains(String customer, String itsTier, DisputePriority disputePriority) {
    return (customerId.isEmpty() || customerId.equals(customer))
        && (tier.isEmpty() || tier.equals(itsTier))
        && (priority == null || priority == disputePriority);
  }

  /**
   * How narrow it is: customer before tier with priority, before priority, before tier, before the
   * provider; a customer with a priority before all.
   */
  int rank() {
    if (!customerId.isEmpty()) {
      return priority == null ? 4 : 5;
    }
    if (priority == null) {
      return tier.isEmpty() ? 0 : 1;
    }
    return tier.isEmpty() ? 2 : 3;
  }
}
