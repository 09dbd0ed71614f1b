package dev.redress.resolution;

import dev.redress.identity.ProviderName;

/** Whom account managers report to. */
@FunctionalInterface
public interface Superiors {
  /** The superior of a provider's account managers. */
  String of(ProviderName provider);
}
