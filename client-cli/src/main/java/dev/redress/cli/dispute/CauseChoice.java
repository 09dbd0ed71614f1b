package dev.redress.cli.dispute;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.RootCause;

/** What went wrong at the provider, as values of an option. */
final class CauseChoice extends EnumChoice<RootCause.Code> {
  CauseChoice() {
    super(RootCause.Code.values());
  }
}
