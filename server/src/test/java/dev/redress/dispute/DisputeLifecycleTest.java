package dev.redress.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.dispute.Dispute.Origin;
import dev.redress.dispute.DisputeLifecycle.Terms;
import dev.redress.dispute.DisputeLifecycle.Transition;
import dev.redress.error.ErrorReason;
import dev.redress.identity.CallbackName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.money.Money;
import dev.redress.time.BusinessCalendar;
import dev.redress.time.BusinessWeek;
import dev.redress.time.BusinessWindow;
import dev.redress.time.Holidays;
import dev.redress.time.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole table of a dispute's life, refusals included. */
class DisputeLifecycleTest {
  private static final Instant FRIDAY = Instant.parse("2026-10-02T10:00:00Z");
  private static final Instant MONDAY = Instant.parse("2026-10-05T10:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-10-06T10:00:00Z");
  private static final InvoiceName INVOICE =
      InvoiceName.parse("providers/north/customers/ATLAS/invoices/2026-09");
  private static final CallbackName CALL = callback("live");
  private static final BusinessCalendar CALENDAR =
      new BusinessCalendar(
          BusinessWeek.mondayToFriday(List.of(new BusinessWindow(9 * 60, 17 * 60))),
          ZoneOffset.UTC,
          Holidays.NONE);

  /** Opened on a Friday at ten over 120 dollars. */
  private static final Dispute OPEN =
      Dispute.opened(
          new DisputeName(new ProviderName("north"), "d1"),
          INVOICE,
          Origin.PROVIDER,
          "mia",
          Currency.getInstance("USD"),
          List.of(
              DisputedLine.claimed(
                  new LineName(INVOICE, "1"),
                  DisputeReason.UNCORRELATED,
                  RequestedAction.CREDIT_PARTIALLY,
                  Hours.of("1"),
                  usd(120),
                  usd(120),
                  "")),
          CALL,
          FRIDAY);

