package dev.redress.cli.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.AddDisputeEvidenceRequest;
import dev.redress.v1.AddDisputeNoteRequest;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeEvidence;
import dev.redress.v1.DisputeNote;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.GetDisputeEvidenceRequest;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.ListDisputeNotesRequest;
import dev.redress.v1.RetractDisputeEvidenceRequest;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentCommandTest {
  private static final String DISPUTE = "providers/default/disputes/d1";
  private static final Timestamp TIME = Timestamp.newBuilder().setSeconds(1_795_000_000).build();

  private static final DisputeNote NOTE =
      DisputeNote.newBuilder()
          .setName(DISPUTE + "/notes/3")
          .setKind(DisputeNote.Kind.CUSTOMER_SAID)
          .setText("nobody asked\nfor it")
          .setAuthor("mia")
          .setCreateTime(TIME)
          .build();

  private static final DisputeEvidence FILE =
      DisputeEvidence.newBuilder()
          .setName(DISPUTE + "/evidence/1")
          .setType(DisputeEvidence.Type.TIME_SHEET)
          .setTitle("Tom's week")
          .setMediaType("text/plain")
          .setSizeBytes(3)
          .setSha256("ba78")
          .setState(DisputeEvidence.State.ATTACHED)
          .setAuthor("mia")
          .setCreateTime(TIME)
          .build();

  private final FakeAttachments attachments = new FakeAttachments(List.of(NOTE), List.of(FILE));
  private final FakeServer server = new FakeServer(attachments, new Disputes());

  @TempDir
  @SuppressWarnings("NullAway.Init") // set before each test
  private Path folder;

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void note_isInternalUnlessSaid() {
    CliRun run = CliRun.of(server, "dispute", "note", "d1", "--text", "ask Tom");
    CliRun.of(server, "dispute", "note", "d1", "--text", "not ours", "--kind", "customer-said");

    AddDisputeNoteRequest first = (AddDisputeNoteRequest) attachments.calls.getFirst();
    assertThat(first.getParent()).isEqualTo(DISPUTE);
    assertThat(first.getNote().getKind()).isEqualTo(DisputeNote.Kind.INTERNAL);
    assertThat(first.getNote().getText()).isEqualTo("ask Tom");
    assertThat(first.getRequestId()).hasSize(36);
    assertThat(((AddDisputeNoteRequest) attachments.calls.getLast()).getNote().getKind())
        .isEqualTo(DisputeNote.Kind.CUSTOMER_SAID);
    assertThat(run.err()).isEqualTo("Note 4 of the dispute is written.\n");
  }

  @Test
  void notes_areListed() {
    assertThat(CliRun.of(server, "dispute", "notes", "d1").out())
        .isEqualTo(
            """
            NOTE  WHEN                     WHO  KIND           TEXT
            3     2026-11-18 12:06 +01:00  mia  CUSTOMER_SAID  nobody asked for it
            """);
  }

  @Test
  void attach_sendsAFileWithWhatItsNameSays() throws IOException {
    Path file = Files.writeString(folder.resolve("week-36.txt"), "abc");

    CliRun run =
        CliRun.of(server, "dispute", "attach", "d1", file.toString(), "--type", "time-sheet");

    AddDisputeEvidenceRequest request = (AddDisputeEvidenceRequest) attachments.calls.getFirst();
    assertThat(request.getParent()).isEqualTo(DISPUTE);
    assertThat(request.getEvidence().getType()).isEqualTo(DisputeEvidence.Type.TIME_SHEET);
    assertThat(request.getEvidence().getTitle()).isEqualTo("week-36.txt");
    assertThat(request.getEvidence().getMediaType()).isEqualTo("text/plain");
    assertThat(request.getEvidence().getContent().toStringUtf8()).isEqualTo("abc");
    assertThat(request.getRequestId()).hasSize(36);
    assertThat(run.err()).isEqualTo("Evidence 2 of the dispute is attached.\n");
    assertThat(run.out()).contains("MEDIA TYPE  text/plain\n");
  }

  @Test
  void attach_sendsAReference() {
    CliRun run =
        CliRun.of(
            server,
            "dispute",
            "attach",
            "d1",
            "--reference",
            "INC-1001",
            "--type",
            "TICKET_EXPORT",
            "--title",
            "the ticket");

    assertThat(((AddDisputeEvidenceRequest) attachments.calls.getFirst()).getEvidence())
        .isEqualTo(
            DisputeEvidence.newBuilder()
                .setType(DisputeEvidence.Type.TICKET_EXPORT)
                .setTitle("the ticket")
                .setReference("INC-1001")
                .build());
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void attach_saysWhatIsWrongWithAFile() throws IOException {
    Path large = Files.write(folder.resolve("large"), new byte[262_145]);
    Path empty = Files.write(folder.resolve("empty"), new byte[0]);

    CliRun none = attach(folder.resolve("none").toString());
    assertThat(none.exitCode()).isEqualTo(3);
    assertThat(none.err()).startsWith("redress: there is no file '");
    assertThat(attach(folder.toString()).err()).contains("is a folder; name a file in it");
    assertThat(attach(empty.toString()).err()).contains("is empty");
    assertThat(attach(large.toString()).err())
        .contains("has more than 262144 bytes; keep it elsewhere and give --reference URL instead");
    CliRun both =
        CliRun.of(
            server, "dispute", "attach", "d1", "x.txt", "--reference", "INC-1", "--type", "OTHER");
    assertThat(both.exitCode()).isEqualTo(2);
    assertThat(both.err())
        .isEqualTo("redress: give either FILE or --reference, and --media-type only with a file\n");
    assertThat(CliRun.of(server, "dispute", "attach", "d1", "--type", "OTHER").exitCode())
        .isEqualTo(2);
    assertThat(attachments.calls).isEmpty();
  }

  @Test
  void evidence_isListedWrittenAndRetracted() throws IOException {
    Path out = folder.resolve("out.txt");

    assertThat(CliRun.of(server, "dispute", "evidence", "d1").out())
        .startsWith("EVIDENCE  STATE     TYPE        TITLE       WHEN")
        .contains("1         ATTACHED  TIME_SHEET  Tom's week  2026-11-18 12:06 +01:00  mia")
        .contains("ba78");
    CliRun got = CliRun.of(server, "dispute", "evidence-get", "d1", "1", "--out", out.toString());
    assertThat(((GetDisputeEvidenceRequest) attachments.calls.getLast()).getName())
        .isEqualTo(FILE.getName());
    assertThat(got.err()).isEqualTo("Wrote 3 bytes to " + out + ".\n");
    assertThat(out).hasContent("abc");

    CliRun again = CliRun.of(server, "dispute", "evidence-get", "d1", "1", "--out", out.toString());
    assertThat(again.exitCode()).isEqualTo(3);
    assertThat(again.err()).contains("already; give another name with --out");

    CliRun retracted =
        CliRun.of(server, "dispute", "evidence-retract", "d1", "1", "--reason", "another's");
    RetractDisputeEvidenceRequest request =
        (RetractDisputeEvidenceRequest) attachments.calls.getLast();
    assertThat(request.getName()).isEqualTo(FILE.getName());
    assertThat(request.getReason()).isEqualTo("another's");
    assertThat(retracted.out()).contains("RETRACTED   another's\n");
    assertThat(retracted.err()).isEqualTo("Retracted; it can still be read.\n");
  }

  @Test
  void evidenceGet_saysWhereAReferenceLeads() {
    FakeAttachments elsewhere =
        new FakeAttachments(
            List.of(), List.of(FILE.toBuilder().clearMediaType().setReference("INC-1001").build()));
    try (FakeServer other = new FakeServer(elsewhere)) {
      CliRun run =
          CliRun.of(
              other,
              "dispute",
              "evidence-get",
              "d1",
              "1",
              "--out",
              folder.resolve("none").toString());

      assertThat(run.exitCode()).isEqualTo(6);
      assertThat(run.err()).isEqualTo("redress: it is no file but a reference: look at INC-1001\n");
    }
  }

  @Test
  void show_hasTheLastNotesAndHowMuchThereIs() {
    assertThat(CliRun.of(server, "dispute", "show", "d1").out())
        .endsWith(
            """

            Notes: 1, evidence: 1
              NOTE  WHEN                     WHO  KIND           TEXT
              3     2026-11-18 12:06 +01:00  mia  CUSTOMER_SAID  nobody asked for it
            """);
    assertThat(
            attachments.calls.stream()
                .filter(ListDisputeNotesRequest.class::isInstance)
                .map(ListDisputeNotesRequest.class::cast))
        .extracting(ListDisputeNotesRequest::getPageSize)
        .containsExactly(3);
  }

  private CliRun attach(String file) {
    return CliRun.of(server, "dispute", "attach", "d1", file, "--type", "OTHER");
  }

  /** Knows one dispute. */
  private static final class Disputes extends DisputeServiceGrpc.DisputeServiceImplBase {
    @Override
    public void getDispute(GetDisputeRequest request, StreamObserver<Dispute> answer) {
      answer.onNext(
          Dispute.newBuilder()
              .setName(request.getName())
              .setState(Dispute.State.CLOSED)
              .setCreateTime(TIME)
              .build());
      answer.onCompleted();
    }
  }
}
