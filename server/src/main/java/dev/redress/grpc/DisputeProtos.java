package dev.redress.grpc;

import dev.redress.callback.Callback;
import dev.redress.dispute.Claim;
import dev.redress.dispute.Credit;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputedLine;
import dev.redress.dispute.LineDecision;
import dev.redress.dispute.LineOutcome;
import dev.redress.dispute.Proposal;
import dev.redress.error.RedressException;
import dev.redress.identity.LineName;
import dev.redress.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conversion of disputes, their lines and their credits. */
final class DisputeProtos {
  /** Most lines in one message, either way. */
  private static final int LINES_SHOWN_MAX = 1_000;

  private DisputeProtos() {}

  /**
   * For the wire.
   *
   * @param live the live callback, while there is one
   */
  static dev.redress.v1.Dispute toProto(Dispute dispute, Optional<Callback> live) {
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
            .setCreditedAmount(MoneyProtos.toProto(credited(dispute)))
            .setCustomerReached(dispute.reachedBy() != null)
            .setCreateTime(TimeProtos.toProto(dispute.createTime()))
            .setUpdateTime(TimeProtos.toProto(dispute.updateTime()))
            .setEtag(Etags.of(dispute.version()));
    live.ifPresent(
        callback ->
            proto
                .setCallback(callback.name().toString())
                .setCallbackDueTime(TimeProtos.toProto(callback.dueTime())));
    return proto.build();
  }

  /** For the wire. */
  static dev.redress.v1.Credit toProto(Credit credit) {
    return dev.redress.v1.Credit.newBuilder()
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
            .setInvoicedAmount(MoneyProtos.toProto(line.invoiced()))
            .setDisputedAmount(MoneyProtos.toProto(line.disputed()))
            .setComment(line.comment());
    LineOutcome outcome = line.outcome();
    if (outcome != null) {
      proto.setOutcome(Constants.toProto(outcome, dev.redress.v1.DisputedLine.Outcome.class));
    }
    Money approved = line.approved();
    if (approved != null) {
      proto.setApprovedAmount(MoneyProtos.toProto(approved));
    }
    return proto.build();
  }

  /** What the dispute gave back: credits are issued when it is resolved, never before. */
  private static Money credited(Dispute dispute) {
    return switch (dispute.state()) {
      case RESOLVED, CLOSED -> dispute.approvedAmount();
      case OPEN,
          IN_REVIEW,
          AWAITING_PROVIDER,
          AWAITING_CUSTOMER,
          PROPOSED,
          APPROVED,
          WITHDRAWN,
          REOPENED ->
          Money.zero(dispute.currency());
    };
  }

  private static Claim claim(Field field, dev.redress.v1.DisputedLine line) {
    return new Claim(
        field.child("line").name(LineName::parse, line.getLine()),
        Constants.fromProto(field.child("reason"), line.getReason(), DisputeReason.class),
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
