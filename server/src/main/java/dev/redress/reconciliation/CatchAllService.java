package dev.redress.reconciliation;

import dev.redress.identity.RequestName;
import dev.redress.reconciliation.CatchAllStore.Scope;
import dev.redress.transaction.Transactions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reports catch-all requests by the current verdicts, as the explanations of their lines do. */
public final class CatchAllService {
  private final Transactions transactions;
  private final CatchAllStore catchAlls;

  /** Over the store that it needs. */
  public CatchAllService(Transactions transactions, CatchAllStore catchAlls) {
    this.transactions = transactions;
    this.catchAlls = catchAlls;
  }

  /**
   * Catch-all requests by customer and request, at most so many.
   *
   * @param after the last one seen; absent to begin
   */
  public List<CatchAll> list(Scope scope, @Nullable RequestName after, int countMax) {
    return transactions.run(() -> catchAlls.list(scope, after, countMax));
  }
}
