package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.matching.MatchDecision;
import dev.redress.reconciliation.Decision;
import dev.redress.time.Hours;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table match_decision.
 *
 * @param hours of a part of a split line in ten-thousandths, or null
 */
record DecisionRow(
    String providerId,
    String customerId,
    String invoiceId,
    String lineId,
    String requestId,
    MatchDecision.Kind kind,
    @Nullable Long hours,
    String reason,
    String actor,
    Instant decideTime) {

  static DecisionRow of(Decision decision) {
    LineName line = decision.match().line();
    Hours hours = decision.match().hours();
    return new DecisionRow(
        line.provider().provider(),
        line.customer().customer(),
        line.invoice().invoice(),
        line.line(),
        decision.match().request(),
        decision.match().kind(),
        hours == null ? null : hours.tenThousandths(),
        decision.reason(),
        decision.actor().name(),
        decision.time());
  }

  MatchDecision toMatchDecision() {
    CustomerName customer = new CustomerName(new ProviderName(providerId), customerId);
    return new MatchDecision(
        new LineName(new InvoiceName(customer, invoiceId), lineId),
        requestId,
        kind,
        hours == null ? null : new Hours(hours));
  }
}
