package dev.redress.life;

import static dev.redress.error.ErrorReason.AMOUNT_EXCEEDS_LINE;
import static dev.redress.error.ErrorReason.AUTHORITY_EXCEEDED;
import static dev.redress.error.ErrorReason.CALLBACK_CLAIMED;
import static dev.redress.error.ErrorReason.CALLBACK_NOT_EXHAUSTED;
import static dev.redress.error.ErrorReason.CALLBACK_NOT_LIVE;
import static dev.redress.error.ErrorReason.CALLBACK_RESCHEDULED_TOO_OFTEN;
import static dev.redress.error.ErrorReason.CREDIT_NOT_FOUND;
import static dev.redress.error.ErrorReason.CREDIT_REVERSED;
import static dev.redress.error.ErrorReason.CUSTOMER_NOT_REACHED;
import static dev.redress.error.ErrorReason.DISPUTE_STATE_FORBIDS_ACTION;
import static dev.redress.error.ErrorReason.FIELD_INVALID;
import static dev.redress.error.ErrorReason.HANDOFF_NOT_FOUND;
import static dev.redress.error.ErrorReason.HANDOFF_NOT_PENDING;
import static dev.redress.error.ErrorReason.HANDOFF_PENDING;
import static dev.redress.error.ErrorReason.INVOICE_HAS_NO_OPEN_DISPUTE;
import static dev.redress.error.ErrorReason.LINE_ALREADY_DISPUTED;
import static dev.redress.error.ErrorReason.NOT_ACCOUNT_MANAGER;
import static dev.redress.error.ErrorReason.NOT_THE_OWNER;
import static dev.redress.error.ErrorReason.NOT_THE_RECEIVER;
import static dev.redress.error.ErrorReason.PROMISE_NOT_FOUND;
import static dev.redress.error.ErrorReason.PROMISE_NOT_OPEN;
import static dev.redress.error.ErrorReason.RESOURCE_EXISTS;
import static java.util.Objects.requireNonNull;

import com.google.protobuf.Message;
import dev.redress.error.ErrorReason;
import dev.redress.v1.Callback;
import dev.redress.v1.Credit;
import dev.redress.v1.Dispute;
import dev.redress.v1.Dispute.State;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.HandOffDisputeRequest;
import dev.redress.v1.Handoff;
import dev.redress.v1.KeepPromiseRequest;
import dev.redress.v1.LogAttemptResponse;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.Promise;
import dev.redress.v1.RescheduleCallbackResponse;
import dev.redress.v1.ReverseCreditRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a careful clerk would keep on paper of one invoice that is disputed, again and again: what
 * may be done, and what follows. Written from the documents, and not from the code.
 *
 * <p>Amounts are whole units. Only how much of a line is in dispute is taken from the answers.
 */
public final class Paper {
  private static final int RESCHEDULES_MAX = 3;
  private static final int ANYTHING_EVERY = 4;
  private static final int SUPERIOR_FROM = 2;
  private static final String SUPERIOR = "superior";

  private final Terms terms;
  private final List<String> lines;
  private final Set<List<Object>> disputed = new HashSet<>();
  private final Map<String, Long> creditedByLine = new HashMap<>();
  private final Map<String, Credit> credits = new HashMap<>();
  private final Set<String> reversed = new HashSet<>();
  private final Map<String, Boolean> promises = new HashMap<>();

  private State state = State.STATE_UNSPECIFIED;
  private Dispute seen = Dispute.getDefaultInstance();
  private int reopenCount;
  private boolean reached;
  private String signedOff = "";

  private String callback = "";
  private int attempts;
  private int reschedules;
  private String claimer = "";
  private Instant claimedUntil = Instant.MIN;

  private String owner = "";
  private Handoff asked = Handoff.getDefaultInstance();
  private boolean pending;

  /** Of an invoice with these lines. */
  public Paper(Terms terms, List<String> lines) {
    this.terms = terms;
    this.lines = List.copyOf(lines);
  }

  /**
   * What the provider set.
   *
   * @param lineAmount what each line was billed
   * @param limit what each clerk may concede
   * @param accountManager who may concede anything, and sign off
   */
  public record Terms(long lineAmount, long limit, int attemptsMax, String accountManager) {}

