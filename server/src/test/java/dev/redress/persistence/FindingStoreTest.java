package dev.redress.persistence;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static dev.redress.persistence.Samples.lineName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.finding.Finding;
import dev.redress.finding.FindingCode;
import dev.redress.finding.FindingMode;
import dev.redress.finding.FindingRules;
import dev.redress.finding.Thresholds;
import dev.redress.identity.Actor;
import dev.redress.identity.LineName;
import dev.redress.invoice.LaborLine;
import dev.redress.money.Money;
import dev.redress.reconciliation.Dismissal;
import dev.redress.reconciliation.FindingRulesStore.Versioned;
import dev.redress.reconciliation.FindingStore.FindingFilter;
import dev.redress.reconciliation.FindingStore.Place;
import dev.redress.reconciliation.KnownFinding;
import dev.redress.time.Hours;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** What is wrong with lines, what clerks dismissed, and what is looked for. */
class FindingStoreTest {
  private static final FindingFilter ANY = new FindingFilter(null, null, null, "", "", "");

  @OnBothDatabases
  void finding_comesBackExactly(TestDatabase database) {
    MyBatisFindingStore store = store(database);
    Finding rate = finding("1", FindingCode.RATE, 2_000);
    Finding vague = finding("1", FindingCode.VAGUE, -1);

    store.replaceAll(CUSTOMER, List.of(vague, rate), FindingRules.SHIPPED);

    assertThat(store.of(lineName("1")))
        .containsExactly(
            new KnownFinding(rate, FindingMode.REVIEW, null, true),
            new KnownFinding(vague, FindingMode.NOTE, null, true));
    assertThat(store.of(lineName("2"))).isEmpty();
    store.replaceAll(CUSTOMER, List.of(), FindingRules.SHIPPED);
    assertThat(store.of(lineName("1"))).isEmpty();
  }

  @OnBothDatabases
  void finding_tellsWhenItsLineWasCorrectedSince(TestDatabase database) throws SQLException {
    MyBatisFindingStore store = store(database);
    store.replaceAll(CUSTOMER, List.of(finding("1", FindingCode.RATE, 500)), FindingRules.SHIPPED);

    database.execute("UPDATE labor_line SET content_hash = 'other' WHERE line_id = '1'");

    assertThat(store.of(lineName("1"))).extracting(KnownFinding::sameLine).containsExactly(false);
  }

  @OnBothDatabases
  void list_hasMostAtStakeFirstAndPages(TestDatabase database) {
    MyBatisFindingStore store = store(database);
    List<Finding> findings =
        List.of(
            finding("1", FindingCode.RATE, 500),
            finding("2", FindingCode.RATE, 500),
            finding("2", FindingCode.STALE, 500),
            finding("1", FindingCode.UNDERCHARGE, -100));
    store.replaceAll(CUSTOMER, findings.reversed(), FindingRules.SHIPPED);

    List<Finding> paged = new ArrayList<>();
    Place after = null;
    for (List<KnownFinding> page = store.list(PROVIDER, ANY, after, 1);
        !page.isEmpty();
        page = store.list(PROVIDER, ANY, after, 1)) {
      paged.add(page.getFirst().finding());
      after = Place.of(page.getFirst());
    }

    assertThat(paged).isEqualTo(findings);
    assertThat(
            store.list(
                PROVIDER,
                new FindingFilter(FindingCode.RATE, FindingMode.REVIEW, null, "", "", "2"),
                null,
                9))
        .extracting(KnownFinding::finding)
        .containsExactly(findings.get(1));
  }

  @OnBothDatabases
  void dismissal_holdsWhileTheLineSaysTheSame(TestDatabase database) {
    MyBatisFindingStore store = store(database);
    MyBatisLaborLineStore lines = new MyBatisLaborLineStore(database.transactions());
    LaborLine line = lines.require(lineName("1"));
    store.replaceAll(CUSTOMER, List.of(finding("1", FindingCode.RATE, 500)), FindingRules.SHIPPED);
    Dismissal dismissal =
        new Dismissal(
            line.name(), FindingCode.RATE, line.contentHash(), "agreed", Actor.REDRESS, NOW);

    store.dismiss(dismissal);
    store.dismiss(dismissal);

    assertThat(store.of(line.name()).getFirst().dismissal()).isEqualTo(dismissal);
    assertThat(store.dismissals(CUSTOMER)).containsExactly(dismissal);
    FindingFilter dismissed = new FindingFilter(null, null, true, "", "", "");
    FindingFilter standing = new FindingFilter(null, null, false, "", "", "");
    assertThat(store.list(PROVIDER, dismissed, null, 9)).hasSize(1);
    assertThat(store.list(PROVIDER, standing, null, 9)).isEmpty();

    lines.update(changed(line));

    assertThat(store.of(line.name()).getFirst().dismissal()).isNull();
    assertThat(store.list(PROVIDER, standing, null, 9)).hasSize(1);
    assertThat(store.restore(line.name(), FindingCode.RATE)).isTrue();
    assertThat(store.restore(line.name(), FindingCode.RATE)).isFalse();
  }

  @OnBothDatabases
  void rules_areShippedUntilStoredAndKnowTheirVersion(TestDatabase database) {
    MyBatisFindingStore store = store(database);
    assertThat(store.find(PROVIDER)).isEqualTo(new Versioned(FindingRules.SHIPPED, 0));
    Thresholds strict =
        new Thresholds(0, 2, 3, Hours.of("12"), 4, Hours.of("2.5"), 5, 6, List.of("a", "b c"));
    FindingRules rules = new FindingRules(Map.of(FindingCode.VAGUE, FindingMode.DISPUTE), strict);

    store.put(PROVIDER, new Versioned(rules, 1));
    assertThat(store.find(PROVIDER)).isEqualTo(new Versioned(rules, 1));
    store.put(PROVIDER, new Versioned(FindingRules.SHIPPED, 2));
    assertThat(store.find(PROVIDER)).isEqualTo(new Versioned(FindingRules.SHIPPED, 2));
    assertThatThrownBy(() -> store.put(PROVIDER, new Versioned(rules, 2)))
        .isInstanceOfSatisfying(
            RedressException.class,
            refused -> assertThat(refused.reason()).isEqualTo(ErrorReason.STALE_VERSION));
  }

  private static LaborLine changed(LaborLine line) {
    return new LaborLine(
        line.name(),
        line.workDate(),
        line.technician(),
        line.hours(),
        line.rate(),
        line.amount(),
        line.description() + ", and more",
        line.reference(),
        line.workType(),
        line.attributes());
  }

  private static Finding finding(String line, FindingCode code, long minor) {
    LineName name = lineName(line);
    return new Finding(
        name,
        code,
        "120 USD",
        "100 USD",
        "care-2026",
        CUSTOMER + "/agreements/care-2026",
        new Money(minor, Currency.getInstance("USD")));
  }

  private static MyBatisFindingStore store(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"), lineName("2"));
    return new MyBatisFindingStore(database.transactions());
  }
}
