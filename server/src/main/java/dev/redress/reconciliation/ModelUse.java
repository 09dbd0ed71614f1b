package dev.redress.reconciliation;

import dev.redress.identity.ModelName;
import java.time.Instant;

/**
 * Which model a provider's runs use.
 *
 * @param version 1 for the first choice, one more with each other one
 */
public record ModelUse(ModelName model, Instant updateTime, long version) {}
