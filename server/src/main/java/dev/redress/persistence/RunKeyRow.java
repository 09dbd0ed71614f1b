package dev.redress.persistence;

import dev.redress.identity.ProviderName;
import dev.redress.identity.ReconciliationName;

/** What names a run. */
record RunKeyRow(String providerId, String reconciliationId) {

  ReconciliationName toName() {
    return new ReconciliationName(new ProviderName(providerId), reconciliationId);
  }
}
