package dev.redress.statement;

import dev.redress.agreement.Agreement;
import dev.redress.agreement.AgreementStore;
import dev.redress.agreement.Agreements;
import dev.redress.callback.Callback;
import dev.redress.callback.CallbackStore;
import dev.redress.customer.CustomerStore;
import dev.redress.customer.ProviderStore;
import dev.redress.dispute.CreditStore;
import dev.redress.dispute.Dispute;
import dev.redress.dispute.DisputeStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.finding.Finding;
import dev.redress.finding.FindingCode;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.RequestName;
import dev.redress.invoice.Invoice;
import dev.redress.invoice.InvoiceStore;
import dev.redress.invoice.LaborLine;
import dev.redress.invoice.LaborLineStore;
import dev.redress.matching.Allocation;
import dev.redress.matching.Candidate;
import dev.redress.matching.Verdict;
import dev.redress.money.Money;
import dev.redress.reconciliation.FindingStore;
import dev.redress.reconciliation.FindingStore.FindingFilter;
import dev.redress.reconciliation.KnownFinding;
import dev.redress.reconciliation.LineVerdict;
import dev.redress.reconciliation.VerdictStore;
import dev.redress.reconciliation.VerdictStore.VerdictFilter;
import dev.redress.request.Request;
import dev.redress.request.RequestStore;
import dev.redress.time.Hours;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what a customer is told about an invoice, all as it is at one moment. */
public final class StatementService {
  private static final int PART = 1_000;

  /** Most requests that a line without a clear one is said to be perhaps for. */
  private static final int PERHAPS_MAX = 3;

  private final Transactions transactions;
  private final ProviderStore providers;
  private final CustomerStore customers;
  private final AgreementStore agreements;
  private final InvoiceStore invoices;
  private final LaborLineStore lines;
  private final RequestStore requests;
  private final VerdictStore verdicts;
  private final FindingStore findings;
  private final DisputeStore disputes;
  private final CallbackStore callbacks;
  private final CreditStore credits;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public StatementService(
      Transactions transactions,
      ProviderStore providers,
      CustomerStore customers,
      AgreementStore agreements,
      InvoiceStore invoices,
      LaborLineStore lines,
      RequestStore requests,
      VerdictStore verdicts,
      FindingStore findings,
      DisputeStore disputes,
      CallbackStore callbacks,
      CreditStore credits,
      InstantSource clock) {
    this.transactions = transactions;
    this.providers = providers;
    this.customers = customers;
    this.agreements = agreements;
    this.invoices = invoices;
    this.lines = lines;
    this.requests = requests;
    this.verdicts = verdicts;
    this.findings = findings;
    this.disputes = disputes;
    this.callbacks = callbacks;
    this.credits = credits;
    this.clock = clock;
  }

  /**
   * The statement of an invoice.
   *
   * @throws RedressException {@code INVOICE_NOT_FOUND}; {@code TOO_LARGE} beyond {@link
   *     Statement#LINES_MAX} lines
   */
  public Statement get(InvoiceName name) {
    return transactions.run(
        () -> {
          Invoice invoice = invoices.require(name);
          List<LaborLine> billed = lines.list(name, "", Statement.LINES_MAX + 1);
          if (billed.size() > Statement.LINES_MAX) {
            throw new RedressException(
                ErrorReason.TOO_LARGE,
                "invoice "
                    + name
                    + " has more than "
                    + Statement.LINES_MAX
                    + " lines, which no statement can hold; list its verdicts instead");
          }
          return new Statement(
              providers.find(name.customer().provider()).orElseThrow(),
              customers.find(name.customer()).orElseThrow(),
              invoice,
              told(invoice, billed),
              clock.instant());
        });
  }

  private List<StatementLine> told(Invoice invoice, List<LaborLine> billed) {
    Map<LineName, LineVerdict> answers = answers(invoice.name());
    Map<LineName, List<KnownFinding>> wrong = wrong(invoice.name());
    Agreements terms = agreements.all(invoice.customer());
    Map<LineName, Money> given = credits.credited(invoice.customer());
    Map<RequestName, Optional<Request>> known = new HashMap<>();
    Money nothing = Money.zero(invoice.currency());
    @Nullable Dispute open = disputes.findOpen(invoice.name()).orElse(null);
    Map<LineName, Money> held = open == null ? Map.of() : open.heldByLine();
    @Nullable Instant call = open == null ? null : callTime(open);
    List<StatementLine> told = new ArrayList<>();
    for (LaborLine line : billed) {
      @Nullable LineVerdict answer = answers.get(line.name());
      Money credited = given.getOrDefault(line.name(), nothing);
      @Nullable Money claim = held.get(line.name());
      List<Asked> asked = answer == null ? List.of() : asked(answer.verdict(), known);
      List<KnownFinding> faults = wrong.getOrDefault(line.name(), List.of());
      told.add(
          new StatementLine(
              line,
              standing(answer, asked),
              asked,
              terms
                  .inForce(line.workDate())
                  .map(
                      agreed ->
                          Clause.of(agreed, line.workType(), agreedAmount(line, faults, agreed)))
                  .orElse(null),
              faults.stream().map(fault -> fault.finding().code()).toList(),
              claim == null ? nothing : lesser(claim, line.amount().minus(credited)),
              credited,
              claim == null ? null : call));
    }
    return told;
  }

