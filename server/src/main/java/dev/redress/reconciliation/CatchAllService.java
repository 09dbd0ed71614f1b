package dev.redress.reconciliation;

import dev.redress.identity.CustomerName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.RequestName;
import dev.redress.invoice.LaborLineStore;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.matching.Allocation;
import dev.redress.matching.Candidate;
import dev.redress.matching.Signal;
import dev.redress.matching.Verdict.Answer;
import dev.redress.money.Money;
import dev.redress.reconciliation.VerdictStore.VerdictFilter;
import dev.redress.request.Request;
import dev.redress.request.RequestStore;
import dev.redress.time.Hours;
import dev.redress.transaction.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reports catch-all requests from the evidence of the current verdicts, so that the report and the
 * explanations of lines say the same.
 */
public final class CatchAllService {
  private static final int LINES_AT_ONCE = 500;

  private final Transactions transactions;
  private final LaborLineStore lines;
  private final RequestStore requests;
  private final VerdictStore verdicts;

  /** Over the stores that it needs. */
  public CatchAllService(
      Transactions transactions,
      LaborLineStore lines,
      RequestStore requests,
      VerdictStore verdicts) {
    this.transactions = transactions;
    this.lines = lines;
    this.requests = requests;
    this.verdicts = verdicts;
  }

  /**
   * Catch-all requests by customer and request, at most so many.
   *
   * @param after the last one seen; absent to begin
   */
  public List<CatchAll> list(ProviderName provider, @Nullable RequestName after, int countMax) {
    String first = after == null ? "" : after.customer().customer();
    List<CustomerName> customers =
        transactions.run(() -> lines.customersWithLines(provider, LineScope.ALL)).stream()
            .filter(customer -> customer.customer().compareTo(first) >= 0)
            .sorted((one, other) -> one.customer().compareTo(other.customer()))
            .toList();
    List<CatchAll> found = new ArrayList<>();
    for (CustomerName customer : customers) {
      if (found.size() >= countMax) {
        break;
      }
      String afterId = after != null && after.customer().equals(customer) ? after.request() : "";
      list(customer).stream()
          .filter(request -> request.request().request().compareTo(afterId) > 0)
          .forEach(found::add);
    }
    return found.subList(0, Math.min(countMax, found.size()));
  }

  /** The catch-all requests of a customer, by id. */
  public List<CatchAll> list(CustomerName customer) {
    Map<String, Swallowed> byRequest = new TreeMap<>();
    VerdictFilter matched = new VerdictFilter(Answer.MATCHED, customer.customer(), "", "");
    @Nullable LineName after = null;
    List<LineVerdict> page;
    do {
      @Nullable LineName last = after;
      page =
          transactions.run(() -> verdicts.list(customer.provider(), matched, last, LINES_AT_ONCE));
      for (LineVerdict verdict : page) {
        add(verdict, byRequest);
        after = verdict.line().name();
      }
    } while (page.size() == LINES_AT_ONCE);
    List<CatchAll> found = new ArrayList<>();
    byRequest.forEach(
        (id, swallowed) -> {
          if (swallowed.bits < 0) {
            found.add(swallowed.report(new RequestName(customer, id), summary(customer, id)));
          }
        });
    return found;
  }

  private static void add(LineVerdict verdict, Map<String, Swallowed> byRequest) {
    for (Candidate candidate : verdict.verdict().candidates()) {
      if (candidate.chosen()) {
        byRequest
            .computeIfAbsent(candidate.request(), _ -> new Swallowed())
            .add(verdict, candidate);
      }
    }
  }

  private String summary(CustomerName customer, String id) {
    return transactions
        .run(() -> requests.find(new RequestName(customer, id)))
        .map(Request::summary)
        .orElse("");
  }

  /** What one request backs. */
  private static final class Swallowed {
    private final Map<String, Money> amounts = new TreeMap<>();
    private int lines;
    private int unrelated;
    private Hours hours = Hours.ZERO;
    private double bits;

    void add(LineVerdict verdict, Candidate candidate) {
      lines++;
      for (Allocation part : verdict.verdict().allocations()) {
        if (part.request().equals(candidate.request())) {
          hours = hours.plus(part.hours());
        }
      }
      Money amount = verdict.line().amount();
      amounts.merge(amount.currency().getCurrencyCode(), amount, Money::plus);
      for (Signal signal : candidate.signals()) {
        switch (signal.kind()) {
          case CATCH_ALL -> bits = Math.min(bits, signal.bits());
          case TEXT -> unrelated += signal.requestValue().isEmpty() ? 1 : 0;
          case REFERENCE, DATE, TECHNICIAN, HOURS, REQUESTER, WORK_TYPE, DECISION -> {}
        }
      }
    }

    CatchAll report(RequestName request, String summary) {
      return new CatchAll(
          request, summary, lines, unrelated, hours, List.copyOf(amounts.values()), bits);
    }
  }
}
