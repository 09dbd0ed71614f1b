package dev.redress.cli.agreement;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.RateRule;

/** The times of work as a part of a rate. */
final class TimeChoice extends EnumChoice<RateRule.TimeOfWork> {
  TimeChoice() {
    super(RateRule.TimeOfWork.values());
  }
}
