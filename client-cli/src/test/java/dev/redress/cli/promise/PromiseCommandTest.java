package dev.redress.cli.promise;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.KeepPromiseRequest;
import dev.redress.v1.ListPromisesRequest;
import dev.redress.v1.ListPromisesResponse;
import dev.redress.v1.Promise;
import dev.redress.v1.PromiseServiceGrpc;
import dev.redress.v1.ReleasePromiseRequest;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PromiseCommandTest {
  private static final Promise PROMISE =
      Promise.newBuilder()
          .setName("providers/default/promises/p1")
          .setState(Promise.State.OPEN)
          .setDispute("providers/default/disputes/d1")
          .setCustomer("providers/default/customers/VARN")
          .setOwner("Sarah")
          .setText("send the report")
          .setOverdue(true)
          .setDueTime(Timestamp.newBuilder().setSeconds(1_795_000_000))
          .build();

  private final Promises promises = new Promises();
  private final FakeServer server = new FakeServer(promises);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void list_asksForOpenOnesUnlessTold() {
    CliRun run = CliRun.of(server, "promise", "list");
    CliRun.of(
        server, "promise", "list", "--all", "--overdue", "--customer", "VARN", "--owner", "Bo");
    CliRun.of(server, "promise", "list", "--dispute", "providers/default/disputes/d1");

    assertThat(run.out())
        .isEqualTo(
            """
            PROMISE  STATE  OVERDUE  DUE                      CUSTOMER  OWNER  PROMISED         DISPUTE
            p1       OPEN       YES  2026-11-18 12:06 +01:00  VARN      Sarah  send the report  d1
            """);
    assertThat(promises.calls.stream().map(ListPromisesRequest.class::cast))
        .extracting(ListPromisesRequest::getFilter)
        .containsExactly(
            "open = true",
            "overdue = true AND customer = \"VARN\" AND owner = \"Bo\"",
            "open = true AND dispute = \"d1\"");
  }

  @Test
  void keepAndRelease_sayWhatIsDone() {
    CliRun kept = CliRun.of(server, "promise", "keep", "p1", "--note", "by mail");
    CliRun released = CliRun.of(server, "promise", "release", "p1", "--reason", "not needed");

    KeepPromiseRequest keep = (KeepPromiseRequest) promises.calls.getFirst();
    assertThat(keep.getName()).isEqualTo("providers/default/promises/p1");
    assertThat(keep.getNote()).isEqualTo("by mail");
    assertThat(((ReleasePromiseRequest) promises.calls.getLast()).getReason())
        .isEqualTo("not needed");
    assertThat(kept.err()).isEqualTo("Kept: send the report.\n");
    assertThat(released.err()).isEqualTo("Released: send the report.\n");
  }

  /** Knows one promise. */
  private static final class Promises extends PromiseServiceGrpc.PromiseServiceImplBase {
    private final List<Message> calls = new ArrayList<>();

    @Override
    public void listPromises(
        ListPromisesRequest request, StreamObserver<ListPromisesResponse> answer) {
      calls.add(request);
      answer.onNext(ListPromisesResponse.newBuilder().addPromises(PROMISE).build());
      answer.onCompleted();
    }

    @Override
    public void keepPromise(KeepPromiseRequest request, StreamObserver<Promise> answer) {
      calls.add(request);
      answer.onNext(PROMISE.toBuilder().setState(Promise.State.KEPT).build());
      answer.onCompleted();
    }

    @Override
    public void releasePromise(ReleasePromiseRequest request, StreamObserver<Promise> answer) {
      calls.add(request);
      answer.onNext(PROMISE.toBuilder().setState(Promise.State.RELEASED).build());
      answer.onCompleted();
    }
  }
}
