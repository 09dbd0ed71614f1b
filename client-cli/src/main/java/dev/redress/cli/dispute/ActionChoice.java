package dev.redress.cli.dispute;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.DisputedLine;

/** What a customer asks for, as values of an option. */
final class ActionChoice extends EnumChoice<DisputedLine.Action> {
  ActionChoice() {
    super(DisputedLine.Action.values());
  }
}
