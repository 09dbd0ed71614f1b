package dev.redress.cli.attachment;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.DisputeEvidence;

/** What a document is, as values of an option. */
final class EvidenceTypeChoice extends EnumChoice<DisputeEvidence.Type> {
  EvidenceTypeChoice() {
    super(DisputeEvidence.Type.values());
  }
}
