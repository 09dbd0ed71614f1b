package dev.redress.grpc;

import dev.redress.callback.Callback;
import dev.redress.dispute.Claim;
import dev.redress.dispute.ContactChannel;
import dev.redress.dispute.Credit;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.Dispute.Origin;
import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputedLine;
import dev.redress.dispute.LineDecision;
import dev.redress.dispute.LineOutcome;
import dev.redress.dispute.Proposal;
import dev.redress.dispute.RaisedBy;
import dev.redress.dispute.RequestedAction;
import dev.redress.dispute.RootCause;
import dev.redress.dispute.Waiting;
import dev.redress.dispute.Withdrawal;
import dev.redress.error.RedressException;
import dev.redress.identity.CreditName;
import dev.redress.identity.HandoffName;
import dev.redress.identity.LineName;
import dev.redress.money.Money;
import dev.redress.resolution.DisputeService.SaidBack;
import dev.redress.resolution.DisputeView;
import dev.redress.resolution.Ownership;
import dev.redress.servicelevel.DisputePriority;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversion of disputes, their lines and their credits. */
final class DisputeProtos {
  /** Most lines in one message, either way. */
  private static final int LINES_SHOWN_MAX = 1_000;

  private DisputeProtos() {}

  /** For the wire. */
  static dev.redress.v1.Dispute toProto(DisputeView view) {
    Dispute dispute = view.dispute();
    dev.redress.v1.Dispute.Builder proto =
        dev.redress.v1.Dispute.newBuilder()
            .setName(dispute.name().toString())
            .setState(Constants.toProto(dispute.state(), dev.redress.v1.Dispute.State.class))
            .setCustomer(dispute.customer().toString())
            .setInvoice(dispute.invoice().toString())
            .setOwner(dispute.owner())
            .addAllLines(
                dispute.lines().stream()
                    .limit(LINES_SHOWN_MAX)
                    .map(DisputeProtos::toProto)
                    .toList())
            .setLineCount(dispute.lines().size())
            .setDisputedAmount(MoneyProtos.toProto(dispute.disputedAmount()))
            .setApprovedAmount(MoneyProtos.toProto(dispute.approvedAmount()))
            .setCreditedAmount(MoneyProtos.toProto(dispute.creditedAmount()))
            .setHoldAmount(MoneyProtos.toProto(view.onHold()))
            .setCustomerReached(dispute.hearing().reachedBy() != null)
            .setSignedOff(dispute.hearing().signedOff() != null)
            .setPriority(
                Constants.toProto(dispute.priority(), dev.redress.v1.Dispute.Priority.class))
            .setRaisedBy(
                Constants.toProto(dispute.raisedBy(), dev.redress.v1.Dispute.RaisedBy.class))
            .setReopenCount(dispute.round().reopenCount())
            .setElapsedBusinessTime(TimeProtos.toProto(view.elapsed()))
            .setOpenTime(TimeProtos.toProto(dispute.round().openTime()))
            .setCreateTime(TimeProtos.toProto(dispute.createTime()))
            .setUpdateTime(TimeProtos.toProto(dispute.updateTime()))
            .setEtag(Etags.of(dispute.version()));
    Callback live = view.live();
    if (live != null) {
      proto
          .setCallback(live.name().toString())
          .setCallbackDueTime(TimeProtos.toProto(live.dueTime()));
    }
    addState(proto, view);
    addOwnership(proto, view.ownership());
    return proto.build();
  }

