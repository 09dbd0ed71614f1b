package dev.redress.report;

import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import org.jspecify.annotations.Nullable;

/**
 * What a report on the age of disputes is asked for.
 *
 * @param customer absent: all of the provider
 * @param rowsMax how many rows are told one by one for each currency, 1 to {@link Ranked#ROWS_MAX}
 */
public record AgeingQuery(
    ProviderName provider, @Nullable CustomerName customer, By by, int rowsMax) {

  /** By what disputes are told apart. */
  public enum By {
    /** How old they are, in bands. */
    AGE,
    /** Where they stand. */
    STATE,
    /** Whose they are. */
    CUSTOMER
  }
}
