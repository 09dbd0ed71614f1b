package dev.redress.life;

import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import dev.redress.v1.AcceptHandoffRequest;
import dev.redress.v1.ApproveResolutionRequest;
import dev.redress.v1.AwaitCustomerRequest;
import dev.redress.v1.AwaitProviderRequest;
import dev.redress.v1.BeginReviewRequest;
import dev.redress.v1.Callback.Outcome;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.CancelHandoffRequest;
import dev.redress.v1.ClaimCallbackRequest;
import dev.redress.v1.CloseDisputeRequest;
import dev.redress.v1.Commitment;
import dev.redress.v1.DeclineHandoffRequest;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.HandOffDisputeRequest;
import dev.redress.v1.Handoff;
import dev.redress.v1.KeepPromiseRequest;
import dev.redress.v1.LogAttemptRequest;
import dev.redress.v1.LogAttemptResponse;
import dev.redress.v1.Notice;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.PromiseServiceGrpc;
import dev.redress.v1.ProposeResolutionRequest;
import dev.redress.v1.ReleaseCallbackRequest;
import dev.redress.v1.ReopenDisputeRequest;
import dev.redress.v1.RescheduleCallbackRequest;
import dev.redress.v1.ResolveRequest;
import dev.redress.v1.ReverseCreditRequest;
import dev.redress.v1.SignOffExhaustedRequest;
import dev.redress.v1.WithdrawDisputeRequest;
import dev.redress.v1.Withdrawal;
import io.grpc.MethodDescriptor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Makes up the calls: what is done is given, the words, dates and amounts are random. The
 * customers' business hours are taken to be all day long.
 */
public final class Commands {
  private static final int REASONS = DisputedLine.Reason.UNDERCHARGE.getNumber();
  private static final long DATE_SECONDS_MIN = 20;

  private final String provider;
  private final List<String> people;
  private final Duration ahead;
  private final RandomGenerator random;

  /**
   * Of a provider, by its name.
   *
   * @param people whom disputes are handed to
   * @param ahead how far in the future dates lie at most
   */
  public Commands(String provider, List<String> people, Duration ahead, RandomGenerator random) {
    this.provider = provider;
    this.people = List.copyOf(people);
    this.ahead = ahead;
    this.random = random;
  }

  /** A call by which somebody does this. */
  public Command<?, ?> of(Deed deed, Situation at, String actor) {
    return new Maker(deed, at, actor, requestId()).command();
  }

  /** From the same source as all the rest, so that a run can be repeated. */
  private String requestId() {
    long high = (random.nextLong() & 0xffffffffffff0fffL) | 0x4000L;
    long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static Timestamp proto(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano() / 1_000 * 1_000)
        .build();
  }

  private final class Maker {
    private final Deed deed;
    private final Situation at;
    private final String actor;
    private final String id;

    Maker(Deed deed, Situation at, String actor, String id) {
      this.deed = deed;
      this.at = at;
      this.actor = actor;
      this.id = id;
    }

