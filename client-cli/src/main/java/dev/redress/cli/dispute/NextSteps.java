package dev.redress.cli.dispute;

import dev.redress.cli.connection.ResourceName;
import dev.redress.v1.Dispute;
import java.util.ArrayList;
import java.util.List;

/** What can be done next with a dispute, as commands without {@code redress} in front. */
final class NextSteps {
  private NextSteps() {}

  /** The commands, the most urgent first: as long as nobody was reached, that is the call. */
  static List<String> of(Dispute dispute) {
    String id = ResourceName.lastId(dispute.getName());
    List<String> steps = new ArrayList<>();
    if (dispute.hasCallback() && !dispute.getCustomerReached()) {
      steps.add(
          "callback log " + ResourceName.lastId(dispute.getCallback()) + " --outcome REACHED");
    }
    switch (dispute.getState()) {
      case OPEN, AWAITING_PROVIDER, AWAITING_CUSTOMER, REOPENED -> {
        if (dispute.getCustomerReached()) {
          steps.add("dispute resolve " + id + " --all-lines CREDITED");
        }
        steps.add("dispute review " + id);
      }
      case IN_REVIEW -> steps.add("dispute propose " + id + " --all-lines CREDITED");
      case PROPOSED -> steps.add("dispute approve " + id);
      case APPROVED -> {
        if (dispute.getCustomerReached()) {
          steps.add("dispute resolve " + id);
        }
      }
      case RESOLVED, CLOSED -> steps.add("credit list --dispute " + id);
      case WITHDRAWN, STATE_UNSPECIFIED, UNRECOGNIZED -> {}
    }
    return steps;
  }
}
