package dev.redress.persistence;

import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.privacy.Erasure;
import java.time.Instant;

/** A row of the table customer_erasure. */
record ErasureRow(
    String providerId,
    String customerId,
    String actor,
    String reason,
    Instant eraseTime,
    long rowCount,
    long eventCount) {

  static ErasureRow of(Erasure erasure) {
    return new ErasureRow(
        erasure.customer().provider().provider(),
        erasure.customer().customer(),
        erasure.actor().name(),
        erasure.reason(),
        erasure.time(),
        erasure.rows(),
        erasure.events());
  }

  Erasure toErasure() {
    return new Erasure(
        new CustomerName(new ProviderName(providerId), customerId),
        new Actor(actor),
        reason,
        eraseTime,
        rowCount,
        eventCount);
  }
}
