package dev.redress.report;

import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a report on causes is asked for.
 *
 * @param customer absent: all of the provider
 * @param from the first day of work that counts; absent: from the first one on
 * @param to the last day of work that counts; absent: up to the last one
 * @param rowsMax how many customers, technicians or requests are told one by one for each cause, 1
 *     to {@link Ranked#ROWS_MAX}
 */
public record UpstreamQuery(
    ProviderName provider,
    @Nullable CustomerName customer,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    int rowsMax) {
  /** How many are told where nobody says otherwise. */
  public static final int ROWS_DEFAULT = 5;

  public UpstreamQuery {
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("the last day is before the first one");
    }
  }
}
