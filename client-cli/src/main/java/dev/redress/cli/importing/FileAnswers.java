package dev.redress.cli.importing;

import dev.redress.cli.option.EnumChoice;
import dev.redress.v1.ImportHeader;
import dev.redress.v1.ImportHeader.DateOrder;
import dev.redress.v1.ImportHeader.DecimalMark;
import java.util.Locale;
import picocli.CommandLine.Option;

/**
 * What the files of other tools leave open; the server asks for what it needs and never guesses.
 */
final class FileAnswers {
  @Option(
      names = "--customer",
      paramLabel = "CUSTOMER",
      description = "whose the rows are that name no customer")
  private String customer = "";

  @Option(
      names = "--date-order",
      paramLabel = "ORDER",
      converter = OrderChoice.class,
      completionCandidates = OrderChoice.class,
      description = "what 03/04/2024 begins with: dmy is the day, mdy the month")
  private DateOrder dateOrder = DateOrder.DATE_ORDER_UNSPECIFIED;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description = "where times without an offset were written, such as America/Chicago")
  private String timeZone = "";

  @Option(
      names = "--decimal",
      paramLabel = "MARK",
      converter = MarkChoice.class,
      completionCandidates = MarkChoice.class,
      description = "what stands before decimals: point or comma")
  private DecimalMark decimalMark = DecimalMark.DECIMAL_MARK_UNSPECIFIED;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "the currency of amounts without one, such as USD")
  private String currency = "";

  /** A header that says this. */
  ImportHeader.Builder header() {
    return ImportHeader.newBuilder()
        .setCustomerId(customer)
        .setDateOrder(dateOrder)
        .setTimeZone(timeZone)
        .setDecimalMark(decimalMark)
        .setCurrency(currency.toUpperCase(Locale.ROOT));
  }

  /** The orders as values of an option. */
  static final class OrderChoice extends EnumChoice<DateOrder> {
    OrderChoice() {
      super(DateOrder.values());
    }
  }

  /** The marks as values of an option. */
  static final class MarkChoice extends EnumChoice<DecimalMark> {
    MarkChoice() {
      super(DecimalMark.values());
    }
  }
}
