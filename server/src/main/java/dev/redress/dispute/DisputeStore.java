package dev.redress.dispute;

import dev.redress.identity.DisputeName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps disputes with their lines. */
public interface DisputeStore {

  /** The dispute with its lines, if there is one of this name. */
  Optional<Dispute> find(DisputeName name);

  /** The open dispute over an invoice, if there is one; there is never more than one. */
  Optional<Dispute> findOpen(InvoiceName invoice);

  /** Disputes with their lines whose id sorts after {@code afterId}, by id, at most so many. */
  List<Dispute> list(ProviderName provider, DisputeFilter filter, String afterId, int countMax);

  /** Disputes of any provider that close for good until a moment, by that time. */
  List<DisputeName> closing(Instant until, int countMax);

  /**
   * The disputes, open or ended, in which these lines are or were disputed for this reason; at most
   * 1,000 are asked.
   */
  Map<LineName, DisputeName> disputed(Collection<LineName> lines, DisputeReason reason);

  /**
   * Stores a new dispute with its lines.
   *
   * @throws dev.redress.error.RedressException {@code RESOURCE_EXISTS} when the id is taken, {@code
   *     CONCURRENT_CHANGE} when the invoice has an open dispute
   */
  void insert(Dispute dispute);

  /**
   * Stores a change: {@code dispute.version()} is one more than the stored one. Lines are added or
   * changed, never taken away.
   *
   * @throws dev.redress.error.RedressException {@code STALE_VERSION} when it is not
   */
  void update(Dispute dispute);

  /** The same for a change that leaves all lines as they are stored. */
  void updateHead(Dispute dispute);

  /**
   * Which disputes of a provider: all, narrowed by each part that is given.
   *
   * @param state absent: any
   * @param open whether it must be open or must have ended; absent: either
   * @param customerId empty: any
   * @param invoiceId empty: any
   * @param owner empty: any
   */
  record DisputeFilter(
      @Nullable DisputeState state,
      @Nullable Boolean open,
      String customerId,
      String invoiceId,
      String owner) {}
}