    Command<?, ?> command() {
      return switch (deed) {
        case OPEN_OR_JOIN -> open();
        case REVIEW ->
            move(
                DisputeServiceGrpc.getBeginReviewMethod(),
                BeginReviewRequest.newBuilder().setName(at.dispute()).setRequestId(id).build(),
                "review_begun");
        case AWAIT_PROVIDER ->
            move(
                DisputeServiceGrpc.getAwaitProviderMethod(),
                AwaitProviderRequest.newBuilder()
                    .setName(at.dispute())
                    .setRequestId(id)
                    .setAwaited("the time sheet")
                    .setRespondByTime(soon())
                    .build(),
                "awaits_provider");
        case AWAIT_CUSTOMER ->
            move(
                DisputeServiceGrpc.getAwaitCustomerMethod(),
                AwaitCustomerRequest.newBuilder()
                    .setName(at.dispute())
                    .setRequestId(id)
                    .setAwaited("the signed order")
                    .setRespondByTime(soon())
                    .build(),
                "awaits_customer");
        case PROPOSE_EXPLANATION -> propose(DisputedLine.Outcome.EXPLAINED);
        case PROPOSE_CREDIT -> propose(DisputedLine.Outcome.CREDITED);
        case APPROVE ->
            move(
                DisputeServiceGrpc.getApproveResolutionMethod(),
                ApproveResolutionRequest.newBuilder()
                    .setName(at.dispute())
                    .setRequestId(id)
                    .build(),
                "approved");
        case RESOLVE -> resolve(ResolveRequest.newBuilder());
        case SETTLE ->
            resolve(
                ResolveRequest.newBuilder().setOtherLinesOutcome(DisputedLine.Outcome.CREDITED));
        case WITHDRAW ->
            move(
                DisputeServiceGrpc.getWithdrawDisputeMethod(),
                WithdrawDisputeRequest.newBuilder()
                    .setName(at.dispute())
                    .setRequestId(id)
                    .setWithdrawal(
                        Withdrawal.newBuilder()
                            .setWithdrawnBy("Jo")
                            .setChannel(Withdrawal.Channel.MAIL))
                    .build(),
                "withdrawn");
        case REOPEN ->
            move(
                DisputeServiceGrpc.getReopenDisputeMethod(),
                ReopenDisputeRequest.newBuilder()
                    .setName(at.dispute())
                    .setRequestId(id)
                    .setReason("not content")
                    .build(),
                "reopened");
        case CLOSE ->
            move(
                DisputeServiceGrpc.getCloseDisputeMethod(),
                CloseDisputeRequest.newBuilder().setName(at.dispute()).setRequestId(id).build(),
                "closed");
        case REVERSE ->
            command(
                DisputeServiceGrpc.getReverseCreditMethod(),
                ReverseCreditRequest.newBuilder()
                    .setName(
                        at.credits().isEmpty() ? provider + "/credits/none" : any(at.credits()))
                    .setRequestId(id)
                    .setReason("the wrong line")
                    .build(),
                credit -> List.of(new Change("credit.reversed", credit.getDispute())));
        case CLAIM ->
            call(
                CallbackServiceGrpc.getClaimCallbackMethod(),
                ClaimCallbackRequest.newBuilder().setName(at.callback()).setRequestId(id).build(),
                "claimed");
        case RELEASE ->
            // Of a call that nobody has claimed the journal says nothing.
            command(
                CallbackServiceGrpc.getReleaseCallbackMethod(),
                ReleaseCallbackRequest.newBuilder().setName(at.callback()).setRequestId(id).build(),
                callback -> List.of());
        case RESCHEDULE ->
            call(
                CallbackServiceGrpc.getRescheduleCallbackMethod(),
                RescheduleCallbackRequest.newBuilder()
                    .setName(at.callback())
                    .setRequestId(id)
                    .setDueTime(soon())
                    .setReason("the technician is ill")
                    .build(),
                "rescheduled");
        case REACHED -> reached();
        case NO_ANSWER -> log(attempt(Outcome.NO_ANSWER));
        case HUNG_UP -> log(attempt(Outcome.HUNG_UP).setApproach("the lead calls"));
        case WRONG_NUMBER -> {
          LogAttemptRequest.Builder attempt = attempt(Outcome.WRONG_NUMBER);
          yield log(random.nextBoolean() ? attempt : attempt.setContact("Jo, +1 555 0177"));
        }
        case CUSTOMER_RESCHEDULED ->
            log(attempt(Outcome.CUSTOMER_RESCHEDULED).setFollowUpTime(soon()));
        case SIGN_OFF ->
            call(
                CallbackServiceGrpc.getSignOffExhaustedMethod(),
                SignOffExhaustedRequest.newBuilder()
                    .setName(at.callback())
                    .setRequestId(id)
                    .setReason("nobody can be reached")
                    .setNotice(
                        Notice.newBuilder().setChannel(Notice.Channel.LETTER).setText("We called."))
                    .build(),
                "signed_off");
        case HAND_OFF ->
            handoff(
                DisputeServiceGrpc.getHandOffDisputeMethod(),
                HandOffDisputeRequest.newBuilder()
                    .setName(at.dispute())
                    .setRequestId(id)
                    .setReceiver(any(people))
                    .setReason("knows the customer")
                    .build(),
                "asked");
        case ACCEPT_HANDOFF ->
            handoff(
                DisputeServiceGrpc.getAcceptHandoffMethod(),
                AcceptHandoffRequest.newBuilder().setName(asked()).setRequestId(id).build(),
                "accepted");
        case DECLINE_HANDOFF ->
            handoff(
                DisputeServiceGrpc.getDeclineHandoffMethod(),
                DeclineHandoffRequest.newBuilder()
                    .setName(asked())
                    .setRequestId(id)
                    .setReason("too much to do")
                    .build(),
                "declined");
        case CANCEL_HANDOFF ->
            handoff(
                DisputeServiceGrpc.getCancelHandoffMethod(),
                CancelHandoffRequest.newBuilder().setName(asked()).setRequestId(id).build(),
                "cancelled");
        case KEEP_PROMISE ->
            command(
                PromiseServiceGrpc.getKeepPromiseMethod(),
                KeepPromiseRequest.newBuilder()
                    .setName(
                        at.promises().isEmpty() ? provider + "/promises/none" : any(at.promises()))
                    .setRequestId(id)
                    .build(),
                promise -> List.of(new Change("promise.kept", promise.getName())));
      };
    }

