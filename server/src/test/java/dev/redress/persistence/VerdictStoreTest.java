package dev.redress.persistence;

import static dev.redress.persistence.Samples.CUSTOMER;
import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static dev.redress.persistence.Samples.lineName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.finding.FindingCode;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ReconciliationName;
import dev.redress.invoice.LaborLine;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.matching.Allocation;
import dev.redress.matching.Candidate;
import dev.redress.matching.MatchDecision;
import dev.redress.matching.MatchDecision.Kind;
import dev.redress.matching.Signal;
import dev.redress.matching.Verdict;
import dev.redress.matching.Verdict.Answer;
import dev.redress.matching.Verdict.NotAuditableReason;
import dev.redress.reconciliation.Acceptance;
import dev.redress.reconciliation.Decision;
import dev.redress.reconciliation.LineVerdict;
import dev.redress.reconciliation.Reconciliation;
import dev.redress.reconciliation.Reconciliation.State;
import dev.redress.reconciliation.VerdictStore;
import dev.redress.reconciliation.VerdictStore.LinePrice;
import dev.redress.reconciliation.VerdictStore.VerdictFilter;
import dev.redress.time.Hours;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Verdicts with their evidence, and what clerks decide about them. */
class VerdictStoreTest {
  private static final VerdictFilter ANY = new VerdictFilter(null, "", "", "");

  @OnBothDatabases
  void verdict_comesBackExactly(TestDatabase database) {
    VerdictStore store = store(database, lineName("1"), lineName("2"));
    Verdict matched = matched(lineName("1"), signals("printer \"2\"\n\u6f22"));
    Verdict unmatched = unmatched(lineName("2"));
    List<FindingCode> codes = List.of(FindingCode.DUPLICATE, FindingCode.HOURS_EXCESS);

    store.insertAll(
        runName("r1"),
        CUSTOMER,
        LineScope.ALL,
        List.of(matched, unmatched),
        Map.of(lineName("1"), codes));

    assertThat(store.find(lineName("1")))
        .contains(
            new LineVerdict(
                Samples.line(lineName("1")),
                matched,
                codes,
                List.of(),
                runName("r1"),
                null,
                false));
    assertThat(store.find(lineName("2")).orElseThrow().verdict()).isEqualTo(unmatched);
  }

  @OnBothDatabases
  void verdict_ofTheLatestRunOverTheLineIsTheCurrentOne(TestDatabase database) {
    VerdictStore store = store(database, lineName("1"), lineName("2"));
    assertThat(store.find(lineName("1"))).isEmpty();
    assertThat(store.list(PROVIDER, ANY, null, 9)).isEmpty();

    store.insertAll(
        runName("r1"),
        CUSTOMER,
        LineScope.ALL,
        List.of(unmatched(lineName("1")), unmatched(lineName("2"))),
        Map.of());
    store.insertAll(
        runName("r2"),
        CUSTOMER,
        new LineScope(CUSTOMER.customer(), "INV/7", null, null),
        List.of(matched(lineName("1"), List.of()), unmatched(lineName("2"))),
        Map.of());

    assertThat(store.list(PROVIDER, ANY, null, 9))
        .extracting(verdict -> verdict.run().reconciliation())
        .containsExactly("r2", "r2");
    assertThat(store.find(lineName("1")).orElseThrow().verdict().answer())
        .isEqualTo(Answer.MATCHED);
  }

  @OnBothDatabases
  void verdict_namesTheLatestDisputeOfItsLine(TestDatabase database) {
    VerdictStore store = store(database, lineName("1"));
    Samples.storeDispute(database.transactions(), "1", lineName("1"));

    store.insertAll(
        runName("r1"), CUSTOMER, LineScope.ALL, List.of(unmatched(lineName("1"))), Map.of());

    assertThat(store.find(lineName("1")).orElseThrow().dispute())
        .isEqualTo(Samples.disputeName("1"));
  }