  /** Whether there is or was a dispute. */
  public boolean isOpened() {
    return state != State.STATE_UNSPECIFIED;
  }

  /**
   * One of the deeds by number: anything at all now and then, mostly what the state allows, so that
   * a life does not end where it began.
   */
  public Deed choose(int number) {
    if (!isOpened()) {
      return Deed.OPEN_OR_JOIN;
    }
    boolean any = number % ANYTHING_EVERY == 0;
    List<Deed> deeds = any ? List.of(Deed.values()) : Deed.fitting(state);
    return deeds.get(number / ANYTHING_EVERY % deeds.size());
  }

  /** What is known now. */
  public Situation situation(Instant now) {
    return new Situation(
        seen.getName(),
        lines,
        callback,
        List.copyOf(credits.keySet()).stream().sorted().toList(),
        promises.keySet().stream().sorted().toList(),
        asked.getName(),
        now);
  }

  /** Why something must be refused; empty when it must be done. */
  public Optional<ErrorReason> refusal(Command<?, ?> command, Instant now) {
    Deed deed = command.deed();
    return switch (deed) {
      case OPEN_OR_JOIN -> when(disputed.contains(claim(command.request())), LINE_ALREADY_DISPUTED);
      case REVIEW, AWAIT_PROVIDER, AWAIT_CUSTOMER, PROPOSE_EXPLANATION, WITHDRAW, REOPEN, CLOSE ->
          forbidden(deed);
      case PROPOSE_CREDIT -> first(forbidden(deed), tooMuch());
      case APPROVE ->
          first(
              forbidden(deed),
              when(
                  seen.getApprovedAmount().getUnits() > 0
                      && !mayConcede(
                          command.actor(),
                          seen.getCreditedAmount().getUnits()
                              + seen.getApprovedAmount().getUnits()),
                  AUTHORITY_EXCEEDED));
      case RESOLVE -> first(forbidden(deed), unheard());
      case SETTLE ->
          first(
              forbidden(deed),
              tooMuch(),
              when(
                  wanted() > 0
                      && !mayConcede(
                          command.actor(), seen.getCreditedAmount().getUnits() + wanted()),
                  AUTHORITY_EXCEEDED),
              unheard());
      case REVERSE -> {
        String credit = ((ReverseCreditRequest) command.request()).getName();
        yield first(
            when(!credits.containsKey(credit), CREDIT_NOT_FOUND),
            when(reversed.contains(credit), CREDIT_REVERSED),
            when(!isOpen(), INVOICE_HAS_NO_OPEN_DISPUTE));
      }
      case CLAIM -> first(noCall(), claimed(command.actor(), now));
      case RELEASE -> first(when(!isOpen(), CALLBACK_NOT_LIVE), claimed(command.actor(), now));
      case RESCHEDULE ->
          first(
              noCall(),
              claimed(command.actor(), now),
              when(reschedules >= RESCHEDULES_MAX, CALLBACK_RESCHEDULED_TOO_OFTEN));
      case REACHED, CUSTOMER_RESCHEDULED ->
          first(when(!isOpen(), CALLBACK_NOT_LIVE), claimed(command.actor(), now));
      case NO_ANSWER, HUNG_UP, WRONG_NUMBER -> first(noCall(), claimed(command.actor(), now));
      case SIGN_OFF ->
          first(
              when(!command.actor().equals(terms.accountManager()), NOT_ACCOUNT_MANAGER),
              when(signedOff.equals(callback), RESOURCE_EXISTS),
              when(!isOpen() || !isExhausted(), CALLBACK_NOT_EXHAUSTED));
      case HAND_OFF ->
          first(
              when(!isOpen(), DISPUTE_STATE_FORBIDS_ACTION),
              when(
                  owner.equals(((HandOffDisputeRequest) command.request()).getReceiver()),
                  FIELD_INVALID),
              when(pending, HANDOFF_PENDING));
      case ACCEPT_HANDOFF, DECLINE_HANDOFF ->
          first(
              when(asked.getName().isEmpty(), HANDOFF_NOT_FOUND),
              when(!command.actor().equals(asked.getReceiver()), NOT_THE_RECEIVER),
              when(!pending, HANDOFF_NOT_PENDING));
      case CANCEL_HANDOFF ->
          first(
              when(asked.getName().isEmpty(), HANDOFF_NOT_FOUND),
              when(
                  !command.actor().equals(asked.getSender())
                      && !command.actor().equals(asked.getActor()),
                  NOT_THE_OWNER),
              when(!pending, HANDOFF_NOT_PENDING));
      case KEEP_PROMISE -> {
        String promise = ((KeepPromiseRequest) command.request()).getName();
        yield first(
            when(!promises.containsKey(promise), PROMISE_NOT_FOUND),
            when(!promises.getOrDefault(promise, false), PROMISE_NOT_OPEN));
      }
    };
  }

