package dev.redress.report;

import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a report on leakage is asked for.
 *
 * @param customer absent: all of the provider
 * @param from the first day of work that counts; absent: from the first one on
 * @param to the last day of work that counts; absent: up to the last one
 * @param rowsMax how many rows are told one by one for each currency, 1 to {@link Ranked#ROWS_MAX}
 */
public record LeakageQuery(
    ProviderName provider,
    @Nullable CustomerName customer,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    Dimension by,
    int rowsMax) {

  public LeakageQuery {
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("the last day is before the first one");
    }
  }
}
