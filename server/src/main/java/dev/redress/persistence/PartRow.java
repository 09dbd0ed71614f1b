package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.ReconciliationName;
import dev.redress.reconciliation.Part;

/** What names a row of {@code reconciliation_part}, and how often it was begun. */
record PartRow(String providerId, String reconciliationId, String customerId, int tries) {

  static PartRow of(Part part) {
    return new PartRow(
        part.run().provider().provider(),
        part.run().reconciliation(),
        part.customer().customer(),
        part.tries());
  }

  /** This part, begun once more. */
  PartRow begun() {
    return new PartRow(providerId, reconciliationId, customerId, tries + 1);
  }

  Part toPart() {
    ProviderName provider = new ProviderName(providerId);
    return new Part(
        new ReconciliationName(provider, reconciliationId),
        new CustomerName(provider, customerId),
        tries);
  }
}
