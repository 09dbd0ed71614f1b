package dev.redress.cli.absence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.Absence;
import dev.redress.v1.AbsenceServiceGrpc;
import dev.redress.v1.CreateAbsenceRequest;
import dev.redress.v1.DeleteAbsenceRequest;
import dev.redress.v1.ListAbsencesRequest;
import dev.redress.v1.ListAbsencesResponse;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AbsenceCommandTest {
  private static final Absence SEA =
      Absence.newBuilder()
          .setName("providers/default/absences/sea")
          .setPerson("mia")
          .setFromTime(moment("2026-12-20T23:00:00Z"))
          .setUntilTime(moment("2027-01-03T23:00:00Z"))
          .setDeputy("bo")
          .setNote("at the sea")
          .build();

  private final Absences absences = new Absences();
  private final FakeServer server = new FakeServer(absences);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void add_countsWholeDaysInTheZoneOfTheClerk() {
    CliRun run =
        CliRun.of(
            server,
            "absence",
            "add",
            "mia",
            "--from",
            "2026-12-21",
            "--until",
            "2027-01-03",
            "--deputy",
            "bo",
            "--note",
            "at the sea");

    CreateAbsenceRequest request = (CreateAbsenceRequest) absences.calls.getFirst();
    assertThat(request.getParent()).isEqualTo("providers/default");
    assertThat(request.getAbsence()).isEqualTo(SEA.toBuilder().clearName().build());
    assertThat(request.getRequestId()).isNotEmpty();
    assertThat(run.out()).contains("PERSON   mia\n", "FROM     2026-12-21 00:00 +01:00\n");
    assertThat(run.err()).isEqualTo("bo stands in.\nnext: redress absence remove sea\n");
  }

  @Test
  void add_takesMomentsAndNoDeputy() {
    CliRun run =
        CliRun.of(
            server,
            "absence",
            "add",
            "mia",
            "--from",
            "2026-11-25T13:00:00Z",
            "--until",
            "2026-11-25T17:00:00Z");

    Absence asked = ((CreateAbsenceRequest) absences.calls.getFirst()).getAbsence();
    assertThat(asked.getFromTime()).isEqualTo(moment("2026-11-25T13:00:00Z"));
    assertThat(asked.getUntilTime()).isEqualTo(moment("2026-11-25T17:00:00Z"));
    assertThat(asked.getDeputy()).isEmpty();
    assertThat(run.err()).startsWith("Nobody stands in");
  }

  @Test
  void add_refusesWhatIsNoDay() {
    CliRun run =
        CliRun.of(server, "absence", "add", "mia", "--from", "monday", "--until", "2026-12-01");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("'monday' is not a date such as 2026-11-25");
  }

  @Test
  void list_leavesOutThoseThatHaveEndedUnlessTold() {
    CliRun run = CliRun.of(server, "absence", "list");
    CliRun.of(server, "absence", "list", "--all", "--person", "mia");

    assertThat(run.out())
        .isEqualTo(
            """
            ABSENCE  PERSON  FROM                     UNTIL                    DEPUTY  NOTE
            sea      mia     2026-12-21 00:00 +01:00  2027-01-04 00:00 +01:00  bo      at the sea
            """);
    assertThat(absences.calls.stream().map(ListAbsencesRequest.class::cast))
        .extracting(ListAbsencesRequest::getFilter)
        .containsExactly("ended = \"false\"", "person = \"mia\"");
  }

  @Test
  void remove_namesWhatIsGone() {
    CliRun run = CliRun.of(server, "absence", "remove", "sea");

    DeleteAbsenceRequest request = (DeleteAbsenceRequest) absences.calls.getFirst();
    assertThat(request.getName()).isEqualTo("providers/default/absences/sea");
    assertThat(request.getRequestId()).isNotEmpty();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("Removed providers/default/absences/sea.\n");
  }

  private static Timestamp moment(String moment) {
    return Timestamp.newBuilder().setSeconds(Instant.parse(moment).getEpochSecond()).build();
  }

  /** Knows one absence. */
  private static final class Absences extends AbsenceServiceGrpc.AbsenceServiceImplBase {
    private final List<Message> calls = new ArrayList<>();

    @Override
    public void createAbsence(CreateAbsenceRequest request, StreamObserver<Absence> answer) {
      calls.add(request);
      answer.onNext(SEA);
      answer.onCompleted();
    }

    @Override
    public void listAbsences(
        ListAbsencesRequest request, StreamObserver<ListAbsencesResponse> answer) {
      calls.add(request);
      answer.onNext(ListAbsencesResponse.newBuilder().addAbsences(SEA).build());
      answer.onCompleted();
    }

    @Override
    public void deleteAbsence(DeleteAbsenceRequest request, StreamObserver<Empty> answer) {
      calls.add(request);
      answer.onNext(Empty.getDefaultInstance());
      answer.onCompleted();
    }
  }
}
