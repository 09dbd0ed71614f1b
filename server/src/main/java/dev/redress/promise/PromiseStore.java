package dev.redress.promise;

import dev.redress.identity.PromiseName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps promises. */
public interface PromiseStore {

  /** The promise, if there is one of this name. */
  Optional<Promise> find(PromiseName name);

  /**
   * Promises by due time and id, at most so many.
   *
   * @param now by which a promise is overdue or not
   * @param after the due time of the last one seen; {@link Instant#MIN} to begin
   * @param afterId the id of the last one seen, among those of the same due time
   */
  List<Promise> list(
      ProviderName provider,
      PromiseFilter filter,
      Instant now,
      Instant after,
      String afterId,
      int countMax);

  /** Stores a new promise. */
  void insert(Promise promise);

  /**
   * Stores how a promise ended: {@code promise.version()} is one more than the stored one.
   *
   * @throws dev.redress.error.RedressException {@code STALE_VERSION} when it is not
   */
  void update(Promise promise);

  /**
   * Which promises of a provider: all, narrowed by each part that is given.
   *
   * @param open whether it must be open or must have ended; absent: either
   * @param overdue whether it must be overdue or must not; absent: either
   * @param disputeId empty: any
   * @param customerId empty: any
   * @param owner empty: any
   */
  record PromiseFilter(
      @Nullable Boolean open,
      @Nullable Boolean overdue,
      String disputeId,
      String customerId,
      String owner) {
    /** All that must still be kept. */
    public static final PromiseFilter OPEN = new PromiseFilter(true, null, "", "", "");
  }
}
