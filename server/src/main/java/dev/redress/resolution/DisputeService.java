package dev.redress.resolution;

import dev.redress.callback.Callback;
import dev.redress.callback.CallbackLifecycle;
import dev.redress.callback.CallbackStore;
import dev.redress.dispute.Claim;
import dev.redress.dispute.Credit;
import dev.redress.dispute.CreditStore;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeAction;
import dev.redress.dispute.DisputeLifecycle;
import dev.redress.dispute.DisputeLifecycle.Transition;
import dev.redress.dispute.DisputeStore;
import dev.redress.dispute.DisputeStore.DisputeFilter;
import dev.redress.dispute.DisputedLine;
import dev.redress.dispute.OpeningService;
import dev.redress.dispute.Proposal;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.CallbackName;
import dev.redress.identity.CreditName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.IdSource;
import dev.redress.identity.ProviderName;
import dev.redress.invoice.InvoiceStore;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.money.Money;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The use cases by which disputes are opened, worked and settled. */
public final class DisputeService {
  private final Transactions transactions;
  private final OpeningService opening;
  private final ClaimCheck claims;
  private final InvoiceStore invoices;
  private final DisputeStore disputes;
  private final CallbackStore callbacks;
  private final CreditStore credits;
  private final Journal journal;
  private final IdSource ids;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public DisputeService(
      Transactions transactions,
      OpeningService opening,
      ClaimCheck claims,
      InvoiceStore invoices,
      DisputeStore disputes,
      CallbackStore callbacks,
      CreditStore credits,
      Journal journal,
      IdSource ids,
      InstantSource clock) {
    this.transactions = transactions;
    this.opening = opening;
    this.claims = claims;
    this.invoices = invoices;
    this.disputes = disputes;
    this.callbacks = callbacks;
    this.credits = credits;
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Opens a dispute over lines of one invoice, or adds them to the one that is open.
   *
   * @param id of a new dispute; empty: made up
   * @param claimed 1 or more
   * @throws RedressException {@code FIELD_INVALID}, {@code CURRENCY_MISMATCH}, {@code
   *     LINE_NOT_FOUND}, {@code RESOURCE_EXISTS}, {@code LINE_ALREADY_DISPUTED}, {@code
   *     AMOUNT_EXCEEDS_LINE}, {@code DISPUTE_FULL}
   */
  public Dispute open(ProviderName provider, String id, List<Claim> claimed, Actor actor) {
    DisputeName wanted = new DisputeName(provider, id.isEmpty() ? opening.newId() : id);
    return transactions.run(
        () -> {
          List<DisputedLine> lines = claims.check(provider, claimed);
          return opening
              .open(
                  invoices.find(lines.getFirst().line().invoice()).orElseThrow(),
                  wanted,
                  lines,
                  actor)
              .dispute();
        });
  }

  /** The dispute, or {@code DISPUTE_NOT_FOUND}. */
  public Dispute get(DisputeName name) {
    return transactions.run(() -> require(name));
  }

  /** Disputes by id, see {@link DisputeStore#list}. */
  public List<Dispute> list(
      ProviderName provider, DisputeFilter filter, String afterId, int countMax) {
    return transactions.run(() -> disputes.list(provider, filter, afterId, countMax));
  }

  /**
   * When the live callback of a dispute is due.
   *
   * @return the callback, absent once the dispute has ended
   */
  public Optional<Callback> liveCallback(Dispute dispute) {
    CallbackName live = dispute.callback();
    return live == null ? Optional.empty() : transactions.run(() -> callbacks.find(live));
  }

  /** The credit, or {@code CREDIT_NOT_FOUND}. */
  public Credit credit(CreditName name) {
    return transactions
        .run(() -> credits.find(name))
        .orElseThrow(
            () -> new RedressException(ErrorReason.CREDIT_NOT_FOUND, "there is no credit " + name));
  }

  /** Credits by id, see {@link CreditStore#list}. */
  public List<Credit> credits(
      ProviderName provider, String disputeId, String customerId, String afterId, int countMax) {
    return transactions.run(() -> credits.list(provider, disputeId, customerId, afterId, countMax));
  }

  /**
   * Takes a dispute into review.
   *
   * @param expectedVersion absent: whatever it is
   * @throws RedressException {@code DISPUTE_NOT_FOUND}, {@code STALE_VERSION}, {@code
   *     DISPUTE_STATE_FORBIDS_ACTION}
   */
  public Dispute beginReview(DisputeName name, @Nullable Long expectedVersion, Actor actor) {
    return transactions.run(
        () -> move(require(name, expectedVersion), DisputeAction.BEGIN_REVIEW, actor));
  }

  /**
   * Proposes an outcome for each line.
   *
   * @throws RedressException as {@link #beginReview} and {@link Proposal#applyTo}
   */
  public Dispute propose(
      DisputeName name, @Nullable Long expectedVersion, Proposal proposal, Actor actor) {
    return transactions.run(() -> propose(require(name, expectedVersion), proposal, actor));
  }

  /** Approves what was proposed; throws as {@link #beginReview}. */
  public Dispute approve(DisputeName name, @Nullable Long expectedVersion, Actor actor) {
    return transactions.run(
        () -> move(require(name, expectedVersion), DisputeAction.APPROVE, actor));
  }

  /**
   * Ends a dispute, issues its credits and cancels its live callback.
   *
   * @param proposal empty: as approved; else all moves that are missing are made on the way
   * @throws RedressException as {@link #propose}, and {@code CUSTOMER_NOT_REACHED}
   */
  public Dispute resolve(
      DisputeName name, @Nullable Long expectedVersion, Proposal proposal, Actor actor) {
    return transactions.run(
        () -> {
          Dispute dispute = require(name, expectedVersion);
          if (proposal.isEmpty()) {
            return end(dispute, actor);
          }
          List<DisputeAction> moves = DisputeLifecycle.settlement(dispute.state());
          if (moves.isEmpty()) {
            throw Refusals.dispute(
                ErrorReason.DISPUTE_STATE_FORBIDS_ACTION, dispute, "new outcomes");
          }
          for (DisputeAction action : moves) {
            dispute =
                switch (action) {
                  case ADD_LINES, BEGIN_REVIEW, APPROVE -> move(dispute, action, actor);
                  case PROPOSE -> propose(dispute, proposal, actor);
                  case RESOLVE -> end(dispute, actor);
                };
          }
          return dispute;
        });
  }

  private Dispute propose(Dispute dispute, Proposal proposal, Actor actor) {
    Dispute moved = accept(dispute, DisputeAction.PROPOSE);
    Dispute after = moved.with(proposal.applyTo(dispute));
    claims.checkCredits(after);
    return save(dispute, after, DisputeAction.PROPOSE, actor);
  }

  private Dispute end(Dispute dispute, Actor actor) {
    Dispute after = accept(dispute, DisputeAction.RESOLVE);
    claims.checkCredits(after);
    for (DisputedLine line : after.lines()) {
      issue(after, line, actor);
    }
    CallbackName live = dispute.callback();
    if (live != null) {
      Callback cancelled = CallbackLifecycle.cancel(callbacks.find(live).orElseThrow());
      callbacks.update(cancelled);
      record(
          actor,
          "callback.cancelled",
          cancelled.name().toString(),
          dispute,
          Map.of("dispute", dispute.name().toString()));
    }
    return save(dispute, after, DisputeAction.RESOLVE, actor);
  }

  private void issue(Dispute dispute, DisputedLine line, Actor actor) {
    if (line.approved() == null || line.approved().minorUnits() == 0) {
      return;
    }
    Optional<Credit> last = credits.last(line.line());
    Credit credit =
        new Credit(
            new CreditName(dispute.name().provider(), ids.next()),
            dispute.name(),
            line.line(),
            line.reason(),
            last.map(Credit::ordinal).orElse(0) + 1,
            line.approved(),
            line.invoiced(),
            last.map(Credit::creditedAfter).orElse(Money.zero(dispute.currency())),
            dispute.updateTime());
    credits.insert(credit);
    record(
        actor,
        "credit.issued",
        credit.name().toString(),
        dispute,
        Map.of(
            "dispute", dispute.name().toString(),
            "line", line.line().toString(),
            "amount", credit.amount().toString(),
            "creditedTotal", credit.creditedAfter().toString()));
  }

  private Dispute move(Dispute dispute, DisputeAction action, Actor actor) {
    return save(dispute, accept(dispute, action), action, actor);
  }

  private Dispute accept(Dispute dispute, DisputeAction action) {
    return switch (DisputeLifecycle.apply(dispute, action, clock.instant())) {
      case Transition.Accepted(Dispute after) -> after;
      case Transition.Refused(ErrorReason reason) ->
          throw Refusals.dispute(reason, dispute, action.name());
    };
  }

  private Dispute save(Dispute before, Dispute after, DisputeAction action, Actor actor) {
    disputes.update(after);
    record(
        actor,
        "dispute." + Refusals.pastTense(action),
        after.name().toString(),
        after,
        Map.of(
            "stateBefore", before.state().name(),
            "stateAfter", after.state().name(),
            "disputedAmount", after.disputedAmount().toString(),
            "approvedAmount", after.approvedAmount().toString()));
    return after;
  }

  private void record(
      Actor actor, String action, String resource, Dispute dispute, Map<String, String> details) {
    Instant time = dispute.updateTime();
    journal.append(
        new JournalEntry(dispute.name().provider(), time, actor, action, resource, "", details));
  }

  private Dispute require(DisputeName name, @Nullable Long expectedVersion) {
    Dispute dispute = require(name);
    if (expectedVersion != null && dispute.version() != expectedVersion) {
      throw Refusals.stale(name.toString());
    }
    return dispute;
  }

  private Dispute require(DisputeName name) {
    return disputes
        .find(name)
        .orElseThrow(
            () ->
                new RedressException(ErrorReason.DISPUTE_NOT_FOUND, "there is no dispute " + name));
  }
}
