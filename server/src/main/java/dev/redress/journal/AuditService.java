package dev.redress.journal;

import dev.redress.identity.ProviderName;
import dev.redress.transaction.Transactions;
import java.util.List;

/** The use cases of those who look whether the journal still is what was written. */
public final class AuditService {
  private static final int PAGE = 1_000;

  private final Transactions transactions;
  private final EventStore events;

  /** Over the events. */
  public AuditService(Transactions transactions, EventStore events) {
    this.transactions = transactions;
    this.events = events;
  }

  /** The last event of a provider. */
  public Anchor anchor(ProviderName provider) {
    return transactions.run(() -> events.head(provider));
  }

  /**
   * Looks at all events, page by page; events that come meanwhile are looked at too.
   *
   * @param anchors that were kept elsewhere
   */
  public Audited verify(ProviderName provider, List<Anchor> anchors) {
    JournalAudit audit = new JournalAudit(anchors);
    boolean isAny = takeAll(provider, audit);
    Anchor head = anchor(provider);
    // What the head knows and is not there came meanwhile, or was cut off.
    while (head.sequence() > audit.last().sequence() && isAny) {
      isAny = takeAll(provider, audit);
      head = anchor(provider);
    }
    return new Audited(audit.count(), audit.last(), audit.end(head));
  }

  /** Whether there were any. */
  private boolean takeAll(ProviderName provider, JournalAudit audit) {
    boolean isAny = false;
    List<StoredEvent> page;
    do {
      long after = audit.last().sequence();
      page = transactions.run(() -> events.stored(provider, after, PAGE));
      page.forEach(audit::take);
      isAny |= !page.isEmpty();
    } while (page.size() == PAGE);
    return isAny;
  }

  /**
   * What became of a look.
   *
   * @param breaks by sequence; empty: the journal is what was written
   */
  public record Audited(long count, Anchor last, List<JournalBreak> breaks) {
    public Audited {
      breaks = List.copyOf(breaks);
    }
  }
}
