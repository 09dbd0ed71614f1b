package dev.redress.persistence;

import dev.redress.identity.DisputeName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.ReconciliationName;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.Verdict;
import dev.redress.reconciliation.LineVerdict;
import dev.redress.time.Hours;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A labor line with its current verdict: rows of {@code labor_line}, {@code invoice} and {@code
 * verdict} side by side.
 *
 * @param disputeId the latest dispute of the line
 * @param acceptances 1 if the line is accepted without a request, else 0
 */
record LineVerdictRow(
    String providerId,
    String customerId,
    String invoiceId,
    String lineId,
    LocalDate workDate,
    String technician,
    long hours,
    @Nullable Long rateTenThousandths,
    long amountMinor,
    String description,
    String reference,
    String workType,
    String attributes,
    String contentHash,
    String currency,
    String reconciliationId,
    Verdict.Answer answer,
    Verdict.NotAuditableReason notAuditableReason,
    double probability,
    long hoursBilled,
    String findings,
    String evidence,
    @Nullable String disputeId,
    int acceptances) {

  LineVerdict toLineVerdict() {
    LaborLine line = line().toLine();
    ProviderName provider = line.name().provider();
    EvidenceJson why = EvidenceJson.read(evidence);
    return new LineVerdict(
        line,
        new Verdict(
            line.name(),
            answer,
            probability,
            new Hours(hoursBilled),
            why.allocations(),
            notAuditableReason,
            why.candidates(),
            why.sentence()),
        VerdictRow.findings(findings),
        List.of(),
        new ReconciliationName(provider, reconciliationId),
        disputeId == null ? null : new DisputeName(provider, disputeId),
        acceptances > 0);
  }

  private LaborLineRow line() {
    return new LaborLineRow(
        providerId,
        customerId,
        invoiceId,
        lineId,
        workDate,
        technician,
        hours,
        rateTenThousandths,
        amountMinor,
        description,
        reference,
        workType,
        attributes,
        contentHash,
        currency);
  }
}
