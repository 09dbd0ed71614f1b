package dev.redress.report;

import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a report on callbacks is asked for: those that were due in some time.
 *
 * @param customer absent: all of the provider
 * @param from the first moment that counts; absent: from the first call on
 * @param to the first moment that does not count any more; absent: calls to come count too
 * @param rowsMax how many owners are told one by one, 1 to {@link Ranked#ROWS_MAX}
 */
public record CallsQuery(
    ProviderName provider,
    @Nullable CustomerName customer,
    @Nullable Instant from,
    @Nullable Instant to,
    int rowsMax) {

  public CallsQuery {
    if (from != null && to != null && !from.isBefore(to)) {
      throw new IllegalArgumentException("the time ends before it begins");
    }
  }
}