  @OnBothDatabases
  void list_pagesThroughCustomersInvoicesAndLines(TestDatabase database) {
    CustomerName zed = new CustomerName(PROVIDER, "Zed");
    InvoiceName second = new InvoiceName(CUSTOMER, "INV/8");
    InvoiceName third = new InvoiceName(zed, "INV/1");
    List<LineName> names =
        List.of(
            lineName("1"),
            lineName("2"),
            lineName("3"),
            new LineName(second, "1"),
            new LineName(second, "2"),
            new LineName(third, "1"));
    VerdictStore store = store(database);
    MyBatisTransactions transactions = database.transactions();
    new MyBatisCustomerStore(transactions).insertAll(List.of(Samples.customer(zed)));
    new MyBatisInvoiceStore(transactions)
        .insertAll(List.of(Samples.invoice(second), Samples.invoice(third)));
    new MyBatisLaborLineStore(transactions).insertAll(names.stream().map(Samples::line).toList());
    for (CustomerName customer : List.of(CUSTOMER, zed)) {
      store.insertAll(
          runName("r1"),
          customer,
          LineScope.ALL,
          names.stream()
              .filter(name -> name.customer().equals(customer))
              .map(name -> name.line().equals("2") ? matched(name, List.of()) : unmatched(name))
              .toList(),
          Map.of());
    }

    for (int pageSize = 1; pageSize <= 7; pageSize++) {
      assertThat(pages(store, ANY, pageSize)).isEqualTo(names);
    }
    assertThat(pages(store, new VerdictFilter(Answer.MATCHED, "", "", ""), 1))
        .containsExactly(lineName("2"), new LineName(second, "2"));
    assertThat(pages(store, new VerdictFilter(null, "Zed", "", ""), 1))
        .containsExactly(new LineName(third, "1"));
    assertThat(pages(store, new VerdictFilter(null, CUSTOMER.customer(), "INV/8", ""), 1))
        .containsExactly(new LineName(second, "1"), new LineName(second, "2"));
    assertThat(pages(store, new VerdictFilter(null, "", "", "1"), 2))
        .containsExactly(lineName("1"), new LineName(second, "1"), new LineName(third, "1"));
  }

  @OnBothDatabases
  void listByAmount_beginsWithTheDearestLine(TestDatabase database) {
    VerdictStore store = store(database, lineName("1"), lineName("2"), lineName("3"));
    LaborLine dear = Samples.line(lineName("2"));
    new MyBatisLaborLineStore(database.transactions())
        .update(
            new LaborLine(
                dear.name(),
                dear.workDate(),
                dear.technician(),
                dear.hours(),
                dear.rate(),
                dear.amount().plus(dear.amount()),
                dear.description(),
                dear.reference(),
                dear.workType(),
                dear.attributes()));
    store.insertAll(
        runName("r1"),
        CUSTOMER,
        LineScope.ALL,
        List.of(
            unmatched(lineName("1")), unmatched(lineName("2")), matched(lineName("3"), List.of())),
        Map.of());

    List<LineName> seen = new ArrayList<>();
    List<LineVerdict> page = store.listByAmount(PROVIDER, ANY, null, 1);
    while (!page.isEmpty()) {
      seen.add(page.getFirst().line().name());
      page = store.listByAmount(PROVIDER, ANY, LinePrice.of(page.getFirst()), 1);
    }

    assertThat(seen).containsExactly(lineName("2"), lineName("1"), lineName("3"));
    assertThat(
            store.listByAmount(PROVIDER, new VerdictFilter(Answer.UNMATCHED, "", "", ""), null, 9))
        .extracting(verdict -> verdict.line().name())
        .containsExactly(lineName("2"), lineName("1"));
  }

  @OnBothDatabases
  void decision_canBeTakenBack(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"));
    new MyBatisRequestStore(database.transactions())
        .insertAll(List.of(Samples.request(Samples.requestName("R-1"))));
    MyBatisDecisionStore store = new MyBatisDecisionStore(database.transactions());
    Actor kim = new Actor("kim");
    store.put(new Decision(new MatchDecision(lineName("1"), "R-1", Kind.REJECTED), "no", kim, NOW));
    store.accept(new Acceptance(lineName("1"), "agreed by phone", kim, NOW));
    Acceptance again = new Acceptance(lineName("1"), "agreed in writing", kim, NOW);
    store.accept(again);

    assertThat(store.acceptances(CUSTOMER)).containsExactly(again);
    assertThat(store.remove(lineName("1"), "R-2")).isFalse();
    assertThat(store.remove(lineName("1"), "R-1")).isTrue();
    assertThat(store.removeAcceptance(lineName("2"))).isFalse();
    assertThat(store.removeAcceptance(lineName("1"))).isTrue();
    assertThat(store.all(CUSTOMER)).isEmpty();
    assertThat(store.acceptances(CUSTOMER)).isEmpty();
  }

