package dev.redress.cli.attachment;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.DisputeNote;

/** What a note is about, as values of an option. */
final class NoteKindChoice extends EnumChoice<DisputeNote.Kind> {
  NoteKindChoice() {
    super(DisputeNote.Kind.values());
  }
}
