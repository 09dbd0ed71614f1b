package dev.redress.cli.callback;

import com.google.protobuf.Timestamp;
import dev.redress.cli.connection.Filter;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.output.Moments;
import dev.redress.cli.output.Output;
import dev.redress.cli.session.Session;
import dev.redress.v1.Attempt;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.GetCustomerRequest;
import dev.redress.v1.ListCallbacksRequest;
import dev.redress.v1.ListCallbacksResponse;
import dev.redress.v1.ListPromisesRequest;
import dev.redress.v1.Promise;
import dev.redress.v1.PromiseServiceGrpc;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * One screen for somebody who is about to call: all that he should know of the customer's calls.
 */
final class CallbackScreen {
  private static final int PAGE_SIZE = 1_000;
  private static final int PROMISES_MAX = 20;

  private final Session session;
  private final Output output;

  CallbackScreen(Session session) {
    this.session = session;
    this.output = session.output();
  }

  void print(Callback callback) {
    Customer customer =
        session
            .connection()
            .read(
                CustomerServiceGrpc.getGetCustomerMethod(),
                GetCustomerRequest.newBuilder().setName(callback.getCustomer()).build());
    output.heading(
        "Callback " + ResourceName.lastId(callback.getName()) + ": " + callback.getState());
    printCall(callback, customer);
    printAttempts(callback, customer);
    printPromises(callback, customer);
    printOthers(callback);
    session.terminal().flush();
    if (isLive(callback)) {
      String id = ResourceName.lastId(callback.getName());
      session.sayNext("callback claim " + id);
      session.sayNext(
          "callback log "
              + id
              + " --outcome REACHED"
              + (callback.getAlsoOpenCount() > 0 ? " --with-all" : ""));
    }
  }

  private void printCall(Callback callback, Customer customer) {
    output.line(
        "  customer  "
            + customer.getDisplayName()
            + " ("
            + ResourceName.lastId(customer.getName())
            + ")");
    output.line(
        "  contact   "
            + (callback.getContact().isEmpty()
                ? "nobody knows where to call; find out first"
                : callback.getContact()));
    output.line(
        "  due       " + there(callback.getDueTime(), customer) + " there" + lateness(callback));
    output.line("  owner     " + callback.getOwner());
    if (callback.hasClaim()) {
      output.line(
          "  claimed   by "
              + callback.getClaim().getActor()
              + " until "
              + there(callback.getClaim().getExpireTime(), customer));
    }
    if (callback.hasSignOff()) {
      output.line(
          "  signed    off by "
              + callback.getSignOff().getActor()
              + ": "
              + callback.getSignOff().getReason()
              + "; written by "
              + callback.getSignOff().getNotice().getChannel());
    }
    if (!callback.getApproach().isEmpty()) {
      output.line("  approach  " + callback.getApproach());
    }
    output.line(
        "  dispute   "
            + ResourceName.lastId(callback.getDispute())
            + "; attempts in vain so far: "
            + callback.getAttemptsBefore()
            + (callback.getReschedulesBefore() > 0
                ? "; moved " + callback.getReschedulesBefore() + " times in a row"
                : ""));
  }

  /** What became of the calls of this dispute so far, in order. */
  private void printAttempts(Callback callback, Customer customer) {
    List<Callback> before = new ArrayList<>();
    session
        .connection()
        .pages(
            CallbackServiceGrpc.getListCallbacksMethod(),
            token ->
                ListCallbacksRequest.newBuilder()
                    .setParent(session.provider())
                    .setPageSize(PAGE_SIZE)
                    .setPageToken(token)
                    .setFilter(
                        new Filter()
                            .equal("dispute", ResourceName.lastId(callback.getDispute()))
                            .toString())
                    .build(),
            ListCallbacksResponse::getCallbacksList,
            ListCallbacksResponse::getNextPageToken)
        .forEachRemaining(
            each -> {
              if (each.hasAttempt() || each.hasRescheduling()) {
                before.add(each);
              }
            });
    output.line("");
    output.heading(
        before.isEmpty() ? "Nobody has called about this dispute yet." : "What was tried");
    for (Callback each : before) {
      output.line(
          "  "
              + (each.hasAttempt() ? attempt(each.getAttempt(), customer) : moved(each, customer)));
    }
  }

  private static String attempt(Attempt attempt, Customer customer) {
    return there(attempt.getCreateTime(), customer)
        + "  "
        + attempt.getOutcome()
        + "  "
        + attempt.getActor()
        + noted(attempt.getNote());
  }

  private static String moved(Callback callback, Customer customer) {
    return there(callback.getRescheduling().getCreateTime(), customer)
        + "  moved by us  "
        + callback.getRescheduling().getActor()
        + noted(callback.getRescheduling().getReason());
  }

  private void printPromises(Callback callback, Customer customer) {
    List<Promise> promises =
        session
            .connection()
            .read(
                PromiseServiceGrpc.getListPromisesMethod(),
                ListPromisesRequest.newBuilder()
                    .setParent(session.provider())
                    .setPageSize(PROMISES_MAX)
                    .setFilter(
                        new Filter()
                            .isTrue("open", true)
                            .equal("customer", ResourceName.lastId(callback.getCustomer()))
                            .toString())
                    .build())
            .getPromisesList();
    if (promises.isEmpty()) {
      return;
    }
    output.line("");
    output.heading("Promised to this customer");
    for (Promise promise : promises) {
      output.line(
          "  "
              + promise.getText()
              + ", by "
              + there(promise.getDueTime(), customer)
              + (promise.getOverdue() ? ", OVERDUE" : "")
              + ", "
              + promise.getOwner()
              + " ("
              + ResourceName.lastId(promise.getName())
              + ")");
    }
  }

  private void printOthers(Callback callback) {
    if (callback.getAlsoOpenCount() > 0) {
      output.line("");
      output.heading("Also open with this customer");
      callback
          .getAlsoOpenList()
          .forEach(name -> output.line("  callback " + ResourceName.lastId(name)));
    }
  }

  private String lateness(Callback callback) {
    if (!isLive(callback)) {
      return "";
    }
    Instant due = Instant.ofEpochSecond(callback.getDueTime().getSeconds());
    Duration late = Duration.between(due, session.clock().instant());
    return late.isNegative() ? ", in " + length(late.negated()) : ", " + length(late) + " late";
  }

  private static String length(Duration time) {
    String minutes = time.toMinutesPart() + " min";
    String hours = time.toHoursPart() + " h ";
    return time.toDays() > 0
        ? time.toDays() + " d " + hours.strip()
        : (time.toHours() > 0 ? hours : "") + minutes;
  }

  private static boolean isLive(Callback callback) {
    return switch (callback.getState()) {
      case SCHEDULED, DUE, CLAIMED, EXHAUSTED -> true;
      case STATE_UNSPECIFIED, UNRECOGNIZED, COMPLETED, SUPERSEDED, CANCELLED -> false;
    };
  }

  private static String noted(String note) {
    return note.isEmpty() ? "" : "  " + note;
  }

  private static String there(Timestamp moment, Customer customer) {
    return Moments.local(moment, ZoneId.of(customer.getTimeZone()));
  }
}
