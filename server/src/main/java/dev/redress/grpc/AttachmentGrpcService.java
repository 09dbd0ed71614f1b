package dev.redress.grpc;

import com.google.protobuf.ByteString;
import dev.redress.attachment.AttachmentService;
import dev.redress.attachment.AttachmentService.Label;
import dev.redress.attachment.EvidenceSource.File;
import dev.redress.attachment.EvidenceSource.Reference;
import dev.redress.attachment.NoteKind;
import dev.redress.idempotency.Retries;
import dev.redress.identity.Actor;
import dev.redress.identity.DisputeEvidenceName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.DisputeNoteName;
import dev.redress.v1.AddDisputeEvidenceRequest;
import dev.redress.v1.AddDisputeNoteRequest;
import dev.redress.v1.AttachmentServiceGrpc;
import dev.redress.v1.DisputeEvidence;
import dev.redress.v1.DisputeNote;
import dev.redress.v1.GetDisputeEvidenceRequest;
import dev.redress.v1.GetDisputeNoteRequest;
import dev.redress.v1.ListDisputeEvidenceRequest;
import dev.redress.v1.ListDisputeEvidenceResponse;
import dev.redress.v1.ListDisputeNotesRequest;
import dev.redress.v1.ListDisputeNotesResponse;
import dev.redress.v1.RetractDisputeEvidenceRequest;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;

/** {@code redress.v1.AttachmentService}. */
public final class AttachmentGrpcService extends AttachmentServiceGrpc.AttachmentServiceImplBase {
  private final AttachmentService attachments;
  private final Mutations mutations;

  /** Over the use cases. */
  public AttachmentGrpcService(AttachmentService attachments, Retries retries) {
    this.attachments = attachments;
    this.mutations = new Mutations(retries);
  }