  /** Notes what was done, and what must follow from it. */
  public void note(Command<?, ?> command, Message answer, Instant now) {
    if (answer instanceof Dispute dispute) {
      seen = dispute;
    }
    switch (command.deed()) {
      case OPEN_OR_JOIN -> {
        disputed.add(claim(command.request()));
        if (isOpen()) {
          // What was proposed does not cover the line.
          boolean settled = state == State.PROPOSED || state == State.APPROVED;
          state = settled ? State.IN_REVIEW : state;
        } else {
          state = State.OPEN;
          reopenCount = 0;
          owner = terms.accountManager();
          asked = Handoff.getDefaultInstance();
          callsAnew(((Dispute) answer).getCallback());
        }
      }
      case REVIEW -> state = State.IN_REVIEW;
      case AWAIT_PROVIDER -> state = State.AWAITING_PROVIDER;
      case AWAIT_CUSTOMER -> state = State.AWAITING_CUSTOMER;
      case PROPOSE_EXPLANATION, PROPOSE_CREDIT -> state = State.PROPOSED;
      case APPROVE -> state = State.APPROVED;
      case RESOLVE, SETTLE -> {
        state = State.RESOLVED;
        pending = false;
        for (DisputedLine line : ((Dispute) answer).getLinesList()) {
          creditedByLine.merge(line.getLine(), line.getApprovedAmount().getUnits(), Long::sum);
        }
      }
      case WITHDRAW -> {
        state = State.WITHDRAWN;
        pending = false;
      }
      case REOPEN -> {
        state = State.REOPENED;
        reopenCount++;
        owner = reopenCount >= SUPERIOR_FROM ? SUPERIOR : owner;
        callsAnew(((Dispute) answer).getCallback());
      }
      case CLOSE -> state = State.CLOSED;
      case REVERSE -> {
        String credit = ((ReverseCreditRequest) command.request()).getName();
        reversed.add(credit);
        Credit taken = requireNonNull(credits.get(credit));
        creditedByLine.merge(taken.getLine(), -taken.getAmount().getUnits(), Long::sum);
      }
      case CLAIM -> {
        claimer = command.actor();
        claimedUntil = instant(((Callback) answer).getClaim().getExpireTime());
      }
      case RELEASE -> claimer = "";
      case RESCHEDULE ->
          follows(((RescheduleCallbackResponse) answer).getSuccessor(), attempts, reschedules + 1);
      case REACHED -> {
        reached = true;
        LogAttemptResponse logged = (LogAttemptResponse) answer;
        follows(logged.getSuccessor(), 0, 0);
        for (Promise promise : logged.getPromisesList()) {
          promises.put(promise.getName(), true);
        }
      }
      case CUSTOMER_RESCHEDULED -> follows(((LogAttemptResponse) answer).getSuccessor(), 0, 0);
      case NO_ANSWER -> follows(((LogAttemptResponse) answer).getSuccessor(), attempts + 1, 0);
      case HUNG_UP, WRONG_NUMBER ->
          follows(((LogAttemptResponse) answer).getSuccessor(), attempts, 0);
      case SIGN_OFF -> signedOff = callback;
      case HAND_OFF -> {
        asked = (Handoff) answer;
        pending = true;
      }
      case ACCEPT_HANDOFF -> {
        owner = command.actor();
        pending = false;
      }
      case DECLINE_HANDOFF, CANCEL_HANDOFF -> pending = false;
      case KEEP_PROMISE -> promises.put(((Promise) answer).getName(), false);
    }
  }