  @OnBothDatabases
  void decision_replacesTheOneBefore(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"));
    new MyBatisRequestStore(database.transactions())
        .insertAll(List.of(Samples.request(Samples.requestName("R-1"))));
    MyBatisDecisionStore store = new MyBatisDecisionStore(database.transactions());
    MatchDecision rejected = new MatchDecision(lineName("1"), "R-1", Kind.REJECTED);
    MatchDecision confirmed = new MatchDecision(lineName("1"), "R-1", Kind.CONFIRMED);

    store.put(new Decision(rejected, "no", new Actor("kim"), NOW));
    assertThat(store.all(CUSTOMER)).containsExactly(rejected);
    store.put(new Decision(confirmed, "yes after all", new Actor("kim"), NOW));
    assertThat(store.all(CUSTOMER)).containsExactly(confirmed);
  }

  @OnBothDatabases
  void decision_keepsTheHoursOfAPart(TestDatabase database) {
    Samples.storeLines(database.transactions(), lineName("1"), lineName("2"));
    new MyBatisRequestStore(database.transactions())
        .insertAll(
            Stream.of("R-1", "R-2", "R-3")
                .map(id -> Samples.request(Samples.requestName(id)))
                .toList());
    MyBatisDecisionStore store = new MyBatisDecisionStore(database.transactions());
    MatchDecision part =
        new MatchDecision(lineName("1"), "R-1", Kind.CONFIRMED, Hours.of("0.0001"));
    MatchDecision whole = new MatchDecision(lineName("1"), "R-2", Kind.CONFIRMED);
    MatchDecision rejected = new MatchDecision(lineName("1"), "R-3", Kind.REJECTED);
    MatchDecision ofOther = new MatchDecision(lineName("2"), "R-1", Kind.CONFIRMED, Hours.of("2"));
    List<MatchDecision> all = List.of(part, whole, rejected, ofOther);
    all.forEach(match -> store.put(new Decision(match, "", new Actor("kim"), NOW)));
    assertThat(store.all(CUSTOMER)).isEqualTo(all);

    store.removeParts(lineName("1"));
    assertThat(store.all(CUSTOMER)).containsExactly(whole, rejected, ofOther);
    store.put(new Decision(part, "", new Actor("kim"), NOW));
    store.removeConfirmed(lineName("1"));
    assertThat(store.all(CUSTOMER)).containsExactly(rejected, ofOther);
    MatchDecision againstPart = new MatchDecision(lineName("2"), "R-1", Kind.REJECTED);
    store.put(new Decision(againstPart, "no", new Actor("kim"), NOW));
    assertThat(store.all(CUSTOMER)).containsExactly(rejected, againstPart);
  }

  @Test
  void evidence_ofASplitLineWithTheLongestNamesFits() {
    List<Allocation> allocations = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 10; i < 30; i++) {
      String id = "N".repeat(198) + i;
      Hours half = Hours.of("1234.5678");
      allocations.add(new Allocation(id, "T".repeat(198) + i, half));
      allocations.add(new Allocation(id, "", half));
      candidates.add(
          new Candidate(
              id,
              1e-300 / 3,
              -100 / 3.0,
              100 / 3.0,
              true,
              signals("x".repeat(Signal.VALUE_LENGTH_MAX))));
    }
    String sentence = allocations.stream().map(Allocation::request).distinct().toList().toString();
    EvidenceJson evidence = new EvidenceJson(allocations, candidates, sentence);

    EvidenceJson read = EvidenceJson.read(evidence.write());

