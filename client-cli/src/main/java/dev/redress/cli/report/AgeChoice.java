package dev.redress.cli.report;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.AgeingReport.Dimension;

/** By what disputes are told apart, as an option. */
final class AgeChoice extends EnumChoice<Dimension> {
  AgeChoice() {
    super(Dimension.values());
  }
}
