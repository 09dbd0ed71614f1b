package dev.redress.cli.dispute;

import dev.redress.cli.connection.ResourceName;
import dev.redress.v1.Dispute;
import java.util.ArrayList;
import java.util.List;

/** What can be done next with a dispute, as commands without {@code redress} in front. */
final class NextSteps {
  private NextSteps() {}

  /**
   * The commands, the most urgent first: as long as nobody was reached, and nobody signed off that
   * the customer cannot be, that is the call.
   */
  static List<String> of(Dispute dispute) {
    String id = ResourceName.lastId(dispute.getName());
    List<String> steps = new ArrayList<>();
    boolean heard = dispute.getCustomerReached() || dispute.getSignedOff();
    if (dispute.hasCallback() && !heard) {
      steps.add(
          "callback log " + ResourceName.lastId(dispute.getCallback()) + " --outcome REACHED");
    }
    switch (dispute.getState()) {
      case OPEN, AWAITING_PROVIDER, AWAITING_CUSTOMER, REOPENED -> {
        if (heard) {
          steps.add("dispute resolve " + id + " --all-lines CREDITED");
        }
        steps.add("dispute review " + id);
      }
      case IN_REVIEW -> steps.add("dispute propose " + id + " --all-lines CREDITED");
      case PROPOSED -> steps.add("dispute approve " + id);
      case APPROVED -> {
        if (heard) {
          steps.add("dispute resolve " + id);
        }
      }
      case RESOLVED -> {
        steps.add("credit list --dispute " + id);
        steps.addAll(afterTheEnd(id));
      }
      case WITHDRAWN -> steps.addAll(afterTheEnd(id));
      case CLOSED -> steps.add("dispute history " + id);
      case STATE_UNSPECIFIED, UNRECOGNIZED -> {}
    }
    return steps;
  }

  private static List<String> afterTheEnd(String id) {
    return List.of("dispute close " + id, "dispute reopen " + id + " --reason TEXT");
  }
}
