package dev.redress.cli.dispute;

import com.google.protobuf.Duration;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.output.Amounts;
import dev.redress.cli.output.Moments;
import dev.redress.v1.Dispute;
import dev.redress.v1.Waiting;
import dev.redress.v1.Withdrawal;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a dispute stands, in sentences: what is due, waited for and held back. */
final class Standing {
  private static final long MINUTE_SECONDS = 60;
  private static final long HOUR_MINUTES = 60;

  private final Dispute dispute;
  private final ZoneId zone;

  private Standing(Dispute dispute, ZoneId zone) {
    this.dispute = dispute;
    this.zone = zone;
  }

  /** The sentences, without those about what there is not. */
  static List<String> of(Dispute dispute, ZoneId zone) {
    Standing standing = new Standing(dispute, zone);
    return Stream.of(
            Optional.of(standing.origin()),
            standing.waiting(),
            Optional.of(standing.time()),
            standing.hold(),
            Optional.of(standing.ownership()),
            standing.withdrawal(),
            standing.closing())
        .flatMap(Optional::stream)
        .toList();
  }

  private String origin() {
    return "priority "
        + dispute.getPriority()
        + ", raised by "
        + dispute.getRaisedBy()
        + ", reopened "
        + Disputes.times(dispute.getReopenCount());
  }

  private Optional<String> waiting() {
    if (!dispute.hasWaiting()) {
      return Optional.empty();
    }
    Waiting waiting = dispute.getWaiting();
    return Optional.of(
        "waits since "
            + Moments.local(waiting.getSinceTime(), zone)
            + " until "
            + Moments.local(waiting.getRespondByTime(), zone)
            + " for: "
            + waiting.getAwaited());
  }

  private String time() {
    String used = duration(dispute.getElapsedBusinessTime()) + " of business time so far";
    return switch (dispute.getState()) {
      case RESOLVED, WITHDRAWN, CLOSED ->
          "took " + duration(dispute.getElapsedBusinessTime()) + " of business time";
      case AWAITING_CUSTOMER -> used + ", which stands still while the customer is waited for";
      case OPEN,
          IN_REVIEW,
          AWAITING_PROVIDER,
          PROPOSED,
          APPROVED,
          REOPENED,
          STATE_UNSPECIFIED,
          UNRECOGNIZED ->
          used + ", to be resolved by " + Moments.local(dispute.getResolutionDueTime(), zone);
    };
  }

  private Optional<String> hold() {
    return dispute.hasHoldEndTime()
        ? Optional.of(
            "on hold: "
                + Amounts.text(dispute.getHoldAmount())
                + " need not be paid until "
                + Moments.local(dispute.getHoldEndTime(), zone))
        : Optional.empty();
  }

  private String ownership() {
    return "handed off "
        + Disputes.times(dispute.getHandOffCount())
        + "; "
        + authority()
        + (dispute.getPendingHandoff().isEmpty()
            ? ""
            : "; handoff "
                + ResourceName.lastId(dispute.getPendingHandoff())
                + " waits for an answer");
  }

  private String authority() {
    if (!dispute.hasTimeToAuthority()) {
      return "nobody who may decide has owned it yet";
    }
    return dispute.getTimeToAuthority().getSeconds() == 0
        ? "who may decide owned it from the beginning"
        : "who may decide owned it after "
            + duration(dispute.getTimeToAuthority())
            + " of business time";
  }

  private Optional<String> withdrawal() {
    if (!dispute.hasWithdrawal()) {
      return Optional.empty();
    }
    Withdrawal word = dispute.getWithdrawal();
    return Optional.of(
        "withdrawn by "
            + word.getWithdrawnBy()
            + " ("
            + word.getChannel()
            + ") "
            + Moments.local(word.getWithdrawTime(), zone)
            + (word.getNote().isEmpty() ? "" : ": " + word.getNote()));
  }

  private Optional<String> closing() {
    return dispute.hasCloseTime()
        ? Optional.of(
            "closes for good "
                + Moments.local(dispute.getCloseTime(), zone)
                + " unless it is reopened")
        : Optional.empty();
  }

  /** Hours and whole minutes: {@code 12 h 30 min}. */
  private static String duration(Duration duration) {
    long minutes = duration.getSeconds() / MINUTE_SECONDS;
    return minutes / HOUR_MINUTES + " h " + minutes % HOUR_MINUTES + " min";
  }
}
