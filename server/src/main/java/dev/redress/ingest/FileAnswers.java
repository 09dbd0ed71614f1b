package dev.redress.ingest;

import dev.redress.error.RedressException;
import dev.redress.identity.InvalidNameException;
import dev.redress.identity.SourceId;
import java.time.LocalDate;
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
 * @param workDay what stands for the day of work that a line does not tell; absent: not said
 * @param timeUnit of times that are numbers without a unit; absent: not said
 * @param invoiceId of which invoice the lines are in a file that names none; empty: not said
 * @param invoiceDate of the invoices in a file that does not tell it; absent: not said
 */
public record FileAnswers(
    String customerId,
    @Nullable DateOrder dateOrder,
    @Nullable ZoneId timeZone,
    @Nullable DecimalMark decimalMark,
    @Nullable Currency currency,
    @Nullable WorkDay workDay,
    @Nullable TimeUnit timeUnit,
    String invoiceId,
    @Nullable LocalDate invoiceDate) {

  /** Nothing is said. */
  public static final FileAnswers NONE =
      new FileAnswers("", null, null, null, null, null, null, "", null);

  /**
   * Checks the ids.
   *
   * @throws RedressException {@code FIELD_INVALID}
   */
  public FileAnswers {
    checkId("header.customer_id", customerId, "must be the id that the customer was imported with");
    checkId("header.invoice_id", invoiceId, "must be the number of the invoice");
  }

  /**
   * A time zone by its name in the IANA database, such as {@code America/Chicago}; an empty text
   * says nothing.
   *
   * @throws RedressException {@code FIELD_INVALID}
   */
  public static @Nullable ZoneId timeZone(String text) {
    return read("header.time_zone", text, Choices::timeZone);
  }

  /**
   * A currency by its ISO 4217 code; an empty text says nothing.
   *
   * @throws RedressException {@code FIELD_INVALID}
   */
  public static @Nullable Currency currency(String text) {
    return read("header.currency", text, Choices::currency);
  }

  /** The same with what the values of a file told of how it writes dates and numbers. */
  FileAnswers with(@Nullable DateOrder order, @Nullable DecimalMark mark) {
    return new FileAnswers(
        customerId, order, timeZone, mark, currency, workDay, timeUnit, invoiceId, invoiceDate);
  }

  private static void checkId(String field, String id, String message) {
    if (id.isEmpty()) {
      return;
    }
    try {
      SourceId.check("the id", id);
    } catch (InvalidNameException _) {
      throw RedressException.ofField(field, message);
    }
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