  /** What only some states have. */
  private static void addState(dev.redress.v1.Dispute.Builder proto, DisputeView view) {
    Dispute dispute = view.dispute();
    Waiting waiting = dispute.waiting();
    if (waiting != null) {
      proto.setWaiting(
          dev.redress.v1.Waiting.newBuilder()
              .setAwaited(waiting.awaited())
              .setSinceTime(TimeProtos.toProto(waiting.since()))
              .setRespondByTime(TimeProtos.toProto(waiting.respondBy())));
    }
    Withdrawal withdrawal = dispute.hearing().withdrawal();
    if (withdrawal != null) {
      proto.setWithdrawal(
          dev.redress.v1.Withdrawal.newBuilder()
              .setWithdrawnBy(withdrawal.by())
              .setChannel(
                  Constants.toProto(withdrawal.channel(), dev.redress.v1.Withdrawal.Channel.class))
              .setWithdrawTime(TimeProtos.toProto(withdrawal.time()))
              .setNote(withdrawal.note()));
    }
    String proposer = dispute.proposer();
    if (proposer != null) {
      proto.setProposer(proposer);
    }
    Instant resolutionDue = view.resolutionDue();
    if (resolutionDue != null) {
      proto.setResolutionDueTime(TimeProtos.toProto(resolutionDue));
    }
    Instant closeTime = dispute.round().closeTime();
    if (closeTime != null) {
      proto.setCloseTime(TimeProtos.toProto(closeTime));
    }
    Instant holdEnd = view.holdEnd();
    if (holdEnd != null) {
      proto.setHoldEndTime(TimeProtos.toProto(holdEnd));
    }
  }

  private static void addOwnership(dev.redress.v1.Dispute.Builder proto, Ownership ownership) {
    proto.setHandOffCount(ownership.handOffCount());
    HandoffName pending = ownership.pending();
    if (pending != null) {
      proto.setPendingHandoff(pending.toString());
    }
    Duration timeToAuthority = ownership.timeToAuthority();
    if (timeToAuthority != null) {
      proto.setTimeToAuthority(TimeProtos.toProto(timeToAuthority));
    }
  }

  /**
   * What a customer says who takes a dispute back, from the wire.
   *
   * @throws RedressException {@code FIELD_INVALID}
   */
  static SaidBack saidBack(Field field, dev.redress.v1.Withdrawal withdrawal) {
    return new SaidBack(
        field.child("withdrawn_by").requiredText(withdrawal.getWithdrawnBy(), Field.SHORT_MAX),
        Constants.fromProto(field.child("channel"), withdrawal.getChannel(), ContactChannel.class),
        withdrawal.hasWithdrawTime()
            ? TimeProtos.fromProto(field.child("withdraw_time"), withdrawal.getWithdrawTime())
            : null,
        field.child("note").text(withdrawal.getNote(), Field.COMMENT_MAX));
  }

  /**
   * Where a new dispute comes from, from the wire.
   *
   * @throws RedressException {@code FIELD_INVALID}
   */
  static Origin origin(Field field, dev.redress.v1.Dispute dispute) {
    RaisedBy raisedBy =
        Constants.isSaid(dispute.getRaisedBy())
            ? Constants.fromProto(field.child("raised_by"), dispute.getRaisedBy(), RaisedBy.class)
            : RaisedBy.PROVIDER;
    if (raisedBy == RaisedBy.RECONCILIATION) {
      throw field.child("raised_by").invalid("is for runs alone; say PROVIDER or CUSTOMER");
    }
    return new Origin(
        raisedBy,
        Constants.isSaid(dispute.getPriority())
            ? Constants.fromProto(
                field.child("priority"), dispute.getPriority(), DisputePriority.class)
            : DisputePriority.NORMAL);
  }

  /** For the wire. */
  static dev.redress.v1.Credit toProto(Credit credit) {
    CreditName reversed = credit.reversed();
    return dev.redress.v1.Credit.newBuilder()
        .setReason(Constants.toProto(credit.reason(), dev.redress.v1.DisputedLine.Reason.class))
        .setReversedCredit(reversed == null ? "" : reversed.toString())
        .setNote(credit.remark())
        .setName(credit.name().toString())
        .setDispute(credit.dispute().toString())
        .setLine(credit.line().toString())
        .setAmount(MoneyProtos.toProto(credit.amount()))
        .setCreditedTotal(MoneyProtos.toProto(credit.creditedAfter()))
        .setCreateTime(TimeProtos.toProto(credit.createTime()))
        .build();
  }