  private Map<LineName, LineVerdict> answers(InvoiceName invoice) {
    VerdictFilter filter =
        new VerdictFilter(null, invoice.customer().customer(), invoice.invoice(), "");
    Map<LineName, LineVerdict> answers = new HashMap<>();
    @Nullable LineName last = null;
    List<LineVerdict> part;
    do {
      part = verdicts.list(invoice.customer().provider(), filter, last, PART);
      for (LineVerdict each : part) {
        last = each.line().name();
        answers.put(last, each);
      }
    } while (part.size() == PART);
    return answers;
  }

  private static Standing standing(@Nullable LineVerdict answer, List<Asked> asked) {
    // A request that was taken back since explains nothing any more.
    if (answer == null
        || (answer.verdict().answer() == Verdict.Answer.MATCHED && asked.isEmpty())) {
      return Standing.NOT_CHECKED;
    }
    if (answer.accepted()) {
      return Standing.ACCEPTED;
    }
    return switch (answer.verdict().answer()) {
      case MATCHED -> Standing.MATCHED;
      case AMBIGUOUS -> Standing.AMBIGUOUS;
      case UNMATCHED -> Standing.UNMATCHED;
      case NOT_AUDITABLE -> Standing.NOT_AUDITABLE;
    };
  }

  private List<Asked> asked(Verdict verdict, Map<RequestName, Optional<Request>> known) {
    Map<String, Hours> hours = new LinkedHashMap<>();
    for (Allocation each : verdict.allocations()) {
      hours.merge(each.request(), each.hours(), Hours::plus);
    }
    if (verdict.answer() == Verdict.Answer.AMBIGUOUS) {
      verdict.candidates().stream()
          .limit(PERHAPS_MAX)
          .map(Candidate::request)
          .forEach(request -> hours.put(request, Hours.ZERO));
    }
    List<Asked> asked = new ArrayList<>();
    hours.forEach(
        (id, backed) ->
            known
                .computeIfAbsent(new RequestName(verdict.line().customer(), id), requests::find)
                .ifPresent(request -> asked.add(new Asked(request, backed))));
    return asked;
  }

  /**
   * What is wrong with each line: what the customer could dispute, and no clerk dismissed. How late
   * somebody wrote something down is the provider's own matter.
   */
  private Map<LineName, List<KnownFinding>> wrong(InvoiceName invoice) {
    FindingFilter ofInvoice =
        new FindingFilter(null, null, false, invoice.customer().customer(), invoice.invoice(), "");
    Map<LineName, List<KnownFinding>> wrong = new HashMap<>();
    for (KnownFinding known :
        findings.list(invoice.customer().provider(), ofInvoice, null, Integer.MAX_VALUE)) {
      Finding finding = known.finding();
      if (finding.code().isClaimable()) {
        wrong.computeIfAbsent(finding.line(), _ -> new ArrayList<>()).add(known);
      }
    }
    wrong
        .values()
        .forEach(faults -> faults.sort(Comparator.comparing(fault -> fault.finding().code())));
    return wrong;
  }

  /**
   * What a line costs by the agreed price, where more is billed: of the line and the agreement that
   * the last run looked at, since the numbers of another one are not known before the next.
   */
  private static @Nullable Money agreedAmount(
      LaborLine line, List<KnownFinding> faults, Agreement inForce) {
    return faults.stream()
        .filter(KnownFinding::sameLine)
        .map(KnownFinding::finding)
        .filter(fault -> fault.code() == FindingCode.RATE)
        .filter(fault -> fault.related().equals(inForce.name().toString()))
        .map(fault -> line.priced().minus(fault.atStake()))
        .filter(agreed -> agreed.compareTo(line.amount()) < 0)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Instant callTime(Dispute open) {
    return open.callback() == null
        ? null
        : callbacks.find(open.callback()).map(Callback::dueTime).orElse(null);
  }

  private static Money lesser(Money one, Money other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
