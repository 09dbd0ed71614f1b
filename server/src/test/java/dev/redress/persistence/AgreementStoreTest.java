package dev.redress.persistence;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static dev.redress.persistence.Samples.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.agreement.Agreement;
import dev.redress.agreement.AgreementStore;
import dev.redress.agreement.IncludedHours;
import dev.redress.agreement.RateCard;
import dev.redress.agreement.RateRule;
import dev.redress.agreement.Rounding;
import dev.redress.agreement.TimeOfWork;
import dev.redress.agreement.WorkScope;
import dev.redress.error.ErrorReason;
import dev.redress.identity.AgreementName;
import dev.redress.identity.CustomerName;
import dev.redress.money.Rate;
import dev.redress.time.Hours;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

class AgreementStoreTest {
  private static final LocalDate FROM = LocalDate.of(2024, 2, 29);
  private static final LocalDate UNTIL = LocalDate.of(2025, 2, 28);
  private static final RateCard CARD =
      new RateCard(
          List.of(
              rule("Senior", TimeOfWork.ANY, 1_500_000),
              rule("", TimeOfWork.TRAVEL, 0),
              rule("Ünï 漢", TimeOfWork.WEEKEND, 2_250_001)));
  private static final IncludedHours INCLUDED =
      new IncludedHours(
          Hours.of("12.5"), IncludedHours.Period.QUARTER, Hours.of("0.25"), new Rate(955_000, USD));

  @OnBothDatabases
  void agreement_comesBackAsItWasStored(TestDatabase database) {
    AgreementStore store = stored(database);
    Agreement old = agreement("A/1", FROM, UNTIL, CARD, INCLUDED, 1);
    Agreement plain = agreement("B", UNTIL.plusDays(1), null, RateCard.NONE, null, 1);
    store.insert(old);
    store.insert(plain);

    assertThat(store.find(old.name())).contains(old);
    assertThat(store.find(plain.name())).contains(plain);
    assertThat(store.find(new AgreementName(CUSTOMER, "C"))).isEmpty();
    assertThat(store.list(CUSTOMER, "", 9)).containsExactly(old, plain);
    assertThat(store.list(CUSTOMER, "A/1", 9)).containsExactly(plain);
    assertThat(store.list(CUSTOMER, "", 1)).containsExactly(old);
    assertThat(store.all(CUSTOMER).inForce(UNTIL)).contains(old);
    assertThat(store.all(CUSTOMER).inForce(UNTIL.plusDays(1))).contains(plain);
    assertThat(store.count(CUSTOMER)).isEqualTo(2);
    CustomerName other = new CustomerName(PROVIDER, "other");
    assertThat(store.count(other)).isZero();
    assertThat(store.list(other, "", 9)).isEmpty();
    Refused.assertReason(ErrorReason.RESOURCE_EXISTS, () -> store.insert(old));
  }

  @OnBothDatabases
  void overlapping_findsAnotherThatSharesADay(TestDatabase database) {
    AgreementStore store = stored(database);
    Agreement old = agreement("old", FROM, UNTIL, CARD, null, 1);
    Agreement open = agreement("open", LocalDate.of(2026, 1, 1), null, CARD, null, 1);
    store.insert(old);
    store.insert(open);

    assertThat(store.overlapping(old)).isEmpty();
    assertThat(store.overlapping(fresh(UNTIL, LocalDate.of(2025, 12, 31)))).contains(old);
    assertThat(store.overlapping(fresh(UNTIL.plusDays(1), LocalDate.of(2025, 12, 31)))).isEmpty();
    assertThat(store.overlapping(fresh(UNTIL.plusDays(1), null))).contains(open);
    assertThat(store.overlapping(fresh(LocalDate.of(2199, 1, 1), LocalDate.of(2199, 1, 1))))
        .contains(open);
    assertThat(store.overlapping(fresh(LocalDate.of(2000, 1, 1), FROM.minusDays(1)))).isEmpty();
    assertThat(store.overlapping(fresh(LocalDate.of(2000, 1, 1), null))).contains(old);
  }

  @OnBothDatabases
  void update_isOneVersionAfterTheOther(TestDatabase database) {
    AgreementStore store = stored(database);
    store.insert(agreement("A", FROM, null, CARD, INCLUDED, 1));

    RateCard card = new RateCard(List.of(CARD.rules().get(2), CARD.rules().get(0)));
    Agreement changed = agreement("A", FROM, UNTIL, card, null, 2);
    store.update(changed);

    assertThat(store.find(changed.name())).contains(changed);
    Refused.assertReason(
        ErrorReason.STALE_VERSION, () -> store.update(agreement("A", FROM, UNTIL, CARD, null, 2)));
    assertThat(store.find(changed.name())).contains(changed);
  }

  @OnBothDatabases
  void schema_refusesWhatIsNoAgreement(TestDatabase database) {
    stored(database).insert(agreement("A", FROM, UNTIL, CARD, INCLUDED, 1));

    for (String wrong :
        List.of(
            "UPDATE agreement SET valid_until = DATE('2024-02-28')",
            "UPDATE agreement SET included_hours = 0",
            "UPDATE agreement SET included_hours = NULL",
            "UPDATE agreement SET included_period = NULL",
            "UPDATE agreement SET included_period = 'WEEK'",
            "UPDATE agreement SET carry_over_hours = -1",
            "UPDATE agreement SET overrun_rate_ten_thousandths = -1",
            "UPDATE agreement SET rounding_minutes = 481",
            "UPDATE agreement SET rounding_per = 'DAY'",
            "UPDATE agreement SET customer_id = 'nobody'",
            "UPDATE agreement_rate SET ordinal = ordinal + 198",
            "UPDATE agreement_rate SET time_of_work = 'NIGHT'",
            "UPDATE agreement_rate SET rate_ten_thousandths = -1",
            "UPDATE agreement_rate SET agreement_id = 'B'",
            "DELETE FROM agreement")) {
      assertThatThrownBy(() -> database.execute(wrong)).as(wrong).isInstanceOf(SQLException.class);
    }
  }

  private static AgreementStore stored(TestDatabase database) {
    Samples.storeLines(database.transactions());
    return new MyBatisAgreementStore(database.transactions());
  }

  private static Agreement fresh(LocalDate from, @Nullable LocalDate until) {
    return agreement("new", from, until, RateCard.NONE, null, 1);
  }

  private static Agreement agreement(
      String id,
      LocalDate from,
      @Nullable LocalDate until,
      RateCard card,
      @Nullable IncludedHours included,
      long version) {
    return new Agreement(
        new AgreementName(CUSTOMER, id),
        from,
        until,
        USD,
        card,
        included,
        new Rounding(15, 30, Rounding.Per.REQUEST),
        new WorkScope(List.of("Remote", "Help, desk; \"all\""), List.of("Project")),
        NOW,
        NOW,
        version);
  }

  private static RateRule rule(String role, TimeOfWork time, long rate) {
    return new RateRule(role, "sam", "Network", time, new Rate(rate, USD));
  }
}
