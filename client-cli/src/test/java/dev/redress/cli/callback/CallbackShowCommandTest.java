package dev.redress.cli.callback;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.Attempt;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackClaim;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.GetCallbackRequest;
import dev.redress.v1.GetCustomerRequest;
import dev.redress.v1.ListCallbacksRequest;
import dev.redress.v1.ListCallbacksResponse;
import dev.redress.v1.ListPromisesRequest;
import dev.redress.v1.ListPromisesResponse;
import dev.redress.v1.Promise;
import dev.redress.v1.PromiseServiceGrpc;
import dev.redress.v1.Rescheduling;
import io.grpc.stub.StreamObserver;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The screen of somebody in Berlin who is about to call a customer in Chicago. */
class CallbackShowCommandTest {
  private static final Callback LIVE =
      Callback.newBuilder()
          .setName("providers/default/callbacks/c3")
          .setState(Callback.State.CLAIMED)
          .setDispute("providers/default/disputes/d1")
          .setCustomer("providers/default/customers/VARN")
          .setOwner("Sarah")
          .setContact("Anna Berg, +1 312 555 0142")
          .setApproach("begin with the tickets")
          .setAttemptsBefore(1)
          .setReschedulesBefore(1)
          .setDueTime(moment("2026-11-20T07:50:00Z"))
          .setClaim(
              CallbackClaim.newBuilder()
                  .setActor("mia")
                  .setExpireTime(moment("2026-11-20T10:15:00Z")))
          .addAlsoOpen("providers/default/callbacks/c8")
          .build();

  @Test
  void show_fitsOneScreen() {
    try (FakeServer server = new FakeServer(new Callbacks(), new Customers(), new Promises())) {
      CliRun run = CliRun.of(server, "callback", "show", "c3");
      assertThat(run.out())
          .isEqualTo(
              """
              Callback c3: CLAIMED
                customer  Varn Tools (VARN)
                contact   Anna Berg, +1 312 555 0142
                due       2026-11-20 01:50 -06:00 there, 2 h 10 min late
                owner     Sarah
                claimed   by mia until 2026-11-20 04:15 -06:00
                approach  begin with the tickets
                dispute   d1; attempts in vain so far: 1; moved 1 times in a row

              What was tried
                2026-11-18 09:00 -06:00  NO_ANSWER  bo  rang ten times
                2026-11-19 08:30 -06:00  moved by us  Sarah  ill

              Promised to this customer
                send the report, by 2026-11-19 17:00 -06:00, OVERDUE, Sarah (p1)

              Also open with this customer
                callback c8
              """);
      assertThat(run.err())
          .isEqualTo(
              """
              next: redress callback claim c3
              next: redress callback log c3 --outcome REACHED --with-all
              """);
    }
  }

  private static Timestamp moment(String moment) {
    return Timestamp.newBuilder().setSeconds(Instant.parse(moment).getEpochSecond()).build();
  }

  private static final class Callbacks extends CallbackServiceGrpc.CallbackServiceImplBase {
    @Override
    public void getCallback(GetCallbackRequest request, StreamObserver<Callback> answer) {
      answer.onNext(LIVE);
      answer.onCompleted();
    }

    @Override
    public void listCallbacks(
        ListCallbacksRequest request, StreamObserver<ListCallbacksResponse> answer) {
      assertThat(request.getFilter()).isEqualTo("dispute = \"d1\"");
      answer.onNext(
          ListCallbacksResponse.newBuilder()
              .addCallbacks(
                  Callback.newBuilder()
                      .setAttempt(
                          Attempt.newBuilder()
                              .setOutcome(Callback.Outcome.NO_ANSWER)
                              .setCreateTime(moment("2026-11-18T15:00:00Z"))
                              .setActor("bo")
                              .setNote("rang ten times")))
              .addCallbacks(
                  Callback.newBuilder()
                      .setRescheduling(
                          Rescheduling.newBuilder()
                              .setCreateTime(moment("2026-11-19T14:30:00Z"))
                              .setActor("Sarah")
                              .setReason("ill")))
              .addCallbacks(LIVE)
              .build());
      answer.onCompleted();
    }
  }

  private static final class Customers extends CustomerServiceGrpc.CustomerServiceImplBase {
    @Override
    public void getCustomer(GetCustomerRequest request, StreamObserver<Customer> answer) {
      answer.onNext(
          Customer.newBuilder()
              .setName(request.getName())
              .setDisplayName("Varn Tools")
              .setTimeZone("America/Chicago")
              .build());
      answer.onCompleted();
    }
  }

  private static final class Promises extends PromiseServiceGrpc.PromiseServiceImplBase {
    @Override
    public void listPromises(
        ListPromisesRequest request, StreamObserver<ListPromisesResponse> answer) {
      assertThat(request.getFilter()).isEqualTo("open = true AND customer = \"VARN\"");
      answer.onNext(
          ListPromisesResponse.newBuilder()
              .addPromises(
                  Promise.newBuilder()
                      .setName("providers/default/promises/p1")
                      .setText("send the report")
                      .setOwner("Sarah")
                      .setOverdue(true)
                      .setDueTime(moment("2026-11-19T23:00:00Z")))
              .build());
      answer.onCompleted();
    }
  }
}