  @ParameterizedTest(name = "{0} + {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # state           | action         | next
          OPEN              | ADD_LINES      | OPEN
          OPEN              | BEGIN_REVIEW   | IN_REVIEW
          OPEN              | AWAIT_PROVIDER | AWAITING_PROVIDER
          OPEN              | AWAIT_CUSTOMER | AWAITING_CUSTOMER
          OPEN              | PROPOSE        | -
          OPEN              | APPROVE        | -
          OPEN              | RESOLVE        | -
          OPEN              | WITHDRAW       | WITHDRAWN
          OPEN              | REOPEN         | -
          OPEN              | CLOSE          | -
          IN_REVIEW         | ADD_LINES      | IN_REVIEW
          IN_REVIEW         | BEGIN_REVIEW   | -
          IN_REVIEW         | AWAIT_PROVIDER | AWAITING_PROVIDER
          IN_REVIEW         | AWAIT_CUSTOMER | AWAITING_CUSTOMER
          IN_REVIEW         | PROPOSE        | PROPOSED
          IN_REVIEW         | APPROVE        | -
          IN_REVIEW         | RESOLVE        | -
          IN_REVIEW         | WITHDRAW       | WITHDRAWN
          IN_REVIEW         | REOPEN         | -
          IN_REVIEW         | CLOSE          | -
          AWAITING_PROVIDER | ADD_LINES      | AWAITING_PROVIDER
          AWAITING_PROVIDER | BEGIN_REVIEW   | IN_REVIEW
          AWAITING_PROVIDER | AWAIT_PROVIDER | -
          AWAITING_PROVIDER | AWAIT_CUSTOMER | -
          AWAITING_PROVIDER | PROPOSE        | -
          AWAITING_PROVIDER | APPROVE        | -
          AWAITING_PROVIDER | RESOLVE        | -
          AWAITING_PROVIDER | WITHDRAW       | WITHDRAWN
          AWAITING_PROVIDER | REOPEN         | -
          AWAITING_PROVIDER | CLOSE          | -
          AWAITING_CUSTOMER | ADD_LINES      | AWAITING_CUSTOMER
          AWAITING_CUSTOMER | BEGIN_REVIEW   | IN_REVIEW
          AWAITING_CUSTOMER | AWAIT_PROVIDER | -
          AWAITING_CUSTOMER | AWAIT_CUSTOMER | -
          AWAITING_CUSTOMER | PROPOSE        | -
          AWAITING_CUSTOMER | APPROVE        | -
          AWAITING_CUSTOMER | RESOLVE        | -
          AWAITING_CUSTOMER | WITHDRAW       | WITHDRAWN
          AWAITING_CUSTOMER | REOPEN         | -
          AWAITING_CUSTOMER | CLOSE          | -
          PROPOSED          | ADD_LINES      | IN_REVIEW
          PROPOSED          | BEGIN_REVIEW   | IN_REVIEW
          PROPOSED          | AWAIT_PROVIDER | -
          PROPOSED          | AWAIT_CUSTOMER | -
          PROPOSED          | PROPOSE        | -
          PROPOSED          | APPROVE        | APPROVED
          PROPOSED          | RESOLVE        | -
          PROPOSED          | WITHDRAW       | WITHDRAWN
          PROPOSED          | REOPEN         | -
          PROPOSED          | CLOSE          | -
          APPROVED          | ADD_LINES      | IN_REVIEW
          APPROVED          | BEGIN_REVIEW   | -
          APPROVED          | AWAIT_PROVIDER | -
          APPROVED          | AWAIT_CUSTOMER | -
          APPROVED          | PROPOSE        | -
          APPROVED          | APPROVE        | -
          APPROVED          | RESOLVE        | RESOLVED
          APPROVED          | WITHDRAW       | WITHDRAWN
          APPROVED          | REOPEN         | -
          APPROVED          | CLOSE          | -
          REOPENED          | ADD_LINES      | REOPENED
          REOPENED          | BEGIN_REVIEW   | IN_REVIEW
          REOPENED          | AWAIT_PROVIDER | AWAITING_PROVIDER
          REOPENED          | AWAIT_CUSTOMER | AWAITING_CUSTOMER
          REOPENED          | PROPOSE        | -
          REOPENED          | APPROVE        | -
          REOPENED          | RESOLVE        | -
          REOPENED          | WITHDRAW       | WITHDRAWN
          REOPENED          | REOPEN         | -
          REOPENED          | CLOSE          | -
          RESOLVED          | ADD_LINES      | -
          RESOLVED          | BEGIN_REVIEW   | -
          RESOLVED          | AWAIT_PROVIDER | -
          RESOLVED          | AWAIT_CUSTOMER | -
          RESOLVED          | PROPOSE        | -
          RESOLVED          | APPROVE        | -
          RESOLVED          | RESOLVE        | -
          RESOLVED          | WITHDRAW       | -
          RESOLVED          | REOPEN         | REOPENED
          RESOLVED          | CLOSE          | CLOSED
          WITHDRAWN         | ADD_LINES      | -
          WITHDRAWN         | BEGIN_REVIEW   | -
          WITHDRAWN         | AWAIT_PROVIDER | -
          WITHDRAWN         | AWAIT_CUSTOMER | -
          WITHDRAWN         | PROPOSE        | -
          WITHDRAWN         | APPROVE        | -
          WITHDRAWN         | RESOLVE        | -
          WITHDRAWN         | WITHDRAW       | -
          WITHDRAWN         | REOPEN         | REOPENED
          WITHDRAWN         | CLOSE          | CLOSED
          CLOSED            | ADD_LINES      | -
          CLOSED            | BEGIN_REVIEW   | -
          CLOSED            | AWAIT_PROVIDER | -
          CLOSED            | AWAIT_CUSTOMER | -
          CLOSED            | PROPOSE        | -
          CLOSED            | APPROVE        | -
          CLOSED            | RESOLVE        | -
          CLOSED            | WITHDRAW       | -
          CLOSED            | REOPEN         | -
          CLOSED            | CLOSE          | -
          """)
  void next(DisputeState state, DisputeAction action, @Nullable DisputeState expected) {
    assertThat(DisputeLifecycle.next(state, action).orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(DisputeState.class)
  void settlement_leadsFromEachStateToTheEndOrIsEmpty(DisputeState start) {
    DisputeState state = start;
    for (DisputeAction action : DisputeLifecycle.settlement(start)) {
      state = DisputeLifecycle.next(state, action).orElseThrow();
    }
    assertThat(state)
        .isEqualTo(DisputeLifecycle.settlement(start).isEmpty() ? start : DisputeState.RESOLVED);
  }

  @Test
  void everyActionIsInTheTableOfEveryState() throws NoSuchMethodException {
    String table =
        DisputeLifecycleTest.class
            .getDeclaredMethod("next", DisputeState.class, DisputeAction.class, DisputeState.class)
            .getAnnotation(CsvSource.class)
            .textBlock();
    for (DisputeState state : DisputeState.values()) {
      for (DisputeAction action : DisputeAction.values()) {
        assertThat(table).containsPattern(state + " *\\| " + action + " *\\|");
      }
    }
  }

  @Test
  void apply_isRefusedWithItsReasonWhereTheTableHasNothing() {
    assertThat(apply(OPEN, new Move.Resolve()))
        .isEqualTo(new Transition.Refused(ErrorReason.DISPUTE_STATE_FORBIDS_ACTION));
  }

  @Test
  void propose_needsAnOutcomeForEachLine() {
    assertThat(apply(after(new Move.BeginReview()), new Move.Propose(OPEN.lines(), "mia")))
        .isEqualTo(new Transition.Refused(ErrorReason.OUTCOME_INCOMPLETE));
  }

  @Test
  void resolve_isRefusedBeforeTheCustomerWasHeard() {
    assertThat(apply(approved(OPEN), new Move.Resolve()))
        .isEqualTo(new Transition.Refused(ErrorReason.CUSTOMER_NOT_REACHED));
  }

  @Test
  void resolve_givesBackLetsTheCallbackGoAndBeginsTheCoolingOff() {
    Dispute resolved = resolved();

    assertThat(resolved.state()).isEqualTo(DisputeState.RESOLVED);
    assertThat(resolved.callback()).isNull();
    assertThat(resolved.creditedAmount()).isEqualTo(usd(80));
    // Friday, and five business days: Friday of the next week.
    assertThat(resolved.round().closeTime()).isEqualTo(Instant.parse("2026-10-09T10:00:00Z"));
    assertThat(resolved.updateTime()).isEqualTo(FRIDAY);
  }

  @Test
  void resolve_isAllowedAfterTheAccountManagerSignedOff() {
    Dispute signedOff = OPEN.signedOff(CALL, FRIDAY);

    assertThat(moved(approved(signedOff), new Move.Resolve(), FRIDAY).state())
        .isEqualTo(DisputeState.RESOLVED);
  }

  @Test
  void withdraw_endsWithoutMoneyAndKeepsTheCustomersWord() {
    Withdrawal word = new Withdrawal("Jo", ContactChannel.PHONE, FRIDAY, "found the mail");
    Dispute withdrawn = after(new Move.Withdraw(word));

    assertThat(withdrawn.state()).isEqualTo(DisputeState.WITHDRAWN);
    assertThat(withdrawn.hearing().withdrawal()).isEqualTo(word);
    assertThat(withdrawn.lines())
        .extracting(DisputedLine::outcome)
        .containsOnly(LineOutcome.WITHDRAWN);
    assertThat(withdrawn.creditedAmount()).isEqualTo(usd(0));
  }

  @Test
  void reopen_asksAgainForWhatIsLeftAndForSomebodyToBeReached() {
    Dispute before = resolved();
    List<DisputedLine> left = before.lines().stream().map(line -> line.reopened(usd(40))).toList();
    Dispute reopened = moved(before, new Move.Reopen(callback("second"), "dana", left), MONDAY);

    assertThat(reopened.state()).isEqualTo(DisputeState.REOPENED);
    assertThat(reopened.callback()).isEqualTo(callback("second"));
    assertThat(reopened.owner()).isEqualTo("dana");
    assertThat(reopened.hearing()).isEqualTo(Hearing.NONE);
    assertThat(reopened.round()).isEqualTo(new Round(1, MONDAY, null));
    assertThat(reopened.clock()).isEqualTo(SlaClock.started(MONDAY));
    assertThat(reopened.disputedAmount()).isEqualTo(usd(40));
    assertThat(reopened.creditedAmount()).isEqualTo(usd(80));
    assertThat(reopened.approvedAmount()).isEqualTo(usd(0));
  }

  @Test
  void close_isTheEnd() {
    Dispute closed = moved(resolved(), new Move.Close(), MONDAY);

    assertThat(closed.state()).isEqualTo(DisputeState.CLOSED);
    assertThat(closed.round().closeTime()).isNull();
  }

  @ParameterizedTest(name = "opened Friday 10:00, {0} -> {1}; asked Tuesday 10:00")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # waits from             | until                | used  | 40 hours are used at
          2026-10-02T12:00:00Z     | 2026-10-05T12:00:00Z | PT8H  | 2026-10-12T10:00:00Z
          2026-10-02T18:00:00Z     | 2026-10-04T18:00:00Z | PT16H | 2026-10-09T10:00:00Z
          2026-10-02T10:00:00Z     | 2026-10-06T10:00:00Z | PT0S  | 2026-10-13T10:00:00Z
          """)
  void clock_standsStillWhileTheCustomerIsWaitedFor(
      Instant from, Instant until, Duration used, Instant target) {
    Waiting waiting = new Waiting("the signed order", from, from.plus(Duration.ofDays(9)));
    Dispute waits = moved(OPEN, new Move.AwaitCustomer(waiting), from);
    Dispute goesOn = moved(waits, new Move.BeginReview(), until);

    assertThat(waits.waiting()).isEqualTo(waiting);
    assertThat(waits.callback()).isEqualTo(OPEN.callback());
    assertThat(goesOn.waiting()).isNull();
    assertThat(goesOn.clock().elapsed(TUESDAY, CALENDAR)).isEqualTo(used);
    assertThat(goesOn.clock().reaches(Duration.ofHours(40), CALENDAR)).isEqualTo(target);
  }

