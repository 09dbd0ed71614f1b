package dev.redress.cli.dispute;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.DisputedLine;

/** The reasons for a dispute as values of an option. */
final class ReasonChoice extends EnumChoice<DisputedLine.Reason> {
  ReasonChoice() {
    super(DisputedLine.Reason.values());
  }
}
