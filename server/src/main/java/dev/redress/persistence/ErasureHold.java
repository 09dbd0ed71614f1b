package dev.redress.persistence;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.journal.JournalEntry;
import dev.redress.journal.Remains;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps erasures and everybody else who writes about a customer apart. Who writes holds off an
 * erasure until its own transaction has ended, and is refused once there was one: so no word is
 * written behind the back of an erasure, whichever of the two comes first.
 */
final class ErasureHold {
  /** What may be said of an erased customer: who read, that a case closed, and the erasure. */
  private static final Set<String> ALLOWED = Set.of("data.read", "dispute.closed", Remains.ACTION);

  private final MyBatisTransactions transactions;

  ErasureHold(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  /** Before an entry of the journal; {@code CUSTOMER_ERASED}. */
  void beforeWriting(JournalEntry entry) {
    customer(entry)
        .ifPresent(
            customer -> {
              if (ALLOWED.contains(entry.action())) {
                hold(customer);
              } else {
                beforeWriting(customer);
              }
            });
  }

  /** Before something about a customer; {@code CUSTOMER_ERASED}. */
  void beforeWriting(CustomerName customer) {
    // Whoever was held off once in this transaction is held off until its end.
    if (transactions.note(customer.toString()) && hold(customer)) {
      throw new RedressException(
          ErrorReason.CUSTOMER_ERASED,
          customer + " was erased: nothing is written about it any more",
          Map.of("customer", customer.toString()));
    }
  }

  /** Alone, for an erasure. */
  void alone(CustomerName customer) {
    String providerId = customer.provider().provider();
    int _ = call(mapper -> mapper.holdAlone(providerId, customer.customer()));
    // What the erasure itself writes is not held off.
    boolean _ = transactions.note(customer.toString());
  }

  /** Holds off an erasure, and tells whether there was one. */
  private boolean hold(CustomerName customer) {
    String providerId = customer.provider().provider();
    if (!transactions.isEmbedded()) {
      int _ = call(mapper -> mapper.hold(providerId, customer.customer()));
    }
    return call(mapper -> mapper.countErased(providerId, customer.customer())) > 0;
  }

  private Optional<CustomerName> customer(JournalEntry entry) {
    Optional<CustomerName> named = entry.customer();
    return named.isPresent() ? named : entry.dispute().flatMap(this::customer);
  }

  private Optional<CustomerName> customer(DisputeName dispute) {
    return call(mapper -> mapper.customerOf(dispute.provider().provider(), dispute.dispute()))
        .map(id -> new CustomerName(dispute.provider(), id));
  }

  private <T> T call(Function<PrivacyMapper, T> statement) {
    return transactions.call(PrivacyMapper.class, statement);
  }
}
