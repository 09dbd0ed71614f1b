package dev.redress.reconciliation;

import dev.redress.agreement.AgreementStore;
import dev.redress.customer.Calendars;
import dev.redress.customer.Customer;
import dev.redress.customer.CustomerStore;
import dev.redress.customer.FactsVersionStore;
import dev.redress.customer.Provider;
import dev.redress.customer.ProviderStore;
import dev.redress.dispute.CreditStore;
import dev.redress.finding.Audit;
import dev.redress.finding.Books;
import dev.redress.finding.Elsewhere;
import dev.redress.finding.Elsewhere.Billed;
import dev.redress.finding.Finding;
import dev.redress.finding.FindingCode;
import dev.redress.finding.FindingRules;
import dev.redress.identity.CustomerName;
import dev.redress.identity.LineName;
import dev.redress.identity.ModelName;
import dev.redress.identity.ProviderName;
import dev.redress.invoice.Drafts;
import dev.redress.invoice.Invoice;
import dev.redress.invoice.InvoiceStore;
import dev.redress.invoice.LaborLine;
import dev.redress.invoice.LaborLineStore;
import dev.redress.matching.BillingStep;
import dev.redress.matching.MatchingInput;
import dev.redress.matching.MatchingModel;
import dev.redress.matching.SolvedCustomer;
import dev.redress.matching.Verdict;
import dev.redress.matching.Verdict.Answer;
import dev.redress.matching.Verdict.NotAuditableReason;
import dev.redress.money.Money;
import dev.redress.reconciliation.SolvedCustomers.Solved;
import dev.redress.request.RequestStore;
import dev.redress.request.TimeEntryStore;
import dev.redress.time.Hours;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers for the lines of one customer: reads its facts, asks the engine and the findings, stores
 * nothing. The two are apart, because thinking takes long and must hold no connection.
 */
public final class CustomerSolver {
  private final ProviderStore providers;
  private final CustomerStore customers;
  private final FactsVersionStore factsVersions;
  private final AgreementStore agreements;
  private final InvoiceStore invoices;
  private final LaborLineStore lines;
  private final RequestStore requests;
  private final TimeEntryStore timeEntries;
  private final DecisionStore decisions;
  private final CreditStore credits;
  private final FindingStore findings;
  private final FindingRulesStore findingRules;
  private final ElsewhereStore elsewhere;
  private final Calendars calendars;
  private final Models models;

  /** Over the facts and the models by which the engine answers. */
  public CustomerSolver(
      ProviderStore providers,
      CustomerStore customers,
      FactsVersionStore factsVersions,
      AgreementStore agreements,
      InvoiceStore invoices,
      LaborLineStore lines,
      RequestStore requests,
      TimeEntryStore timeEntries,
      DecisionStore decisions,
      CreditStore credits,
      FindingStore findings,
      FindingRulesStore findingRules,
      ElsewhereStore elsewhere,
      Calendars calendars,
      Models models) {
    this.providers = providers;
    this.customers = customers;
    this.factsVersions = factsVersions;
    this.agreements = agreements;
    this.invoices = invoices;
    this.lines = lines;
    this.requests = requests;
    this.timeEntries = timeEntries;
    this.decisions = decisions;
    this.credits = credits;
    this.findings = findings;
    this.findingRules = findingRules;
    this.elsewhere = elsewhere;
    this.calendars = calendars;
    this.models = models;
  }

  /** The rules and weights that a provider uses now. */
  public MatchingModel modelInUse(ProviderName provider) {
    return models.inUse(provider);
  }

  /** The rules and weights that a run uses, whatever its provider uses by now. */
  public MatchingModel modelOf(Reconciliation run) {
    return models.require(new ModelName(run.name().provider(), run.modelVersion())).model();
  }

  /** What a provider looks for now. */
  public FindingRules rulesOf(ProviderName provider) {
    return findingRules.find(provider).rules();
  }

  /** All that is known about the lines of a customer; in one transaction, that of the caller. */
  public Facts read(CustomerName name) {
    return read(name, Drafts.NONE);
  }

