package dev.redress.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.AuditServiceGrpc;
import dev.redress.v1.GetJournalAnchorRequest;
import dev.redress.v1.JournalAnchor;
import dev.redress.v1.JournalBreak;
import dev.redress.v1.VerifyJournalRequest;
import dev.redress.v1.VerifyJournalResponse;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandsTest {
  private static final JournalAnchor ANCHOR =
      JournalAnchor.newBuilder()
          .setProvider("providers/default")
          .setSequence(7)
          .setHash("a".repeat(64))
          .build();

  @TempDir Path folder;

  private final Audits audits = new Audits();
  private final FakeServer server = new FakeServer(audits);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void anchor_isALine_thatVerifyTakes() throws IOException {
    String line = CliRun.of(server, "audit", "anchor").out();
    String others = line.replace("providers/default", "providers/other");
    Path file = Files.writeString(folder.resolve("anchors.jsonl"), line + "\n" + others);

    CliRun run = CliRun.of(server, "audit", "verify", "--anchors", file.toString());

    assertThat(line.lines()).hasSize(1);
    assertThat(audits.asked.getFirst().getAnchorsList()).containsExactly(ANCHOR);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).endsWith("; 1 anchors fit.\n");
  }

  @Test
  void verify_saysWhatOnlyAnAnchorShows() {
    CliRun run = CliRun.of(server, "audit", "verify");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("7 events hold").contains("written anew looks whole");
  }

  @Test
  void verify_showsEachBreak_andEndsWithOne() {
    audits.answer =
        audits.answer.toBuilder()
            .addBreaks(
                JournalBreak.newBuilder()
                    .setSequence(3)
                    .setKind(JournalBreak.Kind.CHANGED)
                    .setSentence("event 3: it is not what was written"))
            .build();

    CliRun run = CliRun.of(server, "audit", "verify");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("CHANGED", "event 3: it is not what was written");
  }

  @Test
  void anchors_thatAreNone_areRefusedInASentence() throws IOException {
    Path garbage = Files.writeString(folder.resolve("garbage"), "\n{x");
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    Path none = folder.resolve("none");

    assertThat(CliRun.of(server, "audit", "verify", "--anchors", garbage.toString()).err())
        .isEqualTo(
            "redress: '"
                + garbage
                + "', line 2: is no anchor as 'redress audit anchor' prints it\n");
    assertThat(CliRun.of(server, "audit", "verify", "--anchors", empty.toString()).err())
        .contains("has 0 anchors of providers/default");
    assertThat(CliRun.of(server, "audit", "verify", "--anchors", none.toString()).err())
        .isEqualTo("redress: there is no file '" + none + "'\n");
    assertThat(audits.asked).isEmpty();
  }

  private static final class Audits extends AuditServiceGrpc.AuditServiceImplBase {
    private final List<VerifyJournalRequest> asked = new ArrayList<>();
    private VerifyJournalResponse answer =
        VerifyJournalResponse.newBuilder().setEventCount(7).setLast(ANCHOR).build();

    @Override
    public void getJournalAnchor(
        GetJournalAnchorRequest request, StreamObserver<JournalAnchor> observer) {
      observer.onNext(ANCHOR);
      observer.onCompleted();
    }

    @Override
    public void verifyJournal(
        VerifyJournalRequest request, StreamObserver<VerifyJournalResponse> observer) {
      asked.add(request);
      observer.onNext(answer);
      observer.onCompleted();
    }
  }
}
