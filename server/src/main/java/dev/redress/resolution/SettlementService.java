package dev.redress.resolution;

import dev.redress.customer.FactsVersionStore;
import dev.redress.dispute.Credit;
import dev.redress.dispute.CreditStore;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeAction;
import dev.redress.dispute.DisputeLifecycle;
import dev.redress.dispute.DisputeState;
import dev.redress.dispute.DisputeStore;
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
import dev.redress.resolution.DisputeMoves.Setting;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The use cases by which disputes are settled and money is given back. */
public final class SettlementService {
  private final Transactions transactions;
  private final ClaimCheck claims;
  private final AuthorityCheck authority;
  private final DisputeMoves moves;
  private final DisputeStore disputes;
  private final CreditStore credits;
  private final FactsVersionStore factsVersions;
  private final IdSource ids;

  /** Over the stores that it needs. */
  public SettlementService(
      Transactions transactions,
      ClaimCheck claims,
      AuthorityCheck authority,
      DisputeMoves moves,
      DisputeStore disputes,
      CreditStore credits,
      FactsVersionStore factsVersions,
      IdSource ids) {
    this.transactions = transactions;
    this.claims = claims;
    this.authority = authority;
    this.moves = moves;
    this.disputes = disputes;
    this.credits = credits;
    this.factsVersions = factsVersions;
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
   * Proposes an outcome for each line. What is small enough for goodwill is approved at once, by
   * Redress.
   *
   * @param expectedVersion absent: whatever it is
   * @throws RedressException as {@link DisputeService#beginReview} and {@link Proposal#applyTo},
   *     and {@code AMOUNT_EXCEEDS_LINE}
   */
  public Dispute propose(
      DisputeName name, @Nullable Long expectedVersion, Proposal proposal, Actor actor) {
    return transactions.run(() -> propose(moves.require(name, expectedVersion), proposal, actor));
  }

  /**
   * Approves what was proposed, by somebody who may concede so much.
   *
   * @throws RedressException as {@link DisputeService#beginReview}, and {@code AUTHORITY_EXCEEDED}
   */
  public Dispute approve(DisputeName name, @Nullable Long expectedVersion, Actor actor) {
    return transactions.run(() -> approve(moves.require(name, expectedVersion), actor));
  }

  /**
   * Ends a dispute, issues its credits and cancels its live callback.
   *
   * @param proposal empty: as approved; else all moves that are missing are made on the way
   * @throws RedressException as {@link #propose}, {@code AUTHORITY_EXCEEDED} and {@code
   *     CUSTOMER_NOT_REACHED}
   */
  public Dispute resolve(
      DisputeName name, @Nullable Long expectedVersion, Proposal proposal, Actor actor) {
    return transactions.run(
        () -> {
          Dispute dispute = moves.require(name, expectedVersion);
          return proposal.isEmpty() ? end(dispute, actor) : settle(dispute, proposal, actor);
        });
  }

  /**
   * Takes a credit back that was wrong, as a fact of its own. There must be an open dispute over
   * the invoice, whose call tells the customer.
   *
   * @param why 1 to 2,000 characters
   * @return the reversal
   * @throws RedressException {@code CREDIT_NOT_FOUND}, {@code CREDIT_REVERSED}, {@code
   *     INVOICE_HAS_NO_OPEN_DISPUTE}
   */
  public Credit reverse(CreditName name, String why, Actor actor) {
    return transactions.run(
        () -> {
          Credit credit = credit(name);
          // Whoever else moves money of the customer has ended from here on: what is read now
          // stays.
          factsVersions.advance(List.of(credit.line().customer()));
          if (credit.reversed() != null || credits.reversalOf(name).isPresent()) {
            throw new RedressException(
                ErrorReason.CREDIT_REVERSED,
                "credit " + name.credit() + " is a reversal, or was taken back already",
                Map.of("credit", name.toString()));
          }
          Dispute told =
              disputes
                  .findOpen(credit.line().invoice())
                  .orElseThrow(() -> Refusals.nobodyTold(credit));
          Dispute before =
              told.name().equals(credit.dispute()) ? told : moves.require(credit.dispute());
          Instant now = moves.setting(before).now();
          Credit reversal =
              credit.reversal(
                  new CreditName(name.provider(), ids.next()),
                  credits.last(credit.line()).orElseThrow(),
                  why,
                  now);
          credits.insert(reversal);
          Dispute after = before.withLines(withoutCredit(before, credit), now);
          disputes.update(after);
          moves.record(
              after,
              "credit.reversed",
              reversal.name().toString(),
              why,
              Map.of(
                  "dispute", after.name().toString(),
                  "reversed", name.toString(),
                  "line", credit.line().toString(),
                  "amount", reversal.amount().toString(),
                  "creditedTotal", reversal.creditedAfter().toString()),
              actor);
          return reversal;
        });
  }

  private static List<DisputedLine> withoutCredit(Dispute dispute, Credit credit) {
    return dispute.lines().stream()
        .map(
            line ->
                line.line().equals(credit.line()) && line.reason() == credit.reason()
                    ? line.reversed(credit.amount())
                    : line)
        .toList();
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
    Dispute proposed = propose(dispute, proposal, actor);
    boolean approved = proposed.state() == DisputeState.APPROVED;
    return end(approved ? proposed : approve(proposed, actor), actor);
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
    Dispute proposed = moves.save(dispute, after, move, "", actor);
    return authority.isGoodwill(proposed)
        ? moves.make(proposed, new Move.Approve(), "goodwill", Actor.REDRESS)
        : proposed;
  }

  private Dispute approve(Dispute dispute, Actor actor) {
    Setting setting = moves.setting(dispute);
    Move move = new Move.Approve();
    Dispute after = moves.accept(dispute, move, setting);
    authority.check(dispute, setting, actor);
    return moves.save(dispute, after, move, "", actor);
  }

  private Dispute end(Dispute dispute, Actor actor) {
    Move move = new Move.Resolve();
    Dispute after = moves.accept(dispute, move, moves.setting(dispute));
    claims.checkCredits(after);
    if (after.approvedAmount().minorUnits() > 0) {
      // Hours that are given back back nothing any more. First of all, as runs do it, so that the
      // two seldom wait for each other.
      factsVersions.advance(List.of(after.customer()));
      // Somebody else may have ended it while this one waited.
      moves.requireUnchanged(dispute);
    }
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
            null,
            "",
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
