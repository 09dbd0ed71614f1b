package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.AddDisputeEvidenceRequest;
import dev.redress.v1.AddDisputeNoteRequest;
import dev.redress.v1.AttachmentServiceGrpc;
import dev.redress.v1.AttachmentServiceGrpc.AttachmentServiceBlockingStub;
import dev.redress.v1.CloseDisputeRequest;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeEvidence;
import dev.redress.v1.DisputeNote;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.Event;
import dev.redress.v1.EventServiceGrpc;
import dev.redress.v1.GetDisputeEvidenceRequest;
import dev.redress.v1.GetDisputeNoteRequest;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.ListDisputeEvidenceRequest;
import dev.redress.v1.ListDisputeEvidenceResponse;
import dev.redress.v1.ListDisputeNotesRequest;
import dev.redress.v1.ListDisputeNotesResponse;
import dev.redress.v1.ListEventsRequest;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.RetractDisputeEvidenceRequest;
import dev.redress.v1.WithdrawDisputeRequest;
import dev.redress.v1.Withdrawal;
import io.grpc.Status;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttachmentGrpcServiceTest {
  private static final ByteString HELLO = ByteString.copyFromUtf8("abc");

  @ParameterizedTest
  @EnumSource
  void notes_areWrittenOnceAndListedTheNewestFirst(TestDatabase.Kind kind) {
    Case about = Case.on(kind);
    AddDisputeNoteRequest request =
        note(about, DisputeNote.Kind.CUSTOMER_SAID, "nobody asked for it").toBuilder()
            .setRequestId(TestApi.requestId())
            .build();

    DisputeNote first = about.stub().addDisputeNote(request);
    DisputeNote second =
        about.stub().addDisputeNote(note(about, DisputeNote.Kind.INTERNAL, "x".repeat(2_000)));
    DisputeNote third =
        about.stub().addDisputeNote(note(about, DisputeNote.Kind.CUSTOMER_TOLD, "two days"));

    assertThat(first.getName()).isEqualTo(about.name() + "/notes/1");
    assertThat(first.getKind()).isEqualTo(DisputeNote.Kind.CUSTOMER_SAID);
    assertThat(first.getText()).isEqualTo("nobody asked for it");
    assertThat(first.getAuthor()).isEqualTo("local");
    assertThat(first.hasCreateTime()).isTrue();
    assertThat(about.stub().addDisputeNote(request)).isEqualTo(first);
    assertThat(about.stub().getDisputeNote(getNote(first.getName()))).isEqualTo(first);
    ListDisputeNotesRequest list =
        ListDisputeNotesRequest.newBuilder().setParent(about.name()).setPageSize(2).build();
    ListDisputeNotesResponse page = about.stub().listDisputeNotes(list);
    assertThat(page.getNotesList()).containsExactly(third, second);
    assertThat(page.getTotalSize()).isEqualTo(3);
    page =
        about
            .stub()
            .listDisputeNotes(list.toBuilder().setPageToken(page.getNextPageToken()).build());
    assertThat(page.getNotesList()).containsExactly(first);
    assertThat(page.getNextPageToken()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void evidence_isAFileOrAReference(TestDatabase.Kind kind) {
    Case about = Case.on(kind);
    AddDisputeEvidenceRequest request =
        file(about, HELLO).toBuilder().setRequestId(TestApi.requestId()).build();

    DisputeEvidence file = about.stub().addDisputeEvidence(request);
    DisputeEvidence reference = about.stub().addDisputeEvidence(reference(about, "INC-1001"));

    assertThat(file)
        .isEqualTo(
            DisputeEvidence.newBuilder()
                .setName(about.name() + "/evidence/1")
                .setType(DisputeEvidence.Type.TIME_SHEET)
                .setTitle("Tom's week")
                .setMediaType("text/plain")
                .setSizeBytes(3)
                // The example of FIPS 180-2.
                .setSha256("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                .setState(DisputeEvidence.State.ATTACHED)
                .setAuthor("local")
                .setCreateTime(file.getCreateTime())
                .build());
    assertThat(reference.getReference()).isEqualTo("INC-1001");
    assertThat(reference.getSizeBytes()).isZero();
    assertThat(reference.getSha256()).isEmpty();
    assertThat(about.stub().addDisputeEvidence(request)).isEqualTo(file);
    assertThat(about.get(file.getName())).isEqualTo(file.toBuilder().setContent(HELLO).build());
    assertThat(about.get(reference.getName())).isEqualTo(reference);
    ListDisputeEvidenceRequest list =
        ListDisputeEvidenceRequest.newBuilder().setParent(about.name()).setPageSize(1).build();
    ListDisputeEvidenceResponse page = about.stub().listDisputeEvidence(list);
    assertThat(page.getEvidenceList()).containsExactly(file);
    assertThat(page.getTotalSize()).isEqualTo(2);
    page =
        about
            .stub()
            .listDisputeEvidence(list.toBuilder().setPageToken(page.getNextPageToken()).build());
    assertThat(page.getEvidenceList()).containsExactly(reference);
    assertThat(page.getNextPageToken()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void evidence_isRetractedOnceAndStaysToBeRead(TestDatabase.Kind kind) {
    Case about = Case.on(kind);
    DisputeEvidence file = about.stub().addDisputeEvidence(file(about, HELLO));
    RetractDisputeEvidenceRequest request =
        RetractDisputeEvidenceRequest.newBuilder()
            .setName(file.getName())
            .setReason("of another customer")
            .setRequestId(TestApi.requestId())
            .build();

    DisputeEvidence retracted = about.stub().retractDisputeEvidence(request);

    assertThat(retracted.getState()).isEqualTo(DisputeEvidence.State.RETRACTED);
    assertThat(retracted.getRetraction().getActor()).isEqualTo("local");
    assertThat(retracted.getRetraction().getReason()).isEqualTo("of another customer");
    assertThat(about.stub().retractDisputeEvidence(request)).isEqualTo(retracted);
    assertThat(about.get(file.getName()).getContent()).isEqualTo(HELLO);
    Refusal.of(
            () -> about.stub().retractDisputeEvidence(request.toBuilder().clearRequestId().build()))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.EVIDENCE_RETRACTED);
    Refusal.of(() -> about.stub().retractDisputeEvidence(request.toBuilder().clearReason().build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, "reason");
  }

  @ParameterizedTest
  @EnumSource
  void both_areForEveryStateAndLeaveTheDisputeAsItIs(TestDatabase.Kind kind) {
    Case about = Case.on(kind);
    var disputes = DisputeServiceGrpc.newBlockingStub(about.billed().api().channel());
    disputes.withdrawDispute(
        WithdrawDisputeRequest.newBuilder()
            .setName(about.name())
            .setWithdrawal(
                Withdrawal.newBuilder()
                    .setWithdrawnBy("Dr. Kim")
                    .setChannel(Withdrawal.Channel.MAIL))
            .build());
    Dispute closed =
        disputes.closeDispute(CloseDisputeRequest.newBuilder().setName(about.name()).build());

    about.stub().addDisputeNote(note(about, DisputeNote.Kind.INTERNAL, "too late"));
    DisputeEvidence file = about.stub().addDisputeEvidence(file(about, HELLO));
    about
        .stub()
        .retractDisputeEvidence(
            RetractDisputeEvidenceRequest.newBuilder()
                .setName(file.getName())
                .setReason("not ours")
                .build());

    assertThat(closed.getState()).isEqualTo(Dispute.State.CLOSED);
    assertThat(disputes.getDispute(GetDisputeRequest.newBuilder().setName(about.name()).build()))
        .isEqualTo(closed);
    assertThat(told(about))
        .containsExactly(
            "dispute.note_added: too late",
            "dispute.evidence_added: Tom's week",
            "dispute.evidence_retracted: not ours");
    Event added = events(about).get(1);
    assertThat(added.getResource()).isEqualTo(file.getName());
    assertThat(added.getDetailsMap())
        .containsEntry("sha256", file.getSha256())
        .containsEntry("sizeBytes", "3")
        .containsEntry("type", "TIME_SHEET");
  }

  @ParameterizedTest
  @EnumSource
  void add_refusesWhatIsNoNoteAndNoEvidence(TestDatabase.Kind kind) {
    Case about = Case.on(kind);

    noteRefused(about, DisputeNote.Kind.KIND_UNSPECIFIED, "x", "note.kind");
    noteRefused(about, DisputeNote.Kind.INTERNAL, " ", "note.text");
    noteRefused(about, DisputeNote.Kind.INTERNAL, "x".repeat(2_001), "note.text");
    refused(about, file(about, HELLO).getEvidence().toBuilder().clearType(), "evidence.type");
    refused(about, file(about, HELLO).getEvidence().toBuilder().clearTitle(), "evidence.title");
    refused(
        about,
        file(about, HELLO).getEvidence().toBuilder().setTitle("x".repeat(201)),
        "evidence.title");
    refused(about, file(about, HELLO).getEvidence().toBuilder().clearContent(), "evidence.content");
    refused(
        about, file(about, HELLO).getEvidence().toBuilder().setReference("x"), "evidence.content");
    refused(
        about,
        file(about, HELLO).getEvidence().toBuilder().clearMediaType(),
        "evidence.media_type");
    refused(
        about,
        reference(about, "INC-1").getEvidence().toBuilder().setMediaType("text/plain"),
        "evidence.media_type");
    refused(
        about,
        reference(about, "http://dms.example.com/17").getEvidence().toBuilder(),
        "evidence.reference");
    Refusal.of(
            () ->
                about
                    .stub()
                    .addDisputeEvidence(file(about, ByteString.copyFrom(new byte[262_145]))))
        .assertIs(Status.Code.RESOURCE_EXHAUSTED, ErrorReason.TOO_LARGE);
    assertThat(
            about
                .stub()
                .listDisputeEvidence(
                    ListDisputeEvidenceRequest.newBuilder().setParent(about.name()).build()))
        .isEqualTo(ListDisputeEvidenceResponse.getDefaultInstance());
  }

  @ParameterizedTest
  @EnumSource
  void add_refusesMoreThanADisputeHolds(TestDatabase.Kind kind) {
    Case large = Case.on(kind);
    ByteString most = ByteString.copyFrom(new byte[262_144]);
    for (int i = 0; i < 20; i++) {
      large.stub().addDisputeEvidence(file(large, most));
    }
    Refusal.of(() -> large.stub().addDisputeEvidence(file(large, HELLO)))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.DISPUTE_FULL);
    for (int i = 20; i < 50; i++) {
      large.stub().addDisputeEvidence(reference(large, "INC-" + i));
    }
    Refusal.of(() -> large.stub().addDisputeEvidence(reference(large, "INC-50")))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.DISPUTE_FULL);

    for (int i = 0; i < 500; i++) {
      large.stub().addDisputeNote(note(large, DisputeNote.Kind.INTERNAL, "note " + i));
    }
    Refusal.of(
            () -> large.stub().addDisputeNote(note(large, DisputeNote.Kind.INTERNAL, "one more")))
        .assertIs(Status.Code.FAILED_PRECONDITION, ErrorReason.DISPUTE_FULL);
  }

  @ParameterizedTest
  @EnumSource
  void notesOfSeveralAtOnce_areAllKept(TestDatabase.Kind kind) throws Exception {
    Case about = Case.on(kind);
    try (ExecutorService people = Executors.newFixedThreadPool(8)) {
      List<Future<DisputeNote>> written =
          IntStream.range(0, 40)
              .mapToObj(
                  i ->
                      people.submit(
                          () ->
                              about
                                  .stub()
                                  .addDisputeNote(
                                      note(about, DisputeNote.Kind.INTERNAL, "note " + i))))
              .toList();
      for (Future<DisputeNote> each : written) {
        each.get();
      }
    }

    assertThat(
            about
                .stub()
                .listDisputeNotes(
                    ListDisputeNotesRequest.newBuilder().setParent(about.name()).build())
                .getNotesList()
                .stream()
                .map(DisputeNote::getText)
                .distinct())
        .hasSize(40);
  }

  @ParameterizedTest
  @EnumSource
  void unknownOnes_areNotFound(TestDatabase.Kind kind) {
    Case about = Case.on(kind);
    Case nothing = new Case(about.billed(), about.billed().provider() + "/disputes/nothing");

    Refusal.of(() -> nothing.stub().addDisputeNote(note(nothing, DisputeNote.Kind.INTERNAL, "x")))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.DISPUTE_NOT_FOUND);
    Refusal.of(() -> nothing.stub().addDisputeEvidence(file(nothing, HELLO)))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.DISPUTE_NOT_FOUND);
    Refusal.of(
            () ->
                nothing
                    .stub()
                    .listDisputeNotes(
                        ListDisputeNotesRequest.newBuilder().setParent(nothing.name()).build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.DISPUTE_NOT_FOUND);
    Refusal.of(
            () ->
                nothing
                    .stub()
                    .listDisputeEvidence(
                        ListDisputeEvidenceRequest.newBuilder().setParent(nothing.name()).build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.DISPUTE_NOT_FOUND);
    Refusal.of(() -> about.stub().getDisputeNote(getNote(about.name() + "/notes/1")))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.NOTE_NOT_FOUND);
    Refusal.of(() -> about.get(about.name() + "/evidence/1"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.EVIDENCE_NOT_FOUND);
    Refusal.of(
            () ->
                about
                    .stub()
                    .retractDisputeEvidence(
                        RetractDisputeEvidenceRequest.newBuilder()
                            .setName(about.name() + "/evidence/1")
                            .setReason("x")
                            .build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.EVIDENCE_NOT_FOUND);
    for (String id : List.of("0", "01", "-1", "x", "9999999999")) {
      Refusal.of(() -> about.get(about.name() + "/evidence/" + id))
          .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "name");
    }
    Refusal.of(
            () ->
                about
                    .stub()
                    .listDisputeNotes(
                        ListDisputeNotesRequest.newBuilder()
                            .setParent(about.name())
                            .setPageToken("made up")
                            .build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.PAGE_TOKEN_INVALID, "page_token");
  }

  private static void noteRefused(
      Case about, DisputeNote.Kind noteKind, String text, String field) {
    Refusal.of(() -> about.stub().addDisputeNote(note(about, noteKind, text)))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, field);
  }

  private static void refused(Case about, DisputeEvidence.Builder evidence, String field) {
    Refusal.of(
            () ->
                about
                    .stub()
                    .addDisputeEvidence(
                        AddDisputeEvidenceRequest.newBuilder()
                            .setParent(about.name())
                            .setEvidence(evidence)
                            .build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, field);
  }

  private static List<String> told(Case about) {
    return events(about).stream()
        .map(event -> event.getAction() + ": " + event.getReason())
        .toList();
  }

  /** What happened to the notes and the evidence, by the history of the dispute. */
  private static List<Event> events(Case about) {
    String id = about.name().substring(about.name().lastIndexOf('/') + 1);
    about.billed().api().numberEvents();
    return EventServiceGrpc.newBlockingStub(about.billed().api().channel())
        .listEvents(
            ListEventsRequest.newBuilder()
                .setParent(about.billed().provider())
                .setFilter("dispute = \"" + id + "\"")
                .build())
        .getEventsList()
        .stream()
        .filter(event -> event.getAction().matches("dispute\\.(note|evidence)_.*"))
        .toList();
  }

  private static AddDisputeNoteRequest note(Case about, DisputeNote.Kind noteKind, String text) {
    return AddDisputeNoteRequest.newBuilder()
        .setParent(about.name())
        .setNote(DisputeNote.newBuilder().setKind(noteKind).setText(text))
        .build();
  }

  private static AddDisputeEvidenceRequest file(Case about, ByteString content) {
    return AddDisputeEvidenceRequest.newBuilder()
        .setParent(about.name())
        .setEvidence(
            DisputeEvidence.newBuilder()
                .setType(DisputeEvidence.Type.TIME_SHEET)
                .setTitle("Tom's week")
                .setMediaType("text/plain")
                .setContent(content))
        .build();
  }

  private static AddDisputeEvidenceRequest reference(Case about, String place) {
    return AddDisputeEvidenceRequest.newBuilder()
        .setParent(about.name())
        .setEvidence(
            DisputeEvidence.newBuilder()
                .setType(DisputeEvidence.Type.TICKET_EXPORT)
                .setTitle("the ticket")
                .setReference(place))
        .build();
  }

  private static GetDisputeNoteRequest getNote(String name) {
    return GetDisputeNoteRequest.newBuilder().setName(name).build();
  }

  /** A dispute, by its name. */
  private record Case(Billed billed, String name) {
    static Case on(TestDatabase.Kind kind) {
      Billed billed = Billed.on(kind);
      return new Case(
          billed,
          DisputeServiceGrpc.newBlockingStub(billed.api().channel())
              .openDispute(
                  OpenDisputeRequest.newBuilder()
                      .setParent(billed.provider())
                      .setDispute(
                          Dispute.newBuilder()
                              .addLines(
                                  DisputedLine.newBuilder()
                                      .setLine(billed.line("L1"))
                                      .setReason(DisputedLine.Reason.RATE)))
                      .build())
              .getName());
    }

    DisputeEvidence get(String evidence) {
      return stub()
          .getDisputeEvidence(GetDisputeEvidenceRequest.newBuilder().setName(evidence).build());
    }

    AttachmentServiceBlockingStub stub() {
      return AttachmentServiceGrpc.newBlockingStub(billed.api().channel());
    }
  }
}
