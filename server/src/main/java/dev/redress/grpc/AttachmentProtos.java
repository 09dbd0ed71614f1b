package dev.redress.grpc;

import dev.redress.attachment.AttachmentService.Label;
import dev.redress.attachment.DisputeEvidence;
import dev.redress.attachment.DisputeEvidence.Retraction;
import dev.redress.attachment.DisputeNote;
import dev.redress.attachment.EvidenceSource;
import dev.redress.attachment.EvidenceType;
import dev.redress.v1.EvidenceRetraction;

/** Conversion of notes and evidence. */
final class AttachmentProtos {
  private AttachmentProtos() {}

  /** For the wire. */
  static dev.redress.v1.DisputeNote toProto(DisputeNote note) {
    return dev.redress.v1.DisputeNote.newBuilder()
        .setName(note.name().toString())
        .setKind(Constants.toProto(note.kind(), dev.redress.v1.DisputeNote.Kind.class))
        .setText(note.text())
        .setAuthor(note.author().name())
        .setCreateTime(TimeProtos.toProto(note.createTime()))
        .build();
  }

  /** For the wire, without the bytes of a file. */
  static dev.redress.v1.DisputeEvidence toProto(DisputeEvidence evidence) {
    Retraction retraction = evidence.retraction();
    dev.redress.v1.DisputeEvidence.Builder proto =
        dev.redress.v1.DisputeEvidence.newBuilder()
            .setName(evidence.name().toString())
            .setType(Constants.toProto(evidence.type(), dev.redress.v1.DisputeEvidence.Type.class))
            .setTitle(evidence.title())
            .setState(
                retraction == null
                    ? dev.redress.v1.DisputeEvidence.State.ATTACHED
                    : dev.redress.v1.DisputeEvidence.State.RETRACTED)
            .setAuthor(evidence.author().name())
            .setCreateTime(TimeProtos.toProto(evidence.createTime()));
    switch (evidence.source()) {
      case EvidenceSource.File file ->
          proto
              .setMediaType(file.mediaType())
              .setSizeBytes(file.sizeBytes())
              .setSha256(file.sha256());
      case EvidenceSource.Reference reference -> proto.setReference(reference.place());
    }
    if (retraction != null) {
      proto.setRetraction(
          EvidenceRetraction.newBuilder()
              .setActor(retraction.actor().name())
              .setCreateTime(TimeProtos.toProto(retraction.time()))
              .setReason(retraction.reason()));
    }
    return proto.build();
  }

  /** What evidence is called, or {@code FIELD_INVALID}. */
  static Label label(Field field, dev.redress.v1.DisputeEvidence evidence) {
    return new Label(
        Constants.fromProto(field.child("type"), evidence.getType(), EvidenceType.class),
        field.child("title").requiredText(evidence.getTitle(), DisputeEvidence.TITLE_MAX));
  }

  /**
   * Whether evidence is a file and not a reference.
   *
   * @throws dev.redress.error.RedressException {@code FIELD_INVALID} when it is both or neither, or
   *     a reference with a media type
   */
  static boolean isFile(Field field, dev.redress.v1.DisputeEvidence evidence) {
    boolean file = !evidence.getContent().isEmpty();
    if (file != evidence.getReference().isEmpty()) {
      throw field
          .child("content")
          .invalid("either it or reference must be set, and not both; an empty file shows nothing");
    }
    if (!file && !evidence.getMediaType().isEmpty()) {
      throw field.child("media_type").invalid("must not be set for a reference: nobody follows it");
    }
    return file;
  }
}
