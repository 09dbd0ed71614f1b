package dev.redress.cli.servicelevel;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.Dispute;

/** The priorities of a dispute as values of an option. */
final class PriorityChoice extends EnumChoice<Dispute.Priority> {
  PriorityChoice() {
    super(Dispute.Priority.values());
  }
}
