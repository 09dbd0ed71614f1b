package dev.redress.cli.attachment;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.redress.v1.AddDisputeEvidenceRequest;
import dev.redress.v1.AddDisputeNoteRequest;
import dev.redress.v1.AttachmentServiceGrpc;
import dev.redress.v1.DisputeEvidence;
import dev.redress.v1.DisputeNote;
import dev.redress.v1.EvidenceRetraction;
import dev.redress.v1.GetDisputeEvidenceRequest;
import dev.redress.v1.ListDisputeEvidenceRequest;
import dev.redress.v1.ListDisputeEvidenceResponse;
import dev.redress.v1.ListDisputeNotesRequest;
import dev.redress.v1.ListDisputeNotesResponse;
import dev.redress.v1.RetractDisputeEvidenceRequest;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;

/** What is attached to a dispute: nothing, unless a test says otherwise. */
public final class FakeAttachments extends AttachmentServiceGrpc.AttachmentServiceImplBase {
  private static final Timestamp TIME = Timestamp.newBuilder().setSeconds(1_795_000_000).build();

  final List<Message> calls = new ArrayList<>();
  private final List<DisputeNote> notes;
  private final List<DisputeEvidence> evidence;

  /** Nothing. */
  public FakeAttachments() {
    this(List.of(), List.of());
  }

  FakeAttachments(List<DisputeNote> notes, List<DisputeEvidence> evidence) {
    this.notes = notes;
    this.evidence = evidence;
  }

  @Override
  public void addDisputeNote(AddDisputeNoteRequest request, StreamObserver<DisputeNote> answer) {
    calls.add(request);
    send(
        answer,
        request.getNote().toBuilder()
            .setName(request.getParent() + "/notes/4")
            .setAuthor("mia")
            .setCreateTime(TIME)
            .build());
  }

  @Override
  public void listDisputeNotes(
      ListDisputeNotesRequest request, StreamObserver<ListDisputeNotesResponse> answer) {
    calls.add(request);
    send(
        answer,
        ListDisputeNotesResponse.newBuilder()
            .addAllNotes(notes)
            .setTotalSize(notes.size())
            .build());
  }

  @Override
  public void addDisputeEvidence(
      AddDisputeEvidenceRequest request, StreamObserver<DisputeEvidence> answer) {
    calls.add(request);
    send(
        answer,
        request.getEvidence().toBuilder()
            .setName(request.getParent() + "/evidence/2")
            .setState(DisputeEvidence.State.ATTACHED)
            .setCreateTime(TIME)
            .clearContent()
            .build());
  }

  @Override
  public void getDisputeEvidence(
      GetDisputeEvidenceRequest request, StreamObserver<DisputeEvidence> answer) {
    calls.add(request);
    DisputeEvidence.Builder found = evidence.getFirst().toBuilder();
    send(
        answer,
        found.getReference().isEmpty()
            ? found.setContent(ByteString.copyFromUtf8("abc")).build()
            : found.build());
  }

  @Override
  public void listDisputeEvidence(
      ListDisputeEvidenceRequest request, StreamObserver<ListDisputeEvidenceResponse> answer) {
    calls.add(request);
    send(
        answer,
        ListDisputeEvidenceResponse.newBuilder()
            .addAllEvidence(evidence)
            .setTotalSize(evidence.size())
            .build());
  }

  @Override
  public void retractDisputeEvidence(
      RetractDisputeEvidenceRequest request, StreamObserver<DisputeEvidence> answer) {
    calls.add(request);
    send(
        answer,
        evidence.getFirst().toBuilder()
            .setState(DisputeEvidence.State.RETRACTED)
            .setRetraction(EvidenceRetraction.newBuilder().setReason(request.getReason()))
            .build());
  }

  private static <T> void send(StreamObserver<T> answer, T message) {
    answer.onNext(message);
    answer.onCompleted();
  }
}
