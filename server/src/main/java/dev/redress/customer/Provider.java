package dev.redress.customer;

import dev.redress.identity.ProviderName;
import java.time.Instant;

/**
 * A managed-service provider, the tenant.
 *
 * @param displayName 1 to 200 characters
 * @param version 1 when created, one more with each change
 */
public record Provider(
    ProviderName name,
    String displayName,
    ProviderSettings settings,
    Instant createTime,
    Instant updateTime,
    long version) {

  /** The provider that an empty database is given. */
  public static final ProviderName DEFAULT = new ProviderName("default");

  public Provider {
    if (displayName.isBlank() || displayName.length() > 200) {
      throw new IllegalArgumentException("display_name must have 1 to 200 characters");
    }
  }
}
