package dev.redress.persistence;

import dev.redress.identity.Actor;
import dev.redress.identity.CallbackName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.PromiseName;
import dev.redress.identity.ProviderName;
import dev.redress.promise.Ending;
import dev.redress.promise.Promise;
import dev.redress.promise.PromiseState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table promise.
 *
 * @param promised the text
 * @param endActor who said how it ended; with it the other two
 */
record PromiseRow(
    String providerId,
    String promiseId,
    String disputeId,
    String callbackId,
    String customerId,
    String owner,
    String promised,
    Instant dueTime,
    PromiseState state,
    Instant createTime,
    @Nullable String endActor,
    @Nullable Instant endTime,
    @Nullable String endNote,
    long version) {

  static PromiseRow of(Promise promise) {
    Ending ending = promise.ending();
    return new PromiseRow(
        promise.name().provider().provider(),
        promise.name().promise(),
        promise.dispute().dispute(),
        promise.callback().callback(),
        promise.customer().customer(),
        promise.owner(),
        promise.text(),
        promise.dueTime(),
        promise.state(),
        promise.createTime(),
        ending == null ? null : ending.actor().name(),
        ending == null ? null : ending.time(),
        ending == null ? null : ending.note(),
        promise.version());
  }

  Promise toPromise() {
    ProviderName provider = new ProviderName(providerId);
    return new Promise(
        new PromiseName(provider, promiseId),
        state,
        new DisputeName(provider, disputeId),
        new CallbackName(provider, callbackId),
        new CustomerName(provider, customerId),
        owner,
        promised,
        dueTime,
        createTime,
        ending(),
        version);
  }

  private @Nullable Ending ending() {
    return endActor == null || endTime == null || endNote == null
        ? null
        : new Ending(new Actor(endActor), endTime, endNote);
  }
}
