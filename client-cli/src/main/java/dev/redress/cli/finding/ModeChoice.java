package dev.redress.cli.finding;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.Finding;

/** What can follow from a finding, as values of an option. */
final class ModeChoice extends EnumChoice<Finding.Mode> {
  ModeChoice() {
    super(Finding.Mode.values());
  }
}
