package dev.redress.ingest;

import dev.redress.error.RedressException;
import dev.redress.identity.InvalidNameException;
import dev.redress.identity.SourceId;
import java.time.ZoneId;
import java.util.Currency;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says of a file of another tool that the file itself leaves open. Nothing of it is
 * ever guessed; {@code redress} files need none of it.
 *
 * @param customerId whose the rows are that name no customer; empty: not said
 * @param dateOrder of dates such as {@code 03/04/2024}; absent: not said
 * @param timeZone of times without an offset from UTC; absent: not said
 * @param decimalMark of numbers such as {@code 2.000}; absent: not said
 * @param currency of amounts without one; absent: not said
 */
public record FileAnswers(
    String customerId,
    @Nullable DateOrder dateOrder,
    @Nullable ZoneId timeZone,
    @Nullable DecimalMark decimalMark,
    @Nullable Currency currency) {

  /** Nothing is said. */
  public static final FileAnswers NONE = new FileAnswers("", null, null, null, null);

  /**
   * Reads what was said; an empty text says nothing.
   *
   * @param customerId the id that the customer was imported with
   * @param timeZone of the IANA database, such as {@code America/Chicago}
   * @param currency an ISO 4217 code
   * @throws RedressException {@code FIELD_INVALID}
   */
  public static FileAnswers of(
      String customerId,
      @Nullable DateOrder dateOrder,
      String timeZone,
      @Nullable DecimalMark decimalMark,
      String currency) {
    if (!customerId.isEmpty()) {
      try {
        SourceId.check("the id", customerId);
      } catch (InvalidNameException _) {
        throw RedressException.ofField(
            "header.customer_id", "must be the id that the customer was imported with");
      }
    }
    return new FileAnswers(
        customerId,
        dateOrder,
        read("header.time_zone", timeZone, Choices::timeZone),
        decimalMark,
        read("header.currency", currency, Choices::currency));
  }

  private static <T> @Nullable T read(
      String field, String text, Function<String, Reading<T>> reading) {
    if (text.isEmpty()) {
      return null;
    }
    return switch (reading.apply(text)) {
      case Reading.Good<T>(T value) -> value;
      case Reading.Bad<T>(_, String message) -> throw RedressException.ofField(field, message);
    };
  }
}
