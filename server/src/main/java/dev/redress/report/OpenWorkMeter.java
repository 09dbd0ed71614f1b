package dev.redress.report;

import dev.redress.transaction.ProviderScope;
import dev.redress.transaction.Transactions;
import java.time.InstantSource;

/** Counts what is open, for whoever watches the server; kept, since it is asked for often. */
public final class OpenWorkMeter {
  private final Transactions transactions;
  private final ReportStore reports;
  private final InstantSource clock;
  private volatile OpenWork last = new OpenWork(0, 0, 0);

  /** Nothing is counted yet. */
  public OpenWorkMeter(Transactions transactions, ReportStore reports, InstantSource clock) {
    this.transactions = transactions;
    this.reports = reports;
    this.clock = clock;
  }

  /** Counts anew. */
  public void measure() {
    last =
        ProviderScope.allProviders()
            .call(() -> transactions.run(() -> reports.openWork(clock.instant())));
  }

  /** As last counted. */
  public OpenWork last() {
    return last;
  }
}
