package dev.redress.persistence;

import dev.redress.identity.DisputeName;
import dev.redress.identity.ProviderName;

/** The key of a dispute. */
record DisputeKeyRow(String providerId, String disputeId) {
  DisputeName name() {
    return new DisputeName(new ProviderName(providerId), disputeId);
  }
}