  /**
   * The same with what is to be billed, as if it were stored.
   *
   * @param drafts of this customer and of others
   */
  public Facts read(CustomerName name, Drafts drafts) {
    Drafts own = drafts.of(name);
    long factsVersion = factsVersions.current(name);
    Customer customer = customers.find(name).orElseThrow();
    Provider provider = providers.find(name.provider()).orElseThrow();
    List<LaborLine> all = own.over(lines.all(name));
    Map<LineName, Acceptance> accepted =
        decisions.acceptances(name).stream()
            .collect(Collectors.toMap(Acceptance::line, acceptance -> acceptance));
    Map<LineName, LaborLine> billed = StillBilled.of(all, credits.credited(name));
    FindingRules rules = rulesOf(name.provider());
    MatchingInput input =
        new MatchingInput(
            customer.timeZone(),
            all.stream()
                .filter(line -> !accepted.containsKey(line.name()))
                .map(line -> billed.get(line.name()))
                .filter(Objects::nonNull)
                .toList(),
            requests.all(name),
            timeEntries.all(name),
            decisions.all(name),
            provider.settings().requestLogCompleteFrom());
    return new Facts(
        factsVersion,
        all,
        accepted,
        billed,
        input,
        new Books(
            rules,
            calendars.of(provider.settings(), customer),
            byKey(own.overInvoices(invoices.all(name)), Invoice::name),
            Books.sums(all),
            byKey(input.requests(), request -> request.name().request()),
            byKey(input.timeEntries(), entry -> entry.name().entry()),
            agreements.all(name),
            elsewhere(name, rules, drafts),
            BillingStep.of(input.lines())),
        findings.dismissals(name).stream()
            .collect(
                Collectors.groupingBy(
                    Dismissal::line, Collectors.toMap(Dismissal::code, Dismissal::contentHash))));
  }

  private Elsewhere elsewhere(CustomerName name, FindingRules rules, Drafts drafts) {
    Elsewhere stored = elsewhere.read(name, rules.thresholds().dayHoursMax());
    if (drafts.lines().isEmpty()) {
      return stored;
    }
    Elsewhere known = stored.and(elsewhere.around(name, drafts.of(name).lines().values()));
    List<Billed> billed =
        Stream.concat(
                known.billed().stream().filter(other -> !drafts.lines().containsKey(other.line())),
                drafts.lines().values().stream()
                    .filter(line -> !line.customer().equals(name))
                    .filter(line -> !line.technician().isEmpty())
                    .map(
                        line ->
                            new Billed(
                                line.name(), line.technician(), line.workDate(), line.hours())))
            .toList();
    return new Elsewhere(billed, known.logged(), known.meant());
  }

  /** What a customer's lines are held against, and what is known elsewhere of one more. */
  Books booksWith(Facts facts, LaborLine draft) {
    return facts.books().with(elsewhere.around(draft.customer(), List.of(draft)));
  }

  private static <K, T> Map<K, T> byKey(List<T> things, Function<T, K> key) {
    return things.stream().collect(Collectors.toMap(key, thing -> thing));
  }

  /**
   * Answers for all lines of the customer, since they compete for the same hours. Accepted lines
   * take no part: no request is behind them. What was given back of a line needs no request either,
   * and leaves its hours to others.
   *
   * @param scope the lines that the coverage is about
   * @param model by which the engine answers
   */
  public Solution solve(Facts facts, Predicate<LaborLine> scope, MatchingModel model) {
    return prepare(facts, scope, model).solution();
  }

  /** The same, ready for a line more. */
  public Solved prepare(Facts facts, Predicate<LaborLine> scope, MatchingModel model) {
    List<LaborLine> all = facts.lines();
    SolvedCustomer engine = SolvedCustomer.solve(facts.input(), model);
    Map<LineName, Verdict> verdicts =
        engine.verdicts().stream().collect(Collectors.toMap(Verdict::line, verdict -> verdict));
    Map<LineName, List<Finding>> found = Audit.of(facts.books(), facts.billed().values(), verdicts);
    all.stream()
        .filter(line -> facts.accepted().containsKey(line.name()))
        .forEach(line -> verdicts.put(line.name(), accepted(line, facts)));
    all.stream()
        .filter(line -> !verdicts.containsKey(line.name()))
        .forEach(line -> verdicts.put(line.name(), credited(line)));
    Solution solution =
        new Solution(
            facts.version(),
            all,
            all.stream().filter(scope).toList(),
            verdicts,
            found,
            all.stream()
                .map(LaborLine::name)
                .filter(
                    line -> facts.accepted().containsKey(line) || !facts.billed().containsKey(line))
                .collect(Collectors.toUnmodifiableSet()));
    return new Solved(facts, solution, engine);
  }

