package dev.redress.reconciliation;

import dev.redress.finding.FindingCode;
import dev.redress.identity.CustomerName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.ReconciliationName;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.matching.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps verdicts: all that were ever given, and which is the current one of each line. */
public interface VerdictStore {

  /**
   * Stores the verdicts of a run on a customer's lines and makes them the current ones.
   *
   * @param scope the lines of the customer that the run covers; all of them have a verdict
   */
  void insertAll(
      ReconciliationName run,
      CustomerName customer,
      LineScope scope,
      List<Verdict> verdicts,
      Map<LineName, List<FindingCode>> findings);

  /**
   * The lines of a customer whose verdict a run stored otherwise than to the byte like this, or
   * that only one of the two answers for; by invoice and id. Findings do not count: they rest on
   * what the provider looks for and on other customers too.
   */
  List<LineName> differing(ReconciliationName run, CustomerName customer, List<Verdict> verdicts);

  /** The current verdict of a line, if it has one. */
  Optional<LineVerdict> find(LineName line);

  /**
   * Current verdicts by customer, invoice and line, at most so many.
   *
   * @param after the name of the last line seen; absent to begin
   */
  List<LineVerdict> list(
      ProviderName provider, VerdictFilter filter, @Nullable LineName after, int countMax);

  /**
   * Current verdicts by what their lines cost, the dearest first; equal ones by customer, invoice
   * and line. The numbers of all currencies are compared.
   *
   * @param after the last line seen; absent to begin
   */
  List<LineVerdict> listByAmount(
      ProviderName provider, VerdictFilter filter, @Nullable LinePrice after, int countMax);

  /** What a line costs, in minor units of its currency. */
  record LinePrice(LineName line, long amountMinor) {
    /** The price of a line that was answered for. */
    public static LinePrice of(LineVerdict verdict) {
      return new LinePrice(verdict.line().name(), verdict.line().amount().minorUnits());
    }
  }

  /**
   * Which verdicts of a provider: all, narrowed by each part that is given.
   *
   * @param answer absent: any
   * @param customerId empty: any
   * @param invoiceId empty: any
   * @param lineId the source's id of the line; empty: any
   */
  record VerdictFilter(
      Verdict.@Nullable Answer answer, String customerId, String invoiceId, String lineId) {}
}
