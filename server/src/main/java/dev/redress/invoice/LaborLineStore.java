package dev.redress.invoice;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps labor lines. */
public interface LaborLineStore {

  /** The line, if there is one of this name. */
  Optional<LaborLine> find(LineName name);

  /** The line, or {@code LINE_NOT_FOUND}. */
  default LaborLine require(LineName name) {
    return find(name)
        .orElseThrow(
            () ->
                new RedressException(ErrorReason.LINE_NOT_FOUND, "there is no labor line " + name));
  }

  /** Lines of an invoice whose id sorts after {@code afterId}, by id, at most so many. */
  List<LaborLine> list(InvoiceName invoice, String afterId, int countMax);

  /** All lines of a customer, by invoice and id. */
  List<LaborLine> all(CustomerName customer);

  /** The customers who have lines in the scope, by id. */
  List<CustomerName> customersWithLines(ProviderName provider, LineScope scope);

  /** The content hashes of those of these lines that are stored; at most 1,000 are asked. */
  Map<LineName, String> contentHashes(Collection<LineName> names);

  /**
   * Those of these lines whose amount is held by a dispute or a credit; at most 1,000 are asked.
   * Their amount cannot change.
   */
  List<LineName> held(Collection<LineName> names);

  /**
   * Stores new lines.
   *
   * @throws dev.redress.error.RedressException {@code RESOURCE_EXISTS} when an id is taken
   */
  void insertAll(List<LaborLine> lines);

  /** Replaces the content of a stored line. */
  void update(LaborLine line);

  /**
   * Which lines of a provider: all, narrowed by each part that is given.
   *
   * @param customerId the source's id; empty: any
   * @param invoiceId the source's id, only with a customer; empty: any
   * @param from only work from this date on
   * @param to only work up to and with this date
   */
  record LineScope(
      String customerId, String invoiceId, @Nullable LocalDate from, @Nullable LocalDate to) {

    /** All lines of a provider. */
    public static final LineScope ALL = new LineScope("", "", null, null);

    public LineScope {
      if (!invoiceId.isEmpty() && customerId.isEmpty()) {
        throw new IllegalArgumentException("a scope with an invoice needs its customer");
      }
      if (from != null && to != null && to.isBefore(from)) {
        throw new IllegalArgumentException("to_date is before from_date");
      }
    }

    /** Only one customer. */
    public static LineScope of(CustomerName customer) {
      return new LineScope(customer.customer(), "", null, null);
    }

    /** Whether a line of the provider is within the scope. */
    public boolean contains(LaborLine line) {
      return (customerId.isEmpty() || customerId.equals(line.customer().customer()))
          && (invoiceId.isEmpty() || invoiceId.equals(line.name().invoice().invoice()))
          && (from == null || !line.workDate().isBefore(from))
          && (to == null || !line.workDate().isAfter(to));
    }
  }
}
