package dev.redress.cli.dispute;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.Dispute;

/** The states of a dispute as values of an option. */
final class StateChoice extends EnumChoice<Dispute.State> {
  StateChoice() {
    super(Dispute.State.values());
  }
}
