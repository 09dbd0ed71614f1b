package dev.redress.resolution;

import dev.redress.identity.ProviderName;

/** Who leads whom at a provider. */
public interface Leaders {
  /** Who leads those who call. */
  String lead(ProviderName provider);

  /** Whom account managers report to. */
  String superior(ProviderName provider);
}
