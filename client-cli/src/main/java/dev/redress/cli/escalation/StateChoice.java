package dev.redress.cli.escalation;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.Escalation;

/** The states of an escalation as values of an option. */
final class StateChoice extends EnumChoice<Escalation.State> {
  StateChoice() {
    super(Escalation.State.values());
  }
}