  /** Looks at the dispute as it is now, and at all credits of the invoice. */
  public void look(Dispute now, List<Credit> given, Instant at) {
    seen = now;
    boolean coolingOff = state == State.RESOLVED || state == State.WITHDRAWN;
    if (coolingOff && !at.isBefore(instant(now.getCloseTime()))) {
      state = State.CLOSED;
    }
    given.stream()
        .filter(credit -> credit.getReversedCredit().isEmpty())
        .forEach(credit -> credits.put(credit.getName(), credit));
  }

  /** What is on the paper, to be compared with {@link #asSeen}. */
  public Map<String, Object> asNoted() {
    return Map.of(
        "state",
        state,
        "owner",
        owner,
        "reopenCount",
        reopenCount,
        "live callback",
        isOpen() ? callback : "",
        "reached",
        reached,
        "signed off",
        !signedOff.isEmpty(),
        "given back",
        creditedByLine.values().stream().mapToLong(Long::longValue).sum());
  }

  /** The same, as the server has it. */
  public Map<String, Object> asSeen(List<Credit> given) {
    return Map.of(
        "state", seen.getState(),
        "owner", seen.getOwner(),
        "reopenCount", seen.getReopenCount(),
        "live callback", seen.getCallback(),
        "reached", seen.getCustomerReached(),
        "signed off", seen.getSignedOff(),
        "given back", given.stream().mapToLong(credit -> credit.getAmount().getUnits()).sum());
  }

  private boolean isOpen() {
    return Deed.WITHDRAW.isAllowedIn(state);
  }

  private boolean isExhausted() {
    return attempts >= terms.attemptsMax();
  }

  private void callsAnew(String first) {
    callback = first;
    attempts = 0;
    reschedules = 0;
    claimer = "";
    reached = false;
    signedOff = "";
  }

  private void follows(Callback successor, int attemptsBefore, int reschedulesBefore) {
    callback = successor.getName();
    attempts = attemptsBefore;
    reschedules = reschedulesBefore;
    claimer = "";
  }

  private static List<Object> claim(Message request) {
    DisputedLine line = ((OpenDisputeRequest) request).getDispute().getLines(0);
    return List.of(line.getLine(), line.getReason());
  }

  private Optional<ErrorReason> forbidden(Deed deed) {
    return when(!deed.isAllowedIn(state), DISPUTE_STATE_FORBIDS_ACTION);
  }

  private Optional<ErrorReason> unheard() {
    return when(!reached && signedOff.isEmpty(), CUSTOMER_NOT_REACHED);
  }

  private Optional<ErrorReason> noCall() {
    return when(!isOpen() || isExhausted(), CALLBACK_NOT_LIVE);
  }

  private Optional<ErrorReason> claimed(String actor, Instant now) {
    return when(
        !claimer.isEmpty() && !claimer.equals(actor) && now.isBefore(claimedUntil),
        CALLBACK_CLAIMED);
  }

  /** What is asked back when all that is disputed is to be credited. */
  private long wanted() {
    return seen.getLinesList().stream()
        .mapToLong(line -> line.getDisputedAmount().getUnits())
        .sum();
  }

  private Optional<ErrorReason> tooMuch() {
    Map<String, Long> byLine = new HashMap<>();
    seen.getLinesList()
        .forEach(
            line -> byLine.merge(line.getLine(), line.getDisputedAmount().getUnits(), Long::sum));
    return when(
        byLine.entrySet().stream()
            .anyMatch(
                line ->
                    line.getValue()
                        > terms.lineAmount() - creditedByLine.getOrDefault(line.getKey(), 0L)),
        AMOUNT_EXCEEDS_LINE);
  }

  private boolean mayConcede(String actor, long amount) {
    return actor.equals(terms.accountManager()) || amount <= terms.limit();
  }

  private static Instant instant(com.google.protobuf.Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }

  private static Optional<ErrorReason> when(boolean holds, ErrorReason reason) {
    return holds ? Optional.of(reason) : Optional.empty();
  }

  @SafeVarargs
  private static Optional<ErrorReason> first(Optional<ErrorReason>... reasons) {
    List<ErrorReason> all = new ArrayList<>();
    for (Optional<ErrorReason> reason : reasons) {
      reason.ifPresent(all::add);
    }
    return all.stream().findFirst();
  }
}
