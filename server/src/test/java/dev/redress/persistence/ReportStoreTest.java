package dev.redress.persistence;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static dev.redress.persistence.Samples.USD;
import static dev.redress.persistence.Samples.lineName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.callback.CallbackState;
import dev.redress.dispute.DisputeReason;
import dev.redress.dispute.DisputeState;
import dev.redress.finding.Finding;
import dev.redress.finding.FindingCode;
import dev.redress.finding.FindingRules;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.money.Money;
import dev.redress.reconciliation.Acceptance;
import dev.redress.reconciliation.Dismissal;
import dev.redress.report.AgeingQuery;
import dev.redress.report.AgeingQuery.By;
import dev.redress.report.BilledLines;
import dev.redress.report.CallsQuery;
import dev.redress.report.Cause;
import dev.redress.report.ClaimedLine;
import dev.redress.report.ClaimedLine.Claim;
import dev.redress.report.Dimension;
import dev.redress.report.LateLine;
import dev.redress.report.LeakageColumn;
import dev.redress.report.LeakageQuery;
import dev.redress.report.OpenDispute;
import dev.redress.report.OpenDispute.HeldLine;
import dev.redress.report.OpenWork;
import dev.redress.report.PromisedCall;
import dev.redress.report.ReportStore.Credited;
import dev.redress.report.ReportStore.SpoiltLines;
import dev.redress.report.StakedLine;
import dev.redress.report.StakedLine.Stake;
import dev.redress.report.UpstreamQuery;
import dev.redress.time.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What reports are made of, on both databases. */
class ReportStoreTest {
  private static final Hours HOUR = Hours.of("1");
  private static final Money PRICE = new Money(12_000, USD);

  @OnBothDatabases
  void billed_isAddedUpByRowAndCurrency(TestDatabase database) {
    MyBatisReportStore store = store(database);

    assertThat(store.billed(query(Dimension.CUSTOMER)))
        .containsExactly(
            new BilledLines(CUSTOMER.customer(), null, false, 2, Hours.of("2"), usd(24_000)));
    assertThat(store.billed(query(Dimension.MONTH)))
        .extracting(BilledLines::key)
        .containsExactly("2025-10");
    assertThat(store.billed(query(Dimension.TECHNICIAN)))
        .extracting(BilledLines::key)
        .containsExactly("sam");
    assertThat(store.billed(query(Dimension.REASON)))
        .extracting(BilledLines::key)
        .containsExactly("");
  }

  @OnBothDatabases
  void scope_leavesOutOtherDaysAndCustomers(TestDatabase database) {
    MyBatisReportStore store = store(database);
    LocalDate worked = LocalDate.of(2025, 10, 25);

    assertThat(store.billed(query(CUSTOMER, worked, worked))).hasSize(1);
    assertThat(store.billed(query(CUSTOMER, worked.plusDays(1), null))).isEmpty();
    assertThat(store.billed(query(CUSTOMER, null, worked.minusDays(1)))).isEmpty();
    assertThat(store.billed(query(new CustomerName(PROVIDER, "other"), null, null))).isEmpty();
  }

  @OnBothDatabases
  void staked_bringsTheFindingsOfALineTogether_butNotWhatWasDismissed(TestDatabase database) {
    MyBatisReportStore store = store(database);
    MyBatisFindingStore findings = new MyBatisFindingStore(database.transactions());
    findings.replaceAll(
        CUSTOMER,
        List.of(
            finding("1", FindingCode.VAGUE, 12_000),
            finding("1", FindingCode.RATE, 2_000),
            finding("1", FindingCode.LATE_LOGGED, 0),
            finding("2", FindingCode.RATE, 500),
            finding("2", FindingCode.UNDERCHARGE, -300)),
        FindingRules.SHIPPED);
    findings.dismiss(
        new Dismissal(
            lineName("2"),
            FindingCode.RATE,
            new MyBatisLaborLineStore(database.transactions()).require(lineName("2")).contentHash(),
            "agreed",
            Actor.REDRESS,
            NOW));

    List<StakedLine> lines = new ArrayList<>();
    store.staked(query(Dimension.TECHNICIAN), lines::add);

    assertThat(lines)
        .containsExactlyInAnyOrder(
            new StakedLine(
                "sam",
                false,
                HOUR,
                PRICE,
                List.of(new Stake(FindingCode.RATE, 2_000), new Stake(FindingCode.VAGUE, 12_000))),
            new StakedLine(
                "sam", false, HOUR, PRICE, List.of(new Stake(FindingCode.UNDERCHARGE, -300))));
  }

  @OnBothDatabases
  void claimed_saysWhatBecameOfEachClaim(TestDatabase database) {
    MyBatisReportStore store = store(database);
    Samples.storeDispute(database.transactions(), "1", lineName("1"), lineName("2"));

    List<ClaimedLine> lines = new ArrayList<>();
    store.claimed(query(Dimension.CUSTOMER), lines::add);

    ClaimedLine open =
        new ClaimedLine(
            CUSTOMER.customer(),
            PRICE,
            List.of(new Claim(DisputeReason.UNCORRELATED, LeakageColumn.DISPUTED, 12_000)));
    assertThat(lines).containsExactly(open, open);
  }

  @OnBothDatabases
  void credited_isLessWhatWasTakenBack(TestDatabase database) {
    MyBatisReportStore store = store(database);
    Samples.storeDispute(database.transactions(), "1", lineName("1"), lineName("2"));
    MyBatisCreditStore credits = new MyBatisCreditStore(database.transactions());
    var first = Samples.credit("1", "1", lineName("1"), 1, 5_000, 0);
    credits.insert(first);
    credits.insert(Samples.credit("2", "1", lineName("2"), 1, 700, 0));
    credits.insert(
        first.reversal(Samples.credit("3", "1", lineName("1"), 2, 1, 0).name(), first, "no", NOW));

    assertThat(store.credited(query(Dimension.MONTH)))
        .containsExactly(new Credited("2025-10", DisputeReason.UNCORRELATED, usd(700)));
  }

