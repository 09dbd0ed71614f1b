package dev.redress.cli.escalation;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.Escalation;

/** What can be late, as values of an option. */
final class KindChoice extends EnumChoice<Escalation.SubjectKind> {
  KindChoice() {
    super(Escalation.SubjectKind.values());
  }
}
