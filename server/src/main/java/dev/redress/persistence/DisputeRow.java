package dev.redress.persistence;

import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeState;
import dev.redress.dispute.DisputedLine;
import dev.redress.identity.CallbackName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.ProviderName;
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
    String currency,
    @Nullable String callbackId,
    @Nullable String callbackState,
    @Nullable String reachedCallbackId,
    Instant createTime,
    Instant updateTime,
    long version) {

  private static final String LIVE = "LIVE";

  static DisputeRow of(Dispute dispute) {
    return new DisputeRow(
        dispute.name().provider().provider(),
        dispute.name().dispute(),
        dispute.customer().customer(),
        dispute.invoice().invoice(),
        dispute.state(),
        dispute.owner(),
        dispute.currency().getCurrencyCode(),
        id(dispute.callback()),
        dispute.callback() == null ? null : LIVE,
        id(dispute.reachedBy()),
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
        Currency.getInstance(currency),
        lines,
        callback(callbackId),
        callback(reachedCallbackId),
        createTime,
        updateTime,
        version);
  }

  private static @Nullable String id(@Nullable CallbackName callback) {
    return callback == null ? null : callback.callback();
  }

  private @Nullable CallbackName callback(@Nullable String id) {
    return id == null ? null : new CallbackName(new ProviderName(providerId), id);
  }
}