  @OnBothDatabases
  void billed_tellsAcceptedLinesApart(TestDatabase database) {
    MyBatisReportStore store = store(database);
    new MyBatisDecisionStore(database.transactions())
        .accept(new Acceptance(lineName("1"), "agreed by phone", Actor.REDRESS, NOW));

    assertThat(store.billed(query(Dimension.MONTH)))
        .containsExactlyInAnyOrder(
            new BilledLines("2025-10", null, true, 1, HOUR, PRICE),
            new BilledLines("2025-10", null, false, 1, HOUR, PRICE));
  }

  @OnBothDatabases
  void causes_areThoseOfFindingsThatNobodyDismissed(TestDatabase database) {
    MyBatisReportStore store = store(database);
    new MyBatisFindingStore(database.transactions())
        .replaceAll(
            CUSTOMER,
            List.of(
                finding("1", FindingCode.VAGUE, 12_000),
                finding("2", FindingCode.VAGUE, 12_000),
                finding("2", FindingCode.RATE, 10),
                new Finding(
                    lineName("1"),
                    FindingCode.LATE_LOGGED,
                    "logged on 2025-11-04",
                    "by 2025-11-01",
                    "the work was done on 2025-10-25",
                    "",
                    usd(0))),
            FindingRules.SHIPPED);
    UpstreamQuery all = new UpstreamQuery(PROVIDER, null, null, null, 5);
    UpstreamQuery none = new UpstreamQuery(PROVIDER, CUSTOMER, LocalDate.of(2025, 10, 26), null, 5);

    List<LateLine> late = new ArrayList<>();
    store.late(all, late::add);
    store.late(none, late::add);

    assertThat(store.spoilt(all))
        .containsExactly(new SpoiltLines(Cause.VAGUE, "sam", 2, usd(24_000)));
    assertThat(store.spoilt(none)).isEmpty();
    assertThat(late).containsExactly(new LateLine("sam", PRICE, OptionalLong.of(10)));
  }

  @OnBothDatabases
  void open_bringsTheClaimsOfADisputeTogether(TestDatabase database) {
    MyBatisReportStore store = store(database);
    Samples.storeDispute(database.transactions(), "1", lineName("1"), lineName("2"));

    List<OpenDispute> disputes = new ArrayList<>();
    store.open(new AgeingQuery(PROVIDER, CUSTOMER, By.AGE, 50), disputes::add);
    store.open(
        new AgeingQuery(PROVIDER, new CustomerName(PROVIDER, "other"), By.AGE, 50), disputes::add);

    assertThat(disputes).hasSize(1);
    OpenDispute dispute = disputes.getFirst();
    assertThat(dispute.claims())
        .containsExactlyInAnyOrder(
            new HeldLine("1", 12_000, 12_000), new HeldLine("2", 12_000, 12_000));
    assertThat(dispute)
        .isEqualTo(
            new OpenDispute(
                CUSTOMER.customer(), DisputeState.OPEN, USD, NOW, false, null, dispute.claims()));
  }

  @OnBothDatabases
  void promised_bringsTheCallsOfADisputeTogetherAndKnowsWhichWereDue(TestDatabase database) {
    MyBatisReportStore store = store(database);
    Samples.storeDispute(database.transactions(), "1", lineName("1"));
    Instant due = NOW.plus(Duration.ofDays(2));

    assertThat(promised(store, null, null)).containsExactly(List.of(call(due)));
    assertThat(promised(store, due, due.plusSeconds(1))).hasSize(1);
    assertThat(promised(store, due.plusSeconds(1), null)).isEmpty();
    assertThat(promised(store, null, due)).isEmpty();
  }

  @OnBothDatabases
  void openWork_isCountedOfAllProviders(TestDatabase database) {
    MyBatisReportStore store = store(database);
    Samples.storeDispute(database.transactions(), "1", lineName("1"));
    Instant due = NOW.plus(Duration.ofDays(2));

    assertThat(store.openWork(due)).isEqualTo(new OpenWork(1, 1, 0));
    assertThat(store.openWork(due.plusSeconds(1))).isEqualTo(new OpenWork(1, 1, 1));
  }

  private static List<List<PromisedCall>> promised(
      MyBatisReportStore store, @Nullable Instant from, @Nullable Instant to) {
    List<List<PromisedCall>> disputes = new ArrayList<>();
    store.promised(new CallsQuery(PROVIDER, CUSTOMER, from, to, 50), disputes::add);
    return disputes;
  }

  private static PromisedCall call(Instant due) {
    return new PromisedCall(
        "dana", true, CallbackState.SCHEDULED, NOW, due, null, null, null, false);
  }

  private static Finding finding(String line, FindingCode code, long minor) {
    return new Finding(lineName(line), code, "billed", "expected", "rule", "", usd(minor));
  }

  private static LeakageQuery query(Dimension by) {
    return new LeakageQuery(PROVIDER, null, null, null, by, 50);
  }

  private static LeakageQuery query(
      CustomerName customer, @Nullable LocalDate from, @Nullable LocalDate to) {
    return new LeakageQuery(PROVIDER, customer, from, to, Dimension.MONTH, 50);
  }

  private static Money usd(long minor) {
    return new Money(minor, USD);
  }

  private static MyBatisReportStore store(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"), lineName("2"));
    return new MyBatisReportStore(database.transactions());
  }
}
