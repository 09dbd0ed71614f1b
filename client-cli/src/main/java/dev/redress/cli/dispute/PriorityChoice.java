package dev.redress.cli.dispute;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.Dispute;

/** How pressing a dispute is, as values of an option. */
final class PriorityChoice extends EnumChoice<Dispute.Priority> {
  PriorityChoice() {
    super(Dispute.Priority.values());
  }
}
