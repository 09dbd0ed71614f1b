package dev.redress.cli.agreement;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.IncludedHours;

/** The periods of included hours as values of an option. */
final class PeriodChoice extends EnumChoice<IncludedHours.Period> {
  PeriodChoice() {
    super(IncludedHours.Period.values());
  }
}
