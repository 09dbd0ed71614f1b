package dev.redress.persistence;

import dev.redress.report.LeakageQuery;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which lines a report on leakage is about, and by what they are told apart. */
record LeakageScope(
    String providerId,
    @Nullable String customerId,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    String by) {

  static LeakageScope of(LeakageQuery query) {
    return new LeakageScope(
        query.provider().provider(),
        query.customer() == null ? null : query.customer().customer(),
        query.from(),
        query.to(),
        query.by().name());
  }
}
