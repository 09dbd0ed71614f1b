package dev.redress.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.dispute.DisputeLifecycle.Transition;
import dev.redress.error.ErrorReason;
import dev.redress.identity.CallbackName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole table of a dispute's life, refusals included. */
class DisputeLifecycleTest {
  private static final Instant NOW = Instant.parse("2026-09-30T10:00:00Z");

  @ParameterizedTest(name = "{0} + {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # state           | action       | next
          OPEN              | ADD_LINES    | OPEN
          OPEN              | BEGIN_REVIEW | IN_REVIEW
          OPEN              | PROPOSE      | -
          OPEN              | APPROVE      | -
          OPEN              | RESOLVE      | -
          IN_REVIEW         | ADD_LINES    | IN_REVIEW
          IN_REVIEW         | BEGIN_REVIEW | -
          IN_REVIEW         | PROPOSE      | PROPOSED
          IN_REVIEW         | APPROVE      | -
          IN_REVIEW         | RESOLVE      | -
          AWAITING_PROVIDER | ADD_LINES    | AWAITING_PROVIDER
          AWAITING_PROVIDER | BEGIN_REVIEW | IN_REVIEW
          AWAITING_PROVIDER | PROPOSE      | -
          AWAITING_PROVIDER | APPROVE      | -
          AWAITING_PROVIDER | RESOLVE      | -
          AWAITING_CUSTOMER | ADD_LINES    | AWAITING_CUSTOMER
          AWAITING_CUSTOMER | BEGIN_REVIEW | IN_REVIEW
          AWAITING_CUSTOMER | PROPOSE      | -
          AWAITING_CUSTOMER | APPROVE      | -
          AWAITING_CUSTOMER | RESOLVE      | -
          PROPOSED          | ADD_LINES    | IN_REVIEW
          PROPOSED          | BEGIN_REVIEW | IN_REVIEW
          PROPOSED          | PROPOSE      | -
          PROPOSED          | APPROVE      | APPROVED
          PROPOSED          | RESOLVE      | -
          APPROVED          | ADD_LINES    | IN_REVIEW
          APPROVED          | BEGIN_REVIEW | -
          APPROVED          | PROPOSE      | -
          APPROVED          | APPROVE      | -
          APPROVED          | RESOLVE      | RESOLVED
          REOPENED          | ADD_LINES    | REOPENED
          REOPENED          | BEGIN_REVIEW | IN_REVIEW
          REOPENED          | PROPOSE      | -
          REOPENED          | APPROVE      | -
          REOPENED          | RESOLVE      | -
          RESOLVED          | ADD_LINES    | -
          RESOLVED          | BEGIN_REVIEW | -
          RESOLVED          | PROPOSE      | -
          RESOLVED          | APPROVE      | -
          RESOLVED          | RESOLVE      | -
          WITHDRAWN         | ADD_LINES    | -
          WITHDRAWN         | BEGIN_REVIEW | -
          WITHDRAWN         | PROPOSE      | -
          WITHDRAWN         | APPROVE      | -
          WITHDRAWN         | RESOLVE      | -
          CLOSED            | ADD_LINES    | -
          CLOSED            | BEGIN_REVIEW | -
          CLOSED            | PROPOSE      | -
          CLOSED            | APPROVE      | -
          CLOSED            | RESOLVE      | -
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
  void apply_isRefusedWithItsReasonWhereTheTableHasNothing() {
    assertThat(DisputeLifecycle.apply(dispute(DisputeState.OPEN, null), DisputeAction.RESOLVE, NOW))
        .isEqualTo(new Transition.Refused(ErrorReason.DISPUTE_STATE_FORBIDS_ACTION));
  }

  @Test
  void apply_doesNotResolveBeforeACallReachedTheCustomer() {
    assertThat(
            DisputeLifecycle.apply(
                dispute(DisputeState.APPROVED, null), DisputeAction.RESOLVE, NOW))
        .isEqualTo(new Transition.Refused(ErrorReason.CUSTOMER_NOT_REACHED));
  }

  @Test
  void apply_resolvesAndLetsTheCallbackGoOnceTheCustomerWasReached() {
    Transition transition =
        DisputeLifecycle.apply(
            dispute(DisputeState.APPROVED, callback("reached")), DisputeAction.RESOLVE, NOW);
    assertThat(transition).isInstanceOf(Transition.Accepted.class);
    Dispute after = ((Transition.Accepted) transition).after();
    assertThat(after.state()).isEqualTo(DisputeState.RESOLVED);
    assertThat(after.callback()).isNull();
    assertThat(after.version()).isEqualTo(2);
    assertThat(after.updateTime()).isEqualTo(NOW);
  }

  private static Dispute dispute(DisputeState state, @Nullable CallbackName reachedBy) {
    return new Dispute(
        new DisputeName(new ProviderName("north"), "d1"),
        state,
        InvoiceName.parse("providers/north/customers/ATLAS/invoices/2026-09"),
        "mia",
        Currency.getInstance("USD"),
        List.of(),
        callback("live"),
        reachedBy,
        NOW.minusSeconds(60),
        NOW.minusSeconds(60),
        1);
  }

  private static CallbackName callback(String id) {
    return new CallbackName(new ProviderName("north"), id);
  }
}
