package dev.redress.cli.callback;

import dev.redress.cli.option.EnumChoice;

/** Until when calls may be due, as values of an option. */
final class DueChoice extends EnumChoice<CallbackListCommand.Due> {
  DueChoice() {
    super(CallbackListCommand.Due.values());
  }
}