    assertThat(read.allocations()).isEqualTo(allocations);
    assertThat(read.candidates()).hasSize(20);
    assertThat(read.sentence()).isEqualTo(sentence);
  }

  @Test
  void evidence_ofALineThatThousandsOfEntriesBackIsWhole() {
    List<Allocation> allocations = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      allocations.add(new Allocation("INC-" + i / 9, "TE-2026-" + i, Hours.of("0.25")));
    }
    Verdict matched = matched(lineName("1"), signals("x"));
    EvidenceJson evidence = new EvidenceJson(allocations, matched.candidates(), "");

    EvidenceJson read = EvidenceJson.read(evidence.write());

    assertThat(read).isEqualTo(evidence);
  }

  @Test
  void evidence_losesTheSignalsOfTheLastCandidatesFirst() {
    Verdict matched = matched(lineName("1"), signals("x"));
    Random random = new Random(1);
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      // What chance wrote cannot be packed.
      String value =
          random
              .ints(Signal.VALUE_LENGTH_MAX, 0x21, 0x2000)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      candidates.add(new Candidate("R" + i, 0.5, 0, 0, true, signals(value)));
    }
    EvidenceJson evidence = new EvidenceJson(matched.allocations(), candidates, matched.sentence());

    String json = evidence.write();

    assertThat(json.length()).isLessThanOrEqualTo(EvidenceJson.LENGTH_MAX);
    List<Candidate> kept = EvidenceJson.read(json).candidates();
    assertThat(kept).hasSize(90);
    assertThat(kept.getFirst()).isEqualTo(candidates.getFirst());
    assertThat(kept.getLast().signals()).isEmpty();
    assertThat(kept.getLast().probability()).isEqualTo(candidates.getLast().probability());
  }

  private static List<LineName> pages(VerdictStore store, VerdictFilter filter, int pageSize) {
    List<LineName> names = new ArrayList<>();
    @Nullable LineName after = null;
    List<LineVerdict> page;
    do {
      page = store.list(PROVIDER, filter, after, pageSize);
      assertThat(page.size()).isLessThanOrEqualTo(pageSize);
      for (LineVerdict verdict : page) {
        after = verdict.line().name();
        names.add(after);
      }
    } while (!page.isEmpty());
    return names;
  }

  private static VerdictStore store(TestDatabase database, LineName... lines) {
    Samples.storeLines(database.transactions(), lines);
    for (String id : List.of("r1", "r2")) {
      new MyBatisReconciliationStore(database.transactions())
          .insert(
              new Reconciliation(
                  runName(id), State.RUNNING, LineScope.ALL, "1", Actor.REDRESS, NOW, null),
              List.of(CUSTOMER));
    }
    return new MyBatisVerdictStore(database.transactions());
  }

  private static ReconciliationName runName(String id) {
    return new ReconciliationName(PROVIDER, id);
  }

  private static Verdict unmatched(LineName line) {
    return new Verdict(
        line,
        Answer.UNMATCHED,
        0,
        Hours.of("1"),
        List.of(),
        NotAuditableReason.NONE,
        List.of(),
        "We cannot tie this to anything.");
  }

  private static Verdict matched(LineName line, List<Signal> signals) {
    return new Verdict(
        line,
        Answer.MATCHED,
        0.1 + 0.2,
        Hours.of("1"),
        List.of(
            new Allocation("R-1", "T-1", Hours.of("0.5")), new Allocation("R-2", "", Hours.ZERO)),
        NotAuditableReason.NONE,
        List.of(
            new Candidate("R-1", 1 / 3.0, -9.965784284662087, 1e-300, true, signals),
            new Candidate("R-2", Double.MIN_VALUE, -0.0, 1 / 7.0, false, List.of())),
        "Work of 25 October, \u201cprinter\u201d.");
  }

  private static List<Signal> signals(String value) {
    return List.of(
        new Signal(Signal.Kind.TEXT, value, value, Math.log(7) / Math.log(2)),
        new Signal(Signal.Kind.DATE, value, value, -3.3),
        new Signal(Signal.Kind.TECHNICIAN, value, value, 0));
  }
}
