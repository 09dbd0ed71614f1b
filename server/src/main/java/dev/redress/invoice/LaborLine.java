package dev.redress.invoice;

import dev.redress.identity.ContentHash;
import dev.redress.identity.CustomerName;
import dev.redress.identity.LineName;
import dev.redress.money.Money;
import dev.redress.money.Rate;
import dev.redress.time.Hours;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Labor that was billed: one line of an invoice. Texts that the source left out are empty.
 *
 * @param workDate the date of the work, in the customer's time zone
 * @param technician who worked, at most 200 characters
 * @param hours billed, from 0 to 10,000
 * @param rate the price of an hour, absent where the source has none
 * @param amount what the line costs, never negative
 * @param description what the invoice says was done, at most 32,000 characters
 * @param reference the request that the invoice names, as the source wrote it
 * @param workType the source's kind of work
 * @param attributes what else the source said, by its own column names
 */
public record LaborLine(
    LineName name,
    LocalDate workDate,
    String technician,
    Hours hours,
    @Nullable Rate rate,
    Money amount,
    String description,
    String reference,
    String workType,
    Map<String, String> attributes) {

  public LaborLine {
    attributes = Map.copyOf(attributes);
    if (amount.minorUnits() < 0) {
      throw new IllegalArgumentException("amount must be 0 or more");
    }
    if (hours.tenThousandths() < 0) {
      throw new IllegalArgumentException("hours must be 0 or more");
    }
    if (rate != null && !rate.currency().equals(amount.currency())) {
      throw new IllegalArgumentException("rate and amount have two currencies");
    }
  }

  /** Who was billed. */
  public CustomerName customer() {
    return name.customer();
  }

  /** Changes when anything that a source says of the line changes. */
  public String contentHash() {
    return ContentHash.of(
        workDate, technician, hours, rate, amount, description, reference, workType, attributes);
  }

  /** What its hours cost by its price; where it names none, its amount. */
  public Money priced() {
    return rate == null ? amount : rate.times(hours);
  }
}
