package dev.redress.cli.callback;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.Callback;

/** How a call can go, as values of an option. */
final class OutcomeChoice extends EnumChoice<Callback.Outcome> {
  OutcomeChoice() {
    super(Callback.Outcome.values());
  }
}
