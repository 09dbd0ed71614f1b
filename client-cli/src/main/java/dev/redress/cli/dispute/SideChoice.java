package dev.redress.cli.dispute;

import dev.redress.cli.option.EnumChoice;

/** The sides of a dispute as values of an option. */
final class SideChoice extends EnumChoice<Side> {
  SideChoice() {
    super(Side.values());
  }
}