  /** Its hours are free for other lines. */
  private static Verdict credited(LaborLine line) {
    return new Verdict(
        line.name(),
        Answer.UNMATCHED,
        0,
        Hours.ZERO,
        List.of(),
        NotAuditableReason.NONE,
        List.of(),
        "All of it was given back, so nothing is billed any more that a request could back.");
  }

  private static Verdict accepted(LaborLine line, Facts facts) {
    Acceptance acceptance = Objects.requireNonNull(facts.accepted().get(line.name()));
    return new Verdict(
        line.name(),
        Answer.UNMATCHED,
        0,
        line.hours(),
        List.of(),
        NotAuditableReason.NONE,
        List.of(),
        "No request is behind this, and it is accepted all the same: " + acceptance.reason());
  }

  /**
   * What is known about a customer.
   *
   * @param version by which a change since is noticed
   * @param lines all of them, by name
   * @param accepted those that need no request
   * @param billed what is left of each line after credits, by name; none where all was given back
   * @param input what the engine is asked about: all but the accepted lines
   * @param books what the lines are held against
   * @param dismissed findings that a clerk does not mind, each with the hash of its line then
   */
  public record Facts(
      long version,
      List<LaborLine> lines,
      Map<LineName, Acceptance> accepted,
      Map<LineName, LaborLine> billed,
      MatchingInput input,
      Books books,
      Map<LineName, Map<FindingCode, String>> dismissed) {

    /** Whether a clerk does not mind a finding, and its line still says the same. */
    boolean isDismissed(LaborLine line, FindingCode code) {
      return line.contentHash().equals(dismissed.getOrDefault(line.name(), Map.of()).get(code));
    }
  }

  /**
   * What was found out about a customer.
   *
   * @param factsVersion of the facts that it rests on
   * @param all lines of the customer, by name
   * @param lines in scope, by name
   * @param verdicts of all lines
   * @param findings of all lines
   * @param accepted lines that are never disputed for want of a request: accepted by somebody, or
   *     given back
   */
  public record Solution(
      long factsVersion,
      List<LaborLine> all,
      List<LaborLine> lines,
      Map<LineName, Verdict> verdicts,
      Map<LineName, List<Finding>> findings,
      Set<LineName> accepted) {

    /** What is wrong with a line. */
    public List<Finding> findings(LineName line) {
      return findings.getOrDefault(line, List.of());
    }

    /** The verdict of a line. */
    public Verdict verdict(LaborLine line) {
      Verdict verdict = verdicts.get(line.name());
      if (verdict == null) {
        throw new IllegalStateException("the engine gave no verdict for " + line.name());
      }
      return verdict;
    }

    /** The verdicts of all lines, in their order. */
    public List<Verdict> allVerdicts() {
      return all.stream().map(this::verdict).toList();
    }

    /** Whether nothing could be audited because the customer has no request in reach. */
    public boolean isInconclusive() {
      List<LaborLine> audited =
          lines.stream().filter(line -> !accepted.contains(line.name())).toList();
      boolean nothingInReach =
          audited.stream()
              .allMatch(line -> verdict(line).reason() == NotAuditableReason.NO_REQUESTS);
      return lines.isEmpty() || (!audited.isEmpty() && nothingInReach);
    }

    /** The coverage of the lines in scope, by answer and currency. */
    public List<Share> shares() {
      Map<List<Object>, Share> sums = new HashMap<>();
      for (LaborLine line : lines) {
        Answer answer = verdict(line).answer();
        Money amount = line.amount();
        sums.merge(
            List.of(answer, amount.currency()),
            new Share(answer, 1, line.hours(), amount),
            Share::plus);
      }
      List<Share> shares = new ArrayList<>(sums.values());
      shares.sort(Share.ORDER);
      return shares;
    }
  }
}
