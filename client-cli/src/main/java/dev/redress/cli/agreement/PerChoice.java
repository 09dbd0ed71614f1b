package dev.redress.cli.agreement;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.Rounding;

/** What is rounded, as values of an option. */
final class PerChoice extends EnumChoice<Rounding.Per> {
  PerChoice() {
    super(Rounding.Per.values());
  }
}
