package dev.redress.persistence;

import dev.redress.dispute.ContactChannel;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeState;
import dev.redress.dispute.DisputedLine;
import dev.redress.dispute.Hearing;
import dev.redress.dispute.RaisedBy;
import dev.redress.dispute.Round;
import dev.redress.dispute.SlaClock;
import dev.redress.dispute.Waiting;
import dev.redress.dispute.Withdrawal;
import dev.redress.identity.CallbackName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.ProviderName;
import dev.redress.servicelevel.DisputePriority;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table dispute, without its lines.
 *
 * @param callbackState {@value #LIVE} while the dispute is open: what its callback must be (I1)
 */
record DisputeRow(
    String providerId,
    String disputeId,
    String customerId,
    String invoiceId,
    DisputeState state,
    String owner,
    DisputePriority priority,
    RaisedBy raisedBy,
    String currency,
    @Nullable String callbackId,
    @Nullable String callbackState,
    @Nullable String reachedCallbackId,
    @Nullable String signedOffCallbackId,
    @Nullable String withdrawnBy,
    @Nullable ContactChannel withdrawalChannel,
    @Nullable Instant withdrawalTime,
    @Nullable String withdrawalNote,
    @Nullable String awaited,
    @Nullable Instant awaitTime,
    @Nullable Instant respondByTime,
    @Nullable String proposer,
    long clockUsedMillis,
    Instant clockTime,
    int reopenCount,
    Instant openTime,
    @Nullable Instant closeTime,
    Instant createTime,
    Instant updateTime,
    long version) {

  private static final String LIVE = "LIVE";

  static DisputeRow of(Dispute dispute) {
    Withdrawal withdrawal = dispute.hearing().withdrawal();
    Waiting waiting = dispute.waiting();
    return new DisputeRow(
        dispute.name().provider().provider(),
        dispute.name().dispute(),
        dispute.customer().customer(),
        dispute.invoice().invoice(),
        dispute.state(),
        dispute.owner(),
        dispute.priority(),
        dispute.raisedBy(),
        dispute.currency().getCurrencyCode(),
        id(dispute.callback()),
        dispute.callback() == null ? null : LIVE,
        id(dispute.hearing().reachedBy()),
        id(dispute.hearing().signedOff()),
        withdrawal == null ? null : withdrawal.by(),
        withdrawal == null ? null : withdrawal.channel(),
        withdrawal == null ? null : withdrawal.time(),
        withdrawal == null ? null : withdrawal.note(),
        waiting == null ? null : waiting.awaited(),
        waiting == null ? null : waiting.since(),
        waiting == null ? null : waiting.respondBy(),
        dispute.proposer(),
        dispute.clock().used().toMillis(),
        dispute.clock().since(),
        dispute.round().reopenCount(),
        dispute.round().openTime(),
        dispute.round().closeTime(),
        dispute.createTime(),
        dispute.updateTime(),
        dispute.version());
  }

  DisputeName name() {
    return new DisputeName(new ProviderName(providerId), disputeId);
  }

  InvoiceName invoice() {
    return new InvoiceName(new CustomerName(new ProviderName(providerId), customerId), invoiceId);
  }

  Dispute toDispute(List<DisputedLine> lines) {
    return new Dispute(
        name(),
        state,
        invoice(),
        owner,
        priority,
        raisedBy,
        Currency.getInstance(currency),
        lines,
        callback(callbackId),
        new Hearing(callback(reachedCallbackId), callback(signedOffCallbackId), withdrawal()),
        waiting(),
        proposer,
        new SlaClock(Duration.ofMillis(clockUsedMillis), clockTime),
        new Round(reopenCount, openTime, closeTime),
        createTime,
        updateTime,
        version);
  }

  private @Nullable Withdrawal withdrawal() {
    return withdrawnBy == null
            || withdrawalChannel == null
            || withdrawalTime == null
            || withdrawalNote == null
        ? null
        : new Withdrawal(withdrawnBy, withdrawalChannel, withdrawalTime, withdrawalNote);
  }

  private @Nullable Waiting waiting() {
    return awaited == null || awaitTime == null || respondByTime == null
        ? null
        : new Waiting(awaited, awaitTime, respondByTime);
  }

  private static @Nullable String id(@Nullable CallbackName callback) {
    return callback == null ? null : callback.callback();
  }

  private @Nullable CallbackName callback(@Nullable String id) {
    return id == null ? null : new CallbackName(new ProviderName(providerId), id);
  }
}
