package dev.redress.cli.session;

import dev.redress.cli.option.EnumChoice;
import dev.redress.cli.output.Format;

/** The forms of an answer as values of an option. */
final class FormatChoice extends EnumChoice<Format> {
  FormatChoice() {
    super(Format.values());
  }
}
