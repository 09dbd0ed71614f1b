package dev.redress.reconciliation;

import dev.redress.finding.Finding;
import dev.redress.finding.FindingCode;
import dev.redress.finding.FindingMode;
import dev.redress.finding.FindingRules;
import dev.redress.identity.CustomerName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps what is wrong with lines, and what clerks do not mind. */
public interface FindingStore {

  /**
   * Puts what a run found in the place of what an earlier one found.
   *
   * @param findings of lines of this customer
   * @param rules by which they were found
   */
  void replaceAll(CustomerName customer, Collection<Finding> findings, FindingRules rules);

  /** What is wrong with a line, in the order of the codes. */
  List<KnownFinding> of(LineName line);

  /**
   * Findings, those with most at stake first; equal ones by customer, invoice, line and code. The
   * numbers of all currencies are compared.
   *
   * @param after the last one seen; absent to begin
   */
  List<KnownFinding> list(
      ProviderName provider, FindingFilter filter, @Nullable Place after, int countMax);

  /** All dismissals about lines of a customer, whether they still hold or not. */
  List<Dismissal> dismissals(CustomerName customer);

  /** Stores a dismissal, in the place of an earlier one of the same finding. */
  void dismiss(Dismissal dismissal);

  /** Takes a dismissal back; tells whether there was one. */
  boolean restore(LineName line, FindingCode code);

  /** The finding of a line, if it has one of this kind. */
  default Optional<KnownFinding> find(LineName line, FindingCode code) {
    return of(line).stream().filter(known -> known.finding().code() == code).findFirst();
  }

  /**
   * Which findings of a provider: all, narrowed by each part that is given.
   *
   * @param customerId empty: any
   * @param invoiceId empty: any
   * @param lineId empty: any
   */
  record FindingFilter(
      @Nullable FindingCode code,
      @Nullable FindingMode mode,
      @Nullable Boolean dismissed,
      String customerId,
      String invoiceId,
      String lineId) {}

  /** Where in the order a finding stands. */
  record Place(LineName line, String code, long atStakeMinor) {
    /** That of a finding. */
    public static Place of(KnownFinding known) {
      Finding finding = known.finding();
      return new Place(finding.line(), finding.code().name(), finding.atStake().minorUnits());
    }
  }
}
