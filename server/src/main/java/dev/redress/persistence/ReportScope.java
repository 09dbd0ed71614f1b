package dev.redress.persistence;

import dev.redress.reconciliation.CatchAllStore;
import dev.redress.report.LeakageQuery;
import dev.redress.report.UpstreamQuery;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which lines a report is about.
 *
 * @param by what they are told apart by in a report on leakage; empty in others
 */
record ReportScope(
    String providerId,
    @Nullable String customerId,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    String by) {

  static ReportScope of(UpstreamQuery query) {
    return new ReportScope(
        query.provider().provider(),
        query.customer() == null ? null : query.customer().customer(),
        query.from(),
        query.to(),
        "");
  }

  static ReportScope of(CatchAllStore.Scope scope) {
    return new ReportScope(
        scope.provider().provider(),
        scope.customer() == null ? null : scope.customer().customer(),
        scope.from(),
        scope.to(),
        "");
  }

  static ReportScope of(LeakageQuery query) {
    return new ReportScope(
        query.provider().provider(),
        query.customer() == null ? null : query.customer().customer(),
        query.from(),
        query.to(),
        query.by().name());
  }
}
