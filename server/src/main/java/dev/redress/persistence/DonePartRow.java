package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.reconciliation.ReconciliationStore.DonePart;
import org.jspecify.annotations.Nullable;

/** What a replay needs of a row of reconciliation_part. */
record DonePartRow(String customerId, @Nullable Long factsVersion) {

  DonePart toPart(ProviderName provider) {
    return new DonePart(new CustomerName(provider, customerId), factsVersion);
  }
}
