package dev.redress.backup;

import dev.redress.customer.Provider;
import dev.redress.customer.ProviderStore;
import dev.redress.identity.ProviderName;
import dev.redress.journal.AuditService;
import dev.redress.transaction.ProviderScope;
import dev.redress.transaction.Transactions;
import java.util.ArrayList;
import java.util.List;

/** Where the journals of all providers end. */
public final class JournalHeads {
  private static final int PROVIDERS_A_PAGE = 500;

  private final Transactions transactions;
  private final ProviderStore providers;
  private final AuditService audits;

  /** Of a database. */
  public JournalHeads(Transactions transactions, ProviderStore providers, AuditService audits) {
    this.transactions = transactions;
    this.providers = providers;
    this.audits = audits;
  }

  /** As they are now, by provider. */
  public List<Manifest.Head> all() {
    List<Manifest.Head> heads = new ArrayList<>();
    List<Provider> page;
    do {
      String after = heads.isEmpty() ? "" : heads.getLast().provider().provider();
      page =
          ProviderScope.allProviders()
              .call(() -> transactions.run(() -> providers.list(after, PROVIDERS_A_PAGE)));
      page.forEach(it -> heads.add(head(it.name())));
    } while (page.size() == PROVIDERS_A_PAGE);
    return heads;
  }

  private Manifest.Head head(ProviderName provider) {
    return new Manifest.Head(
        provider, ProviderScope.of(provider).call(() -> audits.anchor(provider)));
  }
}
