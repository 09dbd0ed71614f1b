package dev.redress.dispute;

import dev.redress.identity.CreditName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.money.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps credits; they are added and never changed. */
public interface CreditStore {

  /** The credit, if there is one of this name. */
  Optional<Credit> find(CreditName name);

  /** The last credit of a line, whose {@code creditedAfter} is all that was credited on it. */
  Optional<Credit> last(LineName line);

  /** The reversal of a credit, if it was taken back. */
  Optional<Credit> reversalOf(CreditName name);

  /**
   * What was given back of each line of a customer, reversals taken off; only where it is not 0.
   */
  Map<LineName, Money> credited(CustomerName customer);

  /**
   * Credits whose id sorts after {@code afterId}, by id, at most so many.
   *
   * @param disputeId empty: any
   * @param customerId empty: any
   */
  List<Credit> list(
      ProviderName provider, String disputeId, String customerId, String afterId, int countMax);

  /**
   * Stores a new credit.
   *
   * @throws dev.redress.error.RedressException {@code CONCURRENT_CHANGE} when another credit of the
   *     line was stored meanwhile
   */
  void insert(Credit credit);
}
