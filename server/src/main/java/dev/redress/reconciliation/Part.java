package dev.redress.reconciliation;

import dev.redress.identity.CustomerName;
import dev.redress.identity.ReconciliationName;

/**
 * The part of a run that covers one customer.
 *
 * @param tries how often somebody has begun it, this time included
 */
public record Part(ReconciliationName run, CustomerName customer, int tries) {}
