package dev.redress.cli.importing;

import dev.redress.cli.option.DateConverter;
import dev.redress.cli.option.EnumChoice;
import dev.redress.cli.output.Moments;
import dev.redress.v1.ImportHeader;
import dev.redress.v1.ImportHeader.DateOrder;
import dev.redress.v1.ImportHeader.DecimalMark;
import dev.redress.v1.ImportHeader.TimeUnit;
import dev.redress.v1.ImportHeader.WorkDay;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--work-date",
      paramLabel = "DAY",
      converter = DayChoice.class,
      completionCandidates = DayChoice.class,
      description = "the day of work of lines that tell none: invoice-date or period-end")
  private WorkDay workDay = WorkDay.WORK_DAY_UNSPECIFIED;

  @Option(
      names = "--time-unit",
      paramLabel = "UNIT",
      converter = UnitChoice.class,
      completionCandidates = UnitChoice.class,
      description = "what times without a unit are: minutes, hours or seconds")
  private TimeUnit timeUnit = TimeUnit.TIME_UNIT_UNSPECIFIED;

  @Option(
      names = "--invoice",
      paramLabel = "NUMBER",
      description = "the invoice of the lines, in a file that names none")
  private String invoice = "";

  @Option(
      names = "--invoice-date",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "the date of the invoices, in a file that does not tell it")
  private @Nullable LocalDate invoiceDate;

  /** A header that says this. */
  ImportHeader.Builder header() {
    ImportHeader.Builder header = said();
    if (invoiceDate != null) {
      header.setInvoiceDate(Moments.date(invoiceDate));
    }
    return header;
  }

  private ImportHeader.Builder said() {
    return ImportHeader.newBuilder()
        .setCustomerId(customer)
        .setDateOrder(dateOrder)
        .setTimeZone(timeZone)
        .setDecimalMark(decimalMark)
        .setCurrency(currency.toUpperCase(Locale.ROOT))
        .setWorkDay(workDay)
        .setTimeUnit(timeUnit)
        .setInvoiceId(invoice);
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

  /** The days as values of an option. */
  static final class DayChoice extends EnumChoice<WorkDay> {
    DayChoice() {
      super(WorkDay.values());
    }
  }

  /** The units as values of an option. */
  static final class UnitChoice extends EnumChoice<TimeUnit> {
    UnitChoice() {
      super(TimeUnit.values());
    }
  }
}