  /**
   * What is said against lines, from the wire.
   *
   * @throws RedressException {@code FIELD_INVALID}, {@code NAME_INVALID}
   */
  static List<Claim> claims(Field field, List<dev.redress.v1.DisputedLine> lines) {
    field.list(lines, 1, LINES_SHOWN_MAX);
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      claims.add(claim(field.at(i), lines.get(i)));
    }
    return claims;
  }

  /**
   * What is to happen with lines, from the wire.
   *
   * @param others the outcome of all lines that are not named
   * @throws RedressException {@code FIELD_INVALID}, {@code NAME_INVALID}
   */
  static Proposal proposal(
      List<dev.redress.v1.LineOutcome> outcomes, dev.redress.v1.DisputedLine.Outcome others) {
    Field field = new Field("line_outcomes");
    field.list(outcomes, 0, LINES_SHOWN_MAX);
    List<LineDecision> decisions = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      decisions.add(decision(field.at(i), outcomes.get(i)));
    }
    return new Proposal(decisions, outcomeOfOthers(others));
  }

  private static dev.redress.v1.DisputedLine toProto(DisputedLine line) {
    dev.redress.v1.DisputedLine.Builder proto =
        dev.redress.v1.DisputedLine.newBuilder()
            .setLine(line.line().toString())
            .setReason(Constants.toProto(line.reason(), dev.redress.v1.DisputedLine.Reason.class))
            .setRequestedAction(
                Constants.toProto(line.action(), dev.redress.v1.DisputedLine.Action.class))
            .setInvoicedHours(HoursProtos.toProto(line.hours()))
            .setDisputedHours(HoursProtos.toProto(line.disputedHours()))
            .setApprovedHours(HoursProtos.toProto(line.approvedHours()))
            .setCreditedAmount(MoneyProtos.toProto(line.credited()))
            .setInvoicedAmount(MoneyProtos.toProto(line.invoiced()))
            .setDisputedAmount(MoneyProtos.toProto(line.disputed()))
            .setComment(line.comment());
    LineOutcome outcome = line.outcome();
    if (outcome != null) {
      proto.setOutcome(Constants.toProto(outcome, dev.redress.v1.DisputedLine.Outcome.class));
    }
    RootCause cause = line.rootCause();
    if (cause != null) {
      proto.setRootCause(Constants.toProto(cause, dev.redress.v1.RootCause.Code.class));
    }
    Money approved = line.approved();
    if (approved != null) {
      proto.setApprovedAmount(MoneyProtos.toProto(approved));
    }
    return proto.build();
  }

  private static Claim claim(Field field, dev.redress.v1.DisputedLine line) {
    return new Claim(
        field.child("line").name(LineName::parse, line.getLine()),
        Constants.fromProto(field.child("reason"), line.getReason(), DisputeReason.class),
        Constants.isSaid(line.getRequestedAction())
            ? Constants.fromProto(
                field.child("requested_action"), line.getRequestedAction(), RequestedAction.class)
            : null,
        line.hasDisputedAmount()
            ? MoneyProtos.notNegative(field.child("disputed_amount"), line.getDisputedAmount())
            : null,
        field.child("comment").text(line.getComment(), Field.COMMENT_MAX));
  }

  private static LineDecision decision(Field field, dev.redress.v1.LineOutcome outcome) {
    return new LineDecision(
        field.child("line").name(LineName::parse, outcome.getLine()),
        Constants.isSaid(outcome.getReason())
            ? Constants.fromProto(field.child("reason"), outcome.getReason(), DisputeReason.class)
            : null,
        Constants.fromProto(field.child("outcome"), outcome.getOutcome(), LineOutcome.class),
        outcome.hasApprovedAmount()
            ? MoneyProtos.notNegative(field.child("approved_amount"), outcome.getApprovedAmount())
            : null,
        Constants.isSaid(outcome.getRootCause())
            ? Constants.fromProto(
                field.child("root_cause"), outcome.getRootCause(), RootCause.class)
            : null,
        field.child("comment").text(outcome.getComment(), Field.COMMENT_MAX));
  }

  private static @Nullable LineOutcome outcomeOfOthers(dev.redress.v1.DisputedLine.Outcome others) {
    if (!Constants.isSaid(others)) {
      return null;
    }
    Field field = new Field("other_lines_outcome");
    LineOutcome outcome = Constants.fromProto(field, others, LineOutcome.class);
    if (outcome == LineOutcome.PARTIALLY_CREDITED) {
      throw field.invalid("PARTIALLY_CREDITED needs an amount for each line; name the lines");
    }
    return outcome;
  }
}
