package dev.redress.notification;

import dev.redress.identity.NotificationTargetName;
import dev.redress.notification.DeliveryStore.Backlog;
import dev.redress.transaction.ProviderScope;
import dev.redress.transaction.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Sends events to targets. Any number of workers on any number of servers share the targets: each
 * takes one under a lease, sends what is due, and stores after every single event how far it came.
 * No transaction is open while the network is asked. A worker that dies has sent at most one event
 * that is sent again, with the same id, once its lease is over.
 */
public final class DeliveryWorker {
  /** How long a target is held with each event: longer than the longest try. */
  static final Duration LEASE = Sender.TIME_MAX.multipliedBy(3);

  private final DeliveryPorts ports;
  private final Transactions transactions;
  private final DeliveryStore deliveries;
  private final Senders senders;
  private volatile Backlog backlog = new Backlog(null, 0, 0);

  /** Over what it needs. */
  public DeliveryWorker(DeliveryPorts ports, Senders senders) {
    this.ports = ports;
    this.transactions = ports.transactions();
    this.deliveries = ports.deliveries();
    this.senders = senders;
  }

  /** Takes back what a process of the same name held when it was killed. */
  public void begin() {
    ProviderScope.allProviders()
        .run(() -> transactions.run(() -> deliveries.releaseAll(ports.worker())));
  }

  /** Targets that something can be sent to now, at most so many. */
  public List<NotificationTargetName> due(int countMax) {
    return ProviderScope.allProviders()
        .call(
            () ->
                transactions.run(
                    () -> deliveries.due(senders.kinds(), ports.clock().instant(), countMax)));
  }

  /**
   * Sends to a target what is due, unless somebody else does: until nothing is left, a try fails,
   * it had its share, or there is no time for more.
   *
   * @param goOn asked before each try
   * @return whether there may be more to send to it at once
   */
  public boolean turn(NotificationTargetName name, BooleanSupplier goOn) {
    return ProviderScope.of(name.provider()).call(() -> turnInScope(name, goOn));
  }

  private boolean turnInScope(NotificationTargetName name, BooleanSupplier goOn) {
    Instant now = ports.clock().instant();
    boolean claimed =
        transactions.run(() -> deliveries.claim(name, ports.worker(), now, now.plus(LEASE)));
    if (!claimed) {
      return false;
    }
    try {
      return new DeliveryTurn(ports, senders, name).run(goOn);
    } finally {
      transactions.run(() -> deliveries.release(name, ports.worker()));
    }
  }

  /** Reckons the backlog anew. */
  public void measure() {
    backlog = ProviderScope.allProviders().call(() -> transactions.run(deliveries::backlog));
  }

  /** How long the oldest event has waited that some target has not come to; as last measured. */
  public Duration backlogAge() {
    Instant oldest = backlog.oldest();
    Instant now = ports.clock().instant();
    return oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
  }

  /** Events that are tried again, of all targets; as last measured. */
  public long waitingLetters() {
    return backlog.waitingLetters();
  }

  /** Events that are not tried again by themselves, of all targets; as last measured. */
  public long deadLetters() {
    return backlog.deadLetters();
  }

  /** How many tries ended so since the server started. */
  public long count(ChannelKind kind, DeliveryResult result) {
    return senders.count(kind, result);
  }
}
