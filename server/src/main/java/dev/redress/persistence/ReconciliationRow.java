package dev.redress.persistence;

import dev.redress.identity.Actor;
import dev.redress.identity.ProviderName;
import dev.redress.identity.ReconciliationName;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.reconciliation.Reconciliation;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of the table reconciliation. */
record ReconciliationRow(
    String providerId,
    String reconciliationId,
    Reconciliation.State state,
    String scopeCustomerId,
    String scopeInvoiceId,
    @Nullable LocalDate scopeFromDate,
    @Nullable LocalDate scopeToDate,
    String modelVersion,
    String actor,
    Instant createTime,
    @Nullable Instant endTime) {

  static ReconciliationRow of(Reconciliation run) {
    LineScope scope = run.scope();
    return new ReconciliationRow(
        run.name().provider().provider(),
        run.name().reconciliation(),
        run.state(),
        scope.customerId(),
        scope.invoiceId(),
        scope.from(),
        scope.to(),
        run.modelVersion(),
        run.actor().name(),
        run.createTime(),
        run.endTime());
  }

  Reconciliation toRun() {
    return new Reconciliation(
        new ReconciliationName(new ProviderName(providerId), reconciliationId),
        state,
        new LineScope(scopeCustomerId, scopeInvoiceId, scopeFromDate, scopeToDate),
        modelVersion,
        new Actor(actor),
        createTime,
        endTime);
  }
}
