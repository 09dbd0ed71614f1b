package dev.redress.persistence;

import dev.redress.finding.FindingCode;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.ReconciliationName;
import dev.redress.matching.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A row of the table verdict.
 *
 * @param hoursBilled in 1/10,000 h
 * @param hoursBacked in 1/10,000 h
 * @param findings codes joined by commas
 * @param evidence see {@link EvidenceJson}
 */
record VerdictRow(
    String providerId,
    String customerId,
    String invoiceId,
    String lineId,
    String reconciliationId,
    Verdict.Answer answer,
    Verdict.NotAuditableReason notAuditableReason,
    double probability,
    long hoursBilled,
    long hoursBacked,
    String findings,
    String evidence) {

  static VerdictRow of(ReconciliationName run, Verdict verdict, List<FindingCode> findings) {
    LineName line = verdict.line();
    return new VerdictRow(
        line.provider().provider(),
        line.customer().customer(),
        line.invoice().invoice(),
        line.line(),
        run.reconciliation(),
        verdict.answer(),
        verdict.reason(),
        verdict.probability(),
        verdict.hoursBilled().tenThousandths(),
        verdict.hoursBacked().tenThousandths(),
        findings.stream().map(FindingCode::name).collect(Collectors.joining(",")),
        EvidenceJson.of(verdict).write());
  }

  VerdictRow withoutFindings() {
    return new VerdictRow(
        providerId,
        customerId,
        invoiceId,
        lineId,
        reconciliationId,
        answer,
        notAuditableReason,
        probability,
        hoursBilled,
        hoursBacked,
        "",
        evidence);
  }

  LineName name() {
    CustomerName customer = new CustomerName(new ProviderName(providerId), customerId);
    return new LineName(new InvoiceName(customer, invoiceId), lineId);
  }

  static List<FindingCode> findings(String codes) {
    return codes.isEmpty()
        ? List.of()
        : Arrays.stream(codes.split(",")).map(FindingCode::valueOf).toList();
  }
}
