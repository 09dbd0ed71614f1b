package dev.redress.callback;

import dev.redress.identity.CallbackName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps callbacks. */
public interface CallbackStore {

  /** The callback, if there is one of this name. */
  Optional<Callback> find(CallbackName name);

  /** Callbacks whose id sorts after {@code afterId}, by id, at most so many. */
  List<Callback> list(ProviderName provider, CallbackFilter filter, String afterId, int countMax);

  /**
   * Live callbacks due until a moment, by due time and id.
   *
   * @param owners only of these; none: of all
   * @param after the due time of the last one seen; {@link Instant#MIN} to begin
   * @param afterId the id of the last one seen, among those of the same due time
   */
  List<Callback> listDue(
      ProviderName provider,
      Instant until,
      Set<String> owners,
      Instant after,
      String afterId,
      int countMax);

  /**
   * The live callbacks of each of these customers, those due first at the front; customers without
   * one are left out. At most 1,000 are asked, all of one provider.
   */
  Map<CustomerName, List<CallbackName>> live(Collection<CustomerName> customers);

  /** Stores a new callback. */
  void insert(Callback callback);

  /**
   * Stores a change: {@code callback.version()} is one more than the stored one.
   *
   * @throws dev.redress.error.RedressException {@code STALE_VERSION} when it is not
   */
  void update(Callback callback);

  /**
   * Which callbacks of a provider: all, narrowed by each part that is given.
   *
   * @param liveness {@code LIVE}, {@code ENDED} or empty for any
   * @param disputeId empty: any
   * @param customerId empty: any
   * @param owner empty: any
   */
  record CallbackFilter(String liveness, String disputeId, String customerId, String owner) {}
}
