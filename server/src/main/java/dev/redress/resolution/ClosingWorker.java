package dev.redress.resolution;

import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeStore;
import dev.redress.dispute.Move;
import dev.redress.identity.Actor;
import dev.redress.identity.DisputeName;
import dev.redress.transaction.ProviderScope;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the disputes whose time to be reopened is over. Any number of workers on any number of
 * servers do: each closing is one transaction, and of two the second finds the dispute closed or is
 * refused by its version.
 */
public final class ClosingWorker {
  /** Most disputes of one sweep. */
  public static final int SWEEP_MAX = 200;

  private static final Logger LOG = LoggerFactory.getLogger(ClosingWorker.class);

  private final Transactions transactions;
  private final DisputeStore disputes;
  private final DisputeMoves moves;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public ClosingWorker(
      Transactions transactions, DisputeStore disputes, DisputeMoves moves, InstantSource clock) {
    this.transactions = transactions;
    this.disputes = disputes;
    this.moves = moves;
    this.clock = clock;
  }

  /**
   * Closes those whose time has come, in the order of their times.
   *
   * @return whether there is more to do now
   */
  public boolean sweep() {
    List<DisputeName> due =
        ProviderScope.allProviders()
            .call(() -> transactions.run(() -> disputes.closing(clock.instant(), SWEEP_MAX)));
    int failures = 0;
    for (DisputeName dispute : due) {
      failures += closed(dispute) ? 0 : 1;
    }
    return failures == 0 && due.size() == SWEEP_MAX;
  }

  private boolean closed(DisputeName name) {
    try {
      ProviderScope.of(name.provider()).run(() -> transactions.run(() -> close(name)));
      return true;
    } catch (RuntimeException e) {
      // Somebody was in the way, or the database was: the next sweep finds it again.
      LOG.warn("{} is left for the next sweep: {}", name, e.toString());
      return false;
    }
  }

  private void close(DisputeName name) {
    Dispute dispute = moves.require(name);
    Instant closeTime = dispute.round().closeTime();
    // It may have been reopened, or reopened and ended anew, since it was listed.
    if (closeTime != null && !closeTime.isAfter(clock.instant())) {
      moves.make(dispute, new Move.Close(), "", Actor.REDRESS);
    }
  }
}
