package dev.redress.cli.finding;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.Finding;

/** The kinds of findings as values of an option. */
final class CodeChoice extends EnumChoice<Finding.Code> {
  CodeChoice() {
    super(Finding.Code.values());
  }
}
