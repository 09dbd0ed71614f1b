package dev.redress.cli.report;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.LeakageReport.Dimension;

/** By what leakage is told apart, as an option. */
final class DimensionChoice extends EnumChoice<Dimension> {
  DimensionChoice() {
    super(Dimension.values());
  }
}