  @Test
  void clock_runsWhileTheProviderIsWaitedFor() {
    Waiting waiting = new Waiting("the time sheet", FRIDAY, FRIDAY.plus(Duration.ofDays(1)));
    Dispute waits = after(new Move.AwaitProvider(waiting));

    assertThat(waits.clock()).isEqualTo(OPEN.clock());
  }

  private static Dispute resolved() {
    return moved(
        approved(OPEN.withCallback(callback("next"), true, FRIDAY)), new Move.Resolve(), FRIDAY);
  }

  private static Dispute approved(Dispute dispute) {
    Dispute review = moved(dispute, new Move.BeginReview(), FRIDAY);
    Move propose =
        new Move.Propose(
            review.lines().stream()
                .map(line -> line.settled(LineOutcome.PARTIALLY_CREDITED, usd(80), null, ""))
                .toList(),
            "mia");
    return moved(moved(review, propose, FRIDAY), new Move.Approve(), FRIDAY);
  }

  private static Dispute after(Move move) {
    return moved(OPEN, move, FRIDAY);
  }

  private static Dispute moved(Dispute dispute, Move move, Instant now) {
    return ((Transition.Accepted)
            DisputeLifecycle.apply(dispute, move, new Terms(now, CALENDAR, 5)))
        .after();
  }

  private static Transition apply(Dispute dispute, Move move) {
    return DisputeLifecycle.apply(dispute, move, new Terms(FRIDAY, CALENDAR, 5));
  }

  private static Money usd(int amount) {
    return new Money(amount * 100L, Currency.getInstance("USD"));
  }

  private static CallbackName callback(String id) {
    return new CallbackName(new ProviderName("north"), id);
  }
}
