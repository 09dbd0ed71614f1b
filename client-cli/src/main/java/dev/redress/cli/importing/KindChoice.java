package dev.redress.cli.importing;

import dev.redress.cli.option.EnumChoice;

/** The kinds of files as values of a parameter. */
final class KindChoice extends EnumChoice<ImportKind> {
  KindChoice() {
    super(ImportKind.values());
  }
}