    private String asked() {
      return at.handoff().isEmpty() ? provider + "/handoffs/none" : at.handoff();
    }

    private <Q extends Message> Command<Q, Handoff> handoff(
        MethodDescriptor<Q, Handoff> method, Q request, String verb) {
      return command(
          method, request, answer -> List.of(new Change("handoff." + verb, answer.getName())));
    }

    private Command<?, ?> open() {
      DisputedLine.Reason reason = DisputedLine.Reason.forNumber(random.nextInt(1, REASONS + 1));
      return command(
          DisputeServiceGrpc.getOpenDisputeMethod(),
          OpenDisputeRequest.newBuilder()
              .setParent(provider)
              .setRequestId(id)
              .setDispute(
                  Dispute.newBuilder()
                      .addLines(
                          DisputedLine.newBuilder().setLine(any(at.lines())).setReason(reason)))
              .build(),
          // A dispute with one line was opened; one with more was joined.
          dispute ->
              List.of(
                  new Change(
                      dispute.getLineCount() == 1 ? "dispute.opened" : "dispute.lines_added",
                      dispute.getName())));
    }

    private Command<?, ?> propose(DisputedLine.Outcome outcome) {
      return move(
          DisputeServiceGrpc.getProposeResolutionMethod(),
          ProposeResolutionRequest.newBuilder()
              .setName(at.dispute())
              .setRequestId(id)
              .setOtherLinesOutcome(outcome)
              .build(),
          "proposed");
    }

    private Command<?, ?> resolve(ResolveRequest.Builder request) {
      return command(
          DisputeServiceGrpc.getResolveMethod(),
          request.setName(at.dispute()).setRequestId(id).build(),
          dispute -> {
            List<Change> changes = new ArrayList<>();
            changes.add(new Change("dispute.resolved", dispute.getName()));
            dispute.getLinesList().stream()
                .filter(line -> line.getApprovedAmount().getUnits() > 0)
                .forEach(line -> changes.add(new Change("credit.issued", dispute.getName())));
            return changes;
          });
    }

    private Command<?, ?> reached() {
      LogAttemptRequest.Builder attempt = attempt(Outcome.REACHED);
      if (random.nextInt(4) == 0) {
        attempt.addPromises(Commitment.newBuilder().setText("the report").setDueTime(soon()));
      }
      return log(attempt);
    }

    private LogAttemptRequest.Builder attempt(Outcome outcome) {
      return LogAttemptRequest.newBuilder()
          .setName(at.callback())
          .setRequestId(id)
          .setOutcome(outcome)
          .setNote("as it went");
    }

    private Command<?, ?> log(LogAttemptRequest.Builder attempt) {
      Function<LogAttemptResponse, List<Change>> changes =
          answer -> {
            List<Change> all = new ArrayList<>();
            all.add(new Change("callback.attempted", answer.getCallback().getName()));
            answer
                .getPromisesList()
                .forEach(promise -> all.add(new Change("promise.made", promise.getName())));
            return all;
          };
      return command(CallbackServiceGrpc.getLogAttemptMethod(), attempt.build(), changes);
    }

    private <Q extends Message> Command<Q, Dispute> move(
        MethodDescriptor<Q, Dispute> method, Q request, String verb) {
      return command(
          method, request, answer -> List.of(new Change("dispute." + verb, answer.getName())));
    }

    private <Q extends Message, A extends Message> Command<Q, A> call(
        MethodDescriptor<Q, A> method, Q request, String verb) {
      return command(
          method, request, answer -> List.of(new Change("callback." + verb, at.callback())));
    }

    private <Q extends Message, A extends Message> Command<Q, A> command(
        MethodDescriptor<Q, A> method, Q request, Function<A, List<Change>> changes) {
      return new Command<>(deed, method, request, actor, changes);
    }

    private Timestamp soon() {
      return proto(at.now().plusSeconds(random.nextLong(DATE_SECONDS_MIN, ahead.toSeconds())));
    }
  }
}
