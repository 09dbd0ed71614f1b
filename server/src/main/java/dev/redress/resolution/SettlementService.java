package dev.redress.resolution;

import dev.redress.dispute.Credit;
import dev.redress.dispute.CreditStore;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeAction;
import dev.redress.dispute.DisputeLifecycle;
import dev.redress.dispute.DisputedLine;
import dev.redress.dispute.Move;
import dev.redress.dispute.Proposal;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.CreditName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.IdSource;
import dev.redress.identity.ProviderName;
import dev.redress.money.Money;
import dev.redress.transaction.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The use cases by which disputes are settled and money is given back. */
public final class SettlementService {
  private final Transactions transactions;
  private final ClaimCheck claims;
  private final DisputeMoves moves;
  private final CreditStore credits;
  private final IdSource ids;

  /** Over the stores that it needs. */
  public SettlementService(
      Transactions transactions,
      ClaimCheck claims,
      DisputeMoves moves,
      CreditStore credits,
      IdSource ids) {
    this.transactions = transactions;
    this.claims = claims;
    this.moves = moves;
    this.credits = credits;
    this.ids = ids;
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
   * Proposes an outcome for each line.
   *
   * @param expectedVersion absent: whatever it is
   * @throws RedressException as {@link DisputeService#beginReview} and {@link Proposal#applyTo},
   *     and {@code AMOUNT_EXCEEDS_LINE}
   */
  public Dispute propose(
      DisputeName name, @Nullable Long expectedVersion, Proposal proposal, Actor actor) {
    return transactions.run(() -> propose(moves.require(name, expectedVersion), proposal, actor));
  }

  /** Approves what was proposed; throws as {@link DisputeService#beginReview}. */
  public Dispute approve(DisputeName name, @Nullable Long expectedVersion, Actor actor) {
    return transactions.run(() -> approve(moves.require(name, expectedVersion), actor));
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
          Dispute dispute = moves.require(name, expectedVersion);
          return proposal.isEmpty() ? end(dispute, actor) : settle(dispute, proposal, actor);
        });
  }

  private Dispute settle(Dispute from, Proposal proposal, Actor actor) {
    List<DisputeAction> steps = DisputeLifecycle.settlement(from.state());
    if (steps.isEmpty()) {
      throw Refusals.dispute(ErrorReason.DISPUTE_STATE_FORBIDS_ACTION, from, "new outcomes");
    }
    Dispute dispute = from;
    if (steps.contains(DisputeAction.BEGIN_REVIEW)) {
      dispute = moves.make(dispute, new Move.BeginReview(), "", actor);
    }
    return end(approve(propose(dispute, proposal, actor), actor), actor);
  }

  private Dispute propose(Dispute dispute, Proposal proposal, Actor actor) {
    // The table's word first: a dispute that has ended is refused for that, not for its lines.
    if (DisputeLifecycle.next(dispute.state(), DisputeAction.PROPOSE).isEmpty()) {
      throw Refusals.dispute(
          ErrorReason.DISPUTE_STATE_FORBIDS_ACTION, dispute, DisputeAction.PROPOSE.name());
    }
    Move move = new Move.Propose(proposal.applyTo(dispute), actor.name());
    Dispute after = moves.accept(dispute, move, moves.setting(dispute));
    claims.checkCredits(after);
    return moves.save(dispute, after, move, "", actor);
  }

  private Dispute approve(Dispute dispute, Actor actor) {
    return moves.make(dispute, new Move.Approve(), "", actor);
  }

  private Dispute end(Dispute dispute, Actor actor) {
    Move move = new Move.Resolve();
    Dispute after = moves.accept(dispute, move, moves.setting(dispute));
    claims.checkCredits(after);
    for (DisputedLine line : after.lines()) {
      issue(after, line, actor);
    }
    return moves.save(dispute, after, move, "", actor);
  }

  private void issue(Dispute dispute, DisputedLine line, Actor actor) {
    Money approved = line.approved();
    if (approved == null || approved.minorUnits() == 0) {
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
            approved,
            line.invoiced(),
            last.map(Credit::creditedAfter).orElse(Money.zero(dispute.currency())),
            dispute.updateTime());
    credits.insert(credit);
    moves.record(
        dispute,
        "credit.issued",
        credit.name().toString(),
        "",
        Map.of(
            "dispute", dispute.name().toString(),
            "line", line.line().toString(),
            "amount", credit.amount().toString(),
            "creditedTotal", credit.creditedAfter().toString()),
        actor);
  }
}
