package dev.redress.promise;

import dev.redress.callback.Callback;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.IdSource;
import dev.redress.identity.PromiseName;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.promise.PromiseStore.PromiseFilter;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The use cases of what was promised on calls. */
public final class PromiseService {
  private final Transactions transactions;
  private final PromiseStore promises;
  private final Journal journal;
  private final IdSource ids;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public PromiseService(
      Transactions transactions,
      PromiseStore promises,
      Journal journal,
      IdSource ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.promises = promises;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /** The promise, or {@code PROMISE_NOT_FOUND}. */
  public Promise get(PromiseName name) {
    return transactions.run(() -> require(name, null));
  }

  /** Promises by due time and id, see {@link PromiseStore#list}. */
  public List<Promise> list(
      ProviderName provider, PromiseFilter filter, Instant after, String afterId, int countMax) {
    return transactions.run(
        () -> promises.list(provider, filter, clock.instant(), after, afterId, countMax));
  }

  /**
   * Stores what was promised on a call, in the transaction of the caller. The owner of the call has
   * to see that it is kept.
   */
  public Promise make(Callback callback, Commitment commitment, Instant now, Actor actor) {
    Promise promise =
        new Promise(
            new PromiseName(callback.name().provider(), ids.next()),
            PromiseState.OPEN,
            callback.dispute(),
            callback.name(),
            callback.customer(),
            callback.owner(),
            commitment.text(),
            commitment.dueTime(),
            now,
            null,
            1);
    promises.insert(promise);
    record("promise.made", promise, now, actor, promise.text());
    return promise;
  }

  /**
   * Says that a promise was kept.
   *
   * @param note how, at most 2,000 characters
   * @param expectedVersion absent: whatever it is
   * @throws RedressException {@code PROMISE_NOT_FOUND}, {@code STALE_VERSION}, {@code
   *     PROMISE_NOT_OPEN}
   */
  public Promise keep(PromiseName name, String note, @Nullable Long expectedVersion, Actor actor) {
    return transactions.run(
        () -> {
          Promise promise = require(name, expectedVersion);
          Ending ending = new Ending(actor, clock.instant(), note);
          return end(promise, PromiseLifecycle.keep(promise, ending), "promise.kept", ending);
        });
  }

  /**
   * Says that the customer does not want any more what was promised.
   *
   * @param reason why, 1 to 2,000 characters
   * @param expectedVersion absent: whatever it is
   * @throws RedressException as {@link #keep}
   */
  public Promise release(
      PromiseName name, String reason, @Nullable Long expectedVersion, Actor actor) {
    return transactions.run(
        () -> {
          Promise promise = require(name, expectedVersion);
          Ending ending = new Ending(actor, clock.instant(), reason);
          return end(
              promise, PromiseLifecycle.release(promise, ending), "promise.released", ending);
        });
  }

  private Promise end(
      Promise before, PromiseLifecycle.Transition transition, String action, Ending ending) {
    return switch (transition) {
      case PromiseLifecycle.Transition.Accepted(Promise after) -> {
        promises.update(after);
        record(action, after, ending.time(), ending.actor(), ending.note());
        yield after;
      }
      case PromiseLifecycle.Transition.Refused(ErrorReason reason) ->
          throw new RedressException(
              reason,
              "promise " + before.name().promise() + " is " + before.state() + " already",
              Map.of("promise", before.name().toString(), "state", before.state().name()));
    };
  }

  private void record(String action, Promise promise, Instant time, Actor actor, String note) {
    journal.append(
        new JournalEntry(
            promise.name().provider(),
            time,
            actor,
            action,
            promise.name().toString(),
            note,
            Map.of(
                "dispute", promise.dispute().toString(),
                "callback", promise.callback().toString(),
                "customer", promise.customer().toString(),
                "owner", promise.owner(),
                "dueTime", promise.dueTime().toString())));
  }

  private Promise require(PromiseName name, @Nullable Long expectedVersion) {
    Promise promise =
        promises
            .find(name)
            .orElseThrow(
                () ->
                    new RedressException(
                        ErrorReason.PROMISE_NOT_FOUND, "there is no promise " + name));
    if (expectedVersion != null && promise.version() != expectedVersion) {
      throw new RedressException(
          ErrorReason.STALE_VERSION,
          name + " has changed since it was read; read it again and decide anew",
          Map.of("resource", name.toString()));
    }
    return promise;
  }
}
