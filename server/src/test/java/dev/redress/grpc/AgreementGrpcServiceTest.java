package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.FieldMask;
import com.google.type.Date;
import com.google.type.Money;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.Agreement;
import dev.redress.v1.AgreementServiceGrpc;
import dev.redress.v1.AgreementServiceGrpc.AgreementServiceBlockingStub;
import dev.redress.v1.CreateAgreementRequest;
import dev.redress.v1.Event;
import dev.redress.v1.GetAgreementRequest;
import dev.redress.v1.IncludedHours;
import dev.redress.v1.ListAgreementsRequest;
import dev.redress.v1.ListAgreementsResponse;
import dev.redress.v1.RateRule;
import dev.redress.v1.Rounding;
import dev.redress.v1.UpdateAgreementRequest;
import io.grpc.Status;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgreementGrpcServiceTest {
  private static final Date JANUARY = date(2026, 1, 1);
  private static final Date DECEMBER = date(2026, 12, 31);

  @ParameterizedTest
  @EnumSource
  void agreement_isCreatedReadListedAndChanged(TestDatabase.Kind kind) {
    String customer = TestApi.on(kind).newCustomer();
    CreateAgreementRequest request =
        create(customer, "MSA/1", full()).toBuilder().setRequestId(TestApi.requestId()).build();

    Agreement created = stub(kind).createAgreement(request);

    assertThat(created.getName()).isEqualTo(customer + "/agreements/MSA%2F1");
    assertThat(
            created.toBuilder().clearName().clearCreateTime().clearUpdateTime().clearEtag().build())
        .isEqualTo(full().build());
    assertThat(created.hasCreateTime()).isTrue();
    assertThat(created.getUpdateTime()).isEqualTo(created.getCreateTime());
    assertThat(stub(kind).createAgreement(request)).isEqualTo(created);
    assertThat(get(kind, created.getName())).isEqualTo(created);

    Agreement next =
        stub(kind)
            .createAgreement(
                create(customer, "MSA/2", Agreement.newBuilder().setStartDate(date(2027, 1, 1))));
    assertThat(next.hasEndDate()).isFalse();
    assertThat(next.hasIncludedHours()).isFalse();
    assertThat(next.hasRounding()).isFalse();

    ListAgreementsRequest all =
        ListAgreementsRequest.newBuilder().setParent(customer).setPageSize(1).build();
    ListAgreementsResponse first = stub(kind).listAgreements(all);
    ListAgreementsResponse second =
        stub(kind).listAgreements(all.toBuilder().setPageToken(first.getNextPageToken()).build());
    assertThat(first.getAgreementsList()).containsExactly(created);
    assertThat(second.getAgreementsList()).containsExactly(next);
    assertThat(second.getNextPageToken()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void update_changesWhatIsNamedAndEndsAnAgreement(TestDatabase.Kind kind) {
    String customer = TestApi.on(kind).newCustomer();
    Agreement created = stub(kind).createAgreement(create(customer, "A", full()));

    Agreement ended =
        update(
            kind,
            Agreement.newBuilder()
                .setName(created.getName())
                .setEtag(created.getEtag())
                .setEndDate(date(2026, 6, 30)));

    assertThat(ended.getEndDate()).isEqualTo(date(2026, 6, 30));
    assertThat(ended.getRateRulesList()).isEqualTo(created.getRateRulesList());
    assertThat(ended.getIncludedHours()).isEqualTo(created.getIncludedHours());
    Agreement plain =
        stub(kind)
            .updateAgreement(
                UpdateAgreementRequest.newBuilder()
                    .setAgreement(
                        Agreement.newBuilder().setName(created.getName()).addRateRules(rule("95")))
                    .setUpdateMask(
                        FieldMask.newBuilder()
                            .addPaths("included_hours")
                            .addPaths("rate_rules")
                            .addPaths("end_date"))
                    .build());
    assertThat(plain.hasIncludedHours()).isFalse();
    assertThat(plain.hasEndDate()).isFalse();
    assertThat(plain.getRateRulesList()).containsExactly(rule("95").build());
    assertThat(plain.getRounding()).isEqualTo(created.getRounding());
    // What is as it was is no change.
    assertThat(update(kind, plain.toBuilder())).isEqualTo(plain);
    Refusal.of(() -> update(kind, ended.toBuilder()))
        .assertIs(Status.Code.ABORTED, ErrorReason.STALE_VERSION);
    Refusal.of(() -> update(kind, Agreement.newBuilder().setName(customer + "/agreements/X")))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.AGREEMENT_NOT_FOUND);
    Refusal.of(() -> get(kind, customer + "/agreements/X"))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.AGREEMENT_NOT_FOUND);
    assertThat(TestApi.on(kind).events(customer.substring(0, customer.indexOf("/customers/"))))
        .filteredOn(event -> event.getResource().equals(created.getName()))
        .extracting(Event::getAction)
        .containsExactly("agreement.created", "agreement.updated", "agreement.updated");
  }

  @ParameterizedTest
  @EnumSource
  void noDayIsUnderTwoAgreements(TestDatabase.Kind kind) {
    String customer = TestApi.on(kind).newCustomer();
    stub(kind).createAgreement(create(customer, "old", full()));
    Agreement next =
        stub(kind)
            .createAgreement(
                create(customer, "new", Agreement.newBuilder().setStartDate(date(2027, 1, 1))));

    Refusal overlap =
        Refusal.of(
            () ->
                stub(kind)
                    .createAgreement(create(customer, "more", full().setStartDate(DECEMBER))));

    overlap.assertIs(Status.Code.ALREADY_EXISTS, ErrorReason.AGREEMENT_OVERLAPS);
    assertThat(overlap.sentence())
        .isEqualTo(
            "the agreement old is in force from 2026-01-01 to 2026-12-31, and more would be from"
                + " 2026-12-31 to 2026-12-31; end the one before the other begins");
    assertThat(overlap.info().getMetadataMap())
        .containsEntry("agreement", customer + "/agreements/old");
    Refusal.of(() -> update(kind, next.toBuilder().setStartDate(DECEMBER)))
        .assertIs(Status.Code.ALREADY_EXISTS, ErrorReason.AGREEMENT_OVERLAPS);
    Refusal.of(() -> stub(kind).createAgreement(create(customer, "old", full())))
        .assertIs(Status.Code.ALREADY_EXISTS, ErrorReason.RESOURCE_EXISTS);
    // Days are only taken by agreements of the same customer.
    String other = TestApi.on(kind).newCustomer();
    assertThat(stub(kind).createAgreement(create(other, "old", full())).getName())
        .isEqualTo(other + "/agreements/old");
  }

  @ParameterizedTest
  @EnumSource
  void create_refuses(TestDatabase.Kind kind) {
    String customer = TestApi.on(kind).newCustomer();

    refused(kind, customer, Agreement.newBuilder(), "agreement.start_date");
    refused(kind, customer, full().setStartDate(date(2026, 2, 29)), "agreement.start_date");
    refused(kind, customer, full().setEndDate(date(2025, 12, 31)), "agreement");
    refused(kind, customer, full().setCurrencyCode("XXX"), "agreement.currency_code");
    refused(kind, customer, full().addRateRules(rule("-1")), "agreement.rate_rules[2].rate");
    refused(
        kind,
        customer,
        full().addRateRules(RateRule.newBuilder().setRole("Junior")),
        "agreement.rate_rules[2].rate");
    refused(
        kind,
        customer,
        full().addRateRules(rule("1").setRole("x".repeat(201))),
        "agreement.rate_rules[2]");
    refused(
        kind, customer, full().addRateRules(rule("9").setRole("SENIOR")), "agreement.rate_rules");
    Agreement.Builder tooMany = full();
    for (int i = 0; i < 199; i++) {
      tooMany.addRateRules(rule("1").setRole("role " + i));
    }
    refused(kind, customer, tooMany, "agreement.rate_rules");
    refused(
        kind,
        customer,
        full().setIncludedHours(included().clearHours()),
        "agreement.included_hours");
    refused(
        kind,
        customer,
        full().setIncludedHours(included().clearPeriod()),
        "agreement.included_hours.period");
    refused(
        kind,
        customer,
        full().setIncludedHours(included().setCarryOverHoursMax(-1)),
        "agreement.included_hours.carry_over_hours_max");
    refused(
        kind,
        customer,
        full().setRounding(Rounding.newBuilder().setIncrementMinutes(481)),
        "agreement.rounding.increment_minutes");
    refused(
        kind,
        customer,
        full().setRounding(Rounding.newBuilder().setMinimumMinutes(-1)),
        "agreement.rounding.minimum_minutes");
    refused(kind, customer, full().addExcludedWorkTypes("remote"), "agreement");
    Refusal.of(
            () ->
                stub(kind)
                    .createAgreement(
                        create(customer, "A", full().addRateRules(rule("1").setRate(eur())))))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.CURRENCY_MISMATCH);
    Refusal.of(() -> stub(kind).createAgreement(create(customer, "", full())))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "agreement_id");
    Refusal.of(() -> stub(kind).createAgreement(create("customers/1", "A", full())))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.NAME_INVALID, "parent");
    Refusal.of(() -> stub(kind).createAgreement(create(customer + "X", "A", full())))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CUSTOMER_NOT_FOUND);
    Refusal.of(
            () ->
                stub(kind)
                    .listAgreements(
                        ListAgreementsRequest.newBuilder().setParent(customer + "X").build()))
        .assertIs(Status.Code.NOT_FOUND, ErrorReason.CUSTOMER_NOT_FOUND);
    Refusal.of(
            () ->
                stub(kind)
                    .listAgreements(
                        ListAgreementsRequest.newBuilder()
                            .setParent(customer)
                            .setPageToken("x")
                            .build()))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.PAGE_TOKEN_INVALID, "page_token");
  }

  @ParameterizedTest
  @EnumSource
  void aCustomerHasTwoHundredAgreementsAtMost(TestDatabase.Kind kind) {
    String customer = TestApi.on(kind).newCustomer();
    for (int i = 0; i < 200; i++) {
      Date day = date(1970 + i, 1, 1);
      var _ =
          stub(kind)
              .createAgreement(
                  create(
                      customer, "A" + i, Agreement.newBuilder().setStartDate(day).setEndDate(day)));
    }

    Refusal.of(
            () ->
                stub(kind)
                    .createAgreement(
                        create(
                            customer,
                            "more",
                            Agreement.newBuilder().setStartDate(date(2199, 1, 1)))))
        .assertIs(Status.Code.RESOURCE_EXHAUSTED, ErrorReason.TOO_LARGE);
  }

  private static void refused(
      TestDatabase.Kind kind, String customer, Agreement.Builder agreement, String field) {
    Refusal.of(() -> stub(kind).createAgreement(create(customer, "A", agreement)))
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.FIELD_INVALID, field);
  }

  /** All that an agreement can say. */
  private static Agreement.Builder full() {
    return Agreement.newBuilder()
        .setStartDate(JANUARY)
        .setEndDate(DECEMBER)
        .setCurrencyCode("USD")
        .addRateRules(rule("180.50").setRole("Senior"))
        .addRateRules(
            rule("300")
                .setTechnician("Sam")
                .setWorkType("Network")
                .setTimeOfWork(RateRule.TimeOfWork.WEEKEND))
        .setIncludedHours(included())
        .setRounding(
            Rounding.newBuilder()
                .setIncrementMinutes(15)
                .setMinimumMinutes(30)
                .setPer(Rounding.Per.REQUEST))
        .addCoveredWorkTypes("Remote")
        .addExcludedWorkTypes("Project");
  }

  private static IncludedHours.Builder included() {
    return IncludedHours.newBuilder()
        .setHours(12.5)
        .setPeriod(IncludedHours.Period.MONTH)
        .setCarryOverHoursMax(4)
        .setOverrunRate(usd("95"));
  }

  private static RateRule.Builder rule(String rate) {
    return RateRule.newBuilder().setTimeOfWork(RateRule.TimeOfWork.ANY).setRate(usd(rate));
  }

  private static Money usd(String amount) {
    BigDecimal number = new BigDecimal(amount);
    return Money.newBuilder()
        .setCurrencyCode("USD")
        .setUnits(number.longValue())
        .setNanos(number.remainder(BigDecimal.ONE).movePointRight(9).intValueExact())
        .build();
  }

  private static Money eur() {
    return Money.newBuilder().setCurrencyCode("EUR").setUnits(1).build();
  }

  private static Date date(int year, int month, int day) {
    return Date.newBuilder().setYear(year).setMonth(month).setDay(day).build();
  }

  private static CreateAgreementRequest create(
      String customer, String id, Agreement.Builder agreement) {
    Agreement.Builder complete = agreement.clone();
    if (complete.getCurrencyCode().isEmpty()) {
      complete.setCurrencyCode("USD");
    }
    return CreateAgreementRequest.newBuilder()
        .setParent(customer)
        .setAgreementId(id)
        .setAgreement(complete)
        .build();
  }

  private static Agreement update(TestDatabase.Kind kind, Agreement.Builder agreement) {
    return stub(kind)
        .updateAgreement(UpdateAgreementRequest.newBuilder().setAgreement(agreement).build());
  }

  private static Agreement get(TestDatabase.Kind kind, String name) {
    return stub(kind).getAgreement(GetAgreementRequest.newBuilder().setName(name).build());
  }

  private static AgreementServiceBlockingStub stub(TestDatabase.Kind kind) {
    return AgreementServiceGrpc.newBlockingStub(TestApi.on(kind).channel());
  }
}
