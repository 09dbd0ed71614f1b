package dev.redress.resolution;

import dev.redress.callback.Callback;
import dev.redress.callback.CallbackLifecycle;
import dev.redress.callback.CallbackStore;
import dev.redress.customer.Calendars;
import dev.redress.customer.Customer;
import dev.redress.customer.CustomerStore;
import dev.redress.customer.ProviderSettings;
import dev.redress.customer.ProviderStore;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeLifecycle;
import dev.redress.dispute.DisputeLifecycle.Terms;
import dev.redress.dispute.DisputeLifecycle.Transition;
import dev.redress.dispute.DisputeStore;
import dev.redress.dispute.Move;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.handoff.Handoff;
import dev.redress.handoff.HandoffLifecycle;
import dev.redress.handoff.HandoffStore;
import dev.redress.identity.Actor;
import dev.redress.identity.CallbackName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.servicelevel.ServiceLevels;
import dev.redress.servicelevel.ServiceValues;
import dev.redress.time.BusinessCalendar;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How every move of a dispute is made, in the transaction of the caller: asked of the table, stored
 * and recorded; the live callback of a dispute that ends is cancelled with it (I2), and so is a
 * handoff that waits for an answer (I6).
 */
public final class DisputeMoves {
  private final ProviderStore providers;
  private final CustomerStore customers;
  private final DisputeStore disputes;
  private final CallbackStore callbacks;
  private final HandoffStore handoffs;
  private final Calendars calendars;
  private final ServiceLevels levels;
  private final Journal journal;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public DisputeMoves(
      ProviderStore providers,
      CustomerStore customers,
      DisputeStore disputes,
      CallbackStore callbacks,
      HandoffStore handoffs,
      Calendars calendars,
      ServiceLevels levels,
      Journal journal,
      InstantSource clock) {
    this.providers = providers;
    this.customers = customers;
    this.disputes = disputes;
    this.callbacks = callbacks;
    this.handoffs = handoffs;
    this.calendars = calendars;
    this.levels = levels;
    this.journal = journal;
    this.clock = clock;
  }

  /** The dispute, or {@code DISPUTE_NOT_FOUND}. */
  Dispute require(DisputeName name) {
    return disputes
        .find(name)
        .orElseThrow(
            () ->
                new RedressException(ErrorReason.DISPUTE_NOT_FOUND, "there is no dispute " + name));
  }

  /**
   * The dispute as it was seen.
   *
   * @param expectedVersion absent: whatever it is
   * @throws RedressException {@code DISPUTE_NOT_FOUND}, {@code STALE_VERSION}
   */
  Dispute require(DisputeName name, @Nullable Long expectedVersion) {
    Dispute dispute = require(name);
    if (expectedVersion != null && dispute.version() != expectedVersion) {
      throw Refusals.stale(name.toString());
    }
    return dispute;
  }

  /**
   * Makes sure that a dispute is still as it was read in this transaction.
   *
   * @throws RedressException {@code STALE_VERSION}, which has the transaction run again
   */
  void requireUnchanged(Dispute dispute) {
    var _ = require(dispute.name(), dispute.version());
  }

  /** What counts for a dispute now. */
  Setting setting(Dispute dispute) {
    ProviderSettings settings = providers.find(dispute.name().provider()).orElseThrow().settings();
    Customer customer = customers.find(dispute.customer()).orElseThrow();
    return new Setting(
        settings,
        levels.of(customer, dispute.priority()),
        customer,
        calendars.of(settings, customer),
        clock.instant());
  }

  /**
   * Asks the table.
   *
   * @throws RedressException {@code DISPUTE_STATE_FORBIDS_ACTION}, {@code CUSTOMER_NOT_REACHED}
   */
  Dispute accept(Dispute dispute, Move move, Setting setting) {
    return switch (DisputeLifecycle.apply(dispute, move, setting.terms())) {
      case Transition.Accepted(Dispute after) -> after;
      case Transition.Refused(ErrorReason reason) ->
          throw Refusals.dispute(reason, dispute, move.action().name());
    };
  }

  /**
   * Makes a move that needs nothing else.
   *
   * @param said why, in the words of the actor; may be empty
   */
  Dispute make(Dispute dispute, Move move, String said, Actor actor) {
    return save(dispute, accept(dispute, move, setting(dispute)), move, said, actor);
  }

  /** Stores and records what {@link #accept} gave. */
  Dispute save(Dispute before, Dispute after, Move move, String said, Actor actor) {
    CallbackName live = before.callback();
    if (live != null && !after.state().isOpen()) {
      handoffs.pending(after.name()).ifPresent(pending -> end(pending, after, actor));
      cancel(callbacks.find(live).orElseThrow(), after, actor);
    }
    disputes.update(after);
    Map<String, String> details = new TreeMap<>();
    details.put("stateBefore", before.state().name());
    details.put("stateAfter", after.state().name());
    details.put("disputedAmount", after.disputedAmount().toString());
    details.put("approvedAmount", after.approvedAmount().toString());
    details.put("creditedAmount", after.creditedAmount().toString());
    if (!before.owner().equals(after.owner())) {
      details.put("ownerBefore", before.owner());
      details.put("ownerAfter", after.owner());
    }
    Instant closeTime = after.round().closeTime();
    if (closeTime != null) {
      details.put("closeTime", closeTime.toString());
    }
    details.putAll(MoveDetails.of(move));
    record(
        after,
        "dispute." + Refusals.pastTense(move.action()),
        after.name().toString(),
        said,
        details,
        actor);
    return after;
  }

  /** Records something that happened to a dispute with its last change. */
  void record(
      Dispute dispute,
      String action,
      String resource,
      String said,
      Map<String, String> details,
      Actor actor) {
    ProviderName provider = dispute.name().provider();
    journal.append(
        new JournalEntry(provider, dispute.updateTime(), actor, action, resource, said, details));
  }

  private void end(Handoff pending, Dispute after, Actor actor) {
    handoffs.update(HandoffLifecycle.ended(pending, actor, after.updateTime()));
    record(
        after,
        "handoff.cancelled",
        pending.name().toString(),
        "",
        Map.of("dispute", after.name().toString(), "receiver", pending.receiver()),
        actor);
  }

  private void cancel(Callback callback, Dispute after, Actor actor) {
    Callback cancelled = CallbackLifecycle.cancel(callback);
    callbacks.update(cancelled);
    record(
        after,
        "callback.cancelled",
        cancelled.name().toString(),
        "",
        Map.of("dispute", after.name().toString()),
        actor);
  }

  /** What counts for one dispute at one moment. */
  record Setting(
      ProviderSettings settings,
      ServiceValues values,
      Customer customer,
      BusinessCalendar calendar,
      Instant now) {
    Terms terms() {
      return new Terms(now, calendar, settings.coolingOffDays());
    }
  }
}