  /** Refuses by {@code FIELD_INVALID}, {@code DISPUTE_NOT_FOUND} or {@code DISPUTE_FULL}. */
  @Override
  public void addDisputeNote(AddDisputeNoteRequest request, StreamObserver<DisputeNote> observer) {
    DisputeName dispute = dispute(request.getParent());
    Field field = new Field("note");
    NoteKind kind =
        Constants.fromProto(field.child("kind"), request.getNote().getKind(), NoteKind.class);
    String text =
        field
            .child("text")
            .requiredText(request.getNote().getText(), dev.redress.attachment.DisputeNote.TEXT_MAX);
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            dispute.provider(),
            AttachmentServiceGrpc.getAddDisputeNoteMethod(),
            request,
            () -> AttachmentProtos.toProto(attachments.addNote(dispute, kind, text, actor))));
  }

  /** Refuses by {@code NAME_INVALID} or {@code NOTE_NOT_FOUND}. */
  @Override
  public void getDisputeNote(GetDisputeNoteRequest request, StreamObserver<DisputeNote> observer) {
    DisputeNoteName name = new Field("name").name(DisputeNoteName::parse, request.getName());
    Answers.send(observer, AttachmentProtos.toProto(attachments.note(name)));
  }

  /** The newest first. Refuses by {@code PAGE_TOKEN_INVALID} or {@code DISPUTE_NOT_FOUND}. */
  @Override
  public void listDisputeNotes(
      ListDisputeNotesRequest request, StreamObserver<ListDisputeNotesResponse> observer) {
    DisputeName dispute = dispute(request.getParent());
    Page page =
        Page.of(
            "ListDisputeNotes",
            dispute.toString(),
            "",
            request.getPageSize(),
            request.getPageToken());
    int before = number(page, Integer.MAX_VALUE);
    int total = attachments.total(dispute).notes();
    Page.Part<DisputeNote> part =
        page.partById(
            attachments.lastNotes(dispute, before, page.countMax()),
            AttachmentProtos::toProto,
            row -> Integer.toString(row.name().number()));
    Answers.send(
        observer,
        ListDisputeNotesResponse.newBuilder()
            .addAllNotes(part.messages())
            .setNextPageToken(part.nextPageToken())
            .setTotalSize(total)
            .build());
  }

  /**
   * Refuses by {@code FIELD_INVALID}, {@code DISPUTE_NOT_FOUND}, {@code DISPUTE_FULL} or {@code
   * TOO_LARGE}.
   */
  @Override
  public void addDisputeEvidence(
      AddDisputeEvidenceRequest request, StreamObserver<DisputeEvidence> observer) {
    DisputeName dispute = dispute(request.getParent());
    Actor actor = CallContext.actor();
    Supplier<dev.redress.attachment.DisputeEvidence> work =
        adding(dispute, request.getEvidence(), actor);
    Answers.send(
        observer,
        mutations.run(
            dispute.provider(),
            AttachmentServiceGrpc.getAddDisputeEvidenceMethod(),
            request,
            () -> AttachmentProtos.toProto(work.get())));
  }

  /** With the bytes of a file. Refuses by {@code NAME_INVALID} or {@code EVIDENCE_NOT_FOUND}. */
  @Override
  public void getDisputeEvidence(
      GetDisputeEvidenceRequest request, StreamObserver<DisputeEvidence> observer) {
    DisputeEvidenceName name = evidence(request.getName());
    Answers.send(
        observer,
        AttachmentProtos.toProto(attachments.evidence(name)).toBuilder()
            .setContent(ByteString.copyFrom(attachments.content(name)))
            .build());
  }

  /** The oldest first. Refuses by {@code PAGE_TOKEN_INVALID} or {@code DISPUTE_NOT_FOUND}. */
  @Override
  public void listDisputeEvidence(
      ListDisputeEvidenceRequest request, StreamObserver<ListDisputeEvidenceResponse> observer) {
    DisputeName dispute = dispute(request.getParent());
    Page page =
        Page.of(
            "ListDisputeEvidence",
            dispute.toString(),
            "",
            request.getPageSize(),
            request.getPageToken());
    int after = number(page, 0);
    int total = attachments.total(dispute).evidence();
    Page.Part<DisputeEvidence> part =
        page.partById(
            attachments.listEvidence(dispute, after, page.countMax()),
            AttachmentProtos::toProto,
            row -> Integer.toString(row.name().number()));
    Answers.send(
        observer,
        ListDisputeEvidenceResponse.newBuilder()
            .addAllEvidence(part.messages())
            .setNextPageToken(part.nextPageToken())
            .setTotalSize(total)
            .build());
  }

  /** Refuses by {@code FIELD_INVALID}, {@code EVIDENCE_NOT_FOUND} or {@code EVIDENCE_RETRACTED}. */
  @Override
  public void retractDisputeEvidence(
      RetractDisputeEvidenceRequest request, StreamObserver<DisputeEvidence> observer) {
    DisputeEvidenceName name = evidence(request.getName());
    String reason = new Field("reason").requiredText(request.getReason(), Field.COMMENT_MAX);
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.dispute().provider(),
            AttachmentServiceGrpc.getRetractDisputeEvidenceMethod(),
            request,
            () -> AttachmentProtos.toProto(attachments.retract(name, reason, actor))));
  }

  private Supplier<dev.redress.attachment.DisputeEvidence> adding(
      DisputeName dispute, DisputeEvidence evidence, Actor actor) {
    Field field = new Field("evidence");
    Label label = AttachmentProtos.label(field, evidence);
    if (AttachmentProtos.isFile(field, evidence)) {
      byte[] content = evidence.getContent().toByteArray();
      String mediaType =
          field.child("media_type").checked(() -> File.checkMediaType(evidence.getMediaType()));
      return () -> attachments.addFile(dispute, label, mediaType, content, actor);
    }
    Field place = field.child("reference");
    String text = place.text(evidence.getReference(), Reference.URL_MAX);
    Reference reference = place.checked(() -> new Reference(text));
    return () -> attachments.addReference(dispute, label, reference, actor);
  }

  private static int number(Page page, int first) {
    return page.position().isEmpty() ? first : (int) Page.number(page.afterId());
  }

  private static DisputeName dispute(String name) {
    return new Field("parent").name(DisputeName::parse, name);
  }

  private static DisputeEvidenceName evidence(String name) {
    return new Field("name").name(DisputeEvidenceName::parse, name);
  }
}
