package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a file writes what can be written in more than one way. What the caller said holds; else one
 * value that can be read in one way only, such as {@code 25/12/2024} or {@code 20,5}, tells how the
 * others of the file are meant. Where none does, the caller is asked.
 */
final class Conventions {
  private static final int MONTHS = 12;
  private static final int DAYS = 31;
  private static final int SHOWN_MAX = 40;

  private final FileAnswers said;
  private final Set<DateOrder> ordersSeen = EnumSet.noneOf(DateOrder.class);
  private final Set<DecimalMark> marksSeen = EnumSet.noneOf(DecimalMark.class);
  private final Map<String, String> asked = new LinkedHashMap<>();

  /** Of a file of which this was said. */
  Conventions(FileAnswers said) {
    this.said = said;
  }

  /** The order of a date that begins with these two numbers. */
  DateOrder order(int first, int second, String text) {
    DateOrder known = said.dateOrder();
    if (known != null) {
      return known;
    }
    if (isOnlyDay(first, second)) {
      ordersSeen.add(DateOrder.DMY);
      return DateOrder.DMY;
    }
    if (isOnlyDay(second, first)) {
      ordersSeen.add(DateOrder.MDY);
      return DateOrder.MDY;
    }
    if (first != second && first <= MONTHS && second <= MONTHS) {
      asked.putIfAbsent("--date-order", text);
    }
    return DateOrder.DMY;
  }

  /**
   * The decimal mark of a number.
   *
   * @param evident the only mark that the number can have; absent when it can have either
   */
  DecimalMark mark(@Nullable DecimalMark evident, String text) {
    DecimalMark known = said.decimalMark();
    if (known != null) {
      return known;
    }
    if (evident != null) {
      marksSeen.add(evident);
      return evident;
    }
    asked.putIfAbsent("--decimal", text);
    return DecimalMark.POINT;
  }

  /** The zone of a time without an offset. */
  ZoneId zone(String text) {
    ZoneId known = said.timeZone();
    if (known == null) {
      asked.putIfAbsent("--time-zone", text);
      return ZoneOffset.UTC;
    }
    return known;
  }

  /** Whose the rows are that name no customer; empty when it was not said. */
  String customer() {
    return said.customerId();
  }

  /** The currency of amounts without one; empty when it was not said. */
  String currency() {
    Currency known = said.currency();
    return known == null ? "" : known.getCurrencyCode();
  }

  /** The invoice that a file leaves out; empty when it was not said. */
  String invoice() {
    return said.invoiceId();
  }

  /** The date of the invoices that a file leaves out; empty when it was not said. */
  String invoiceDate() {
    LocalDate known = said.invoiceDate();
    return known == null ? "" : known.toString();
  }

  /** What hours are counted in. */
  TimeUnit timeUnit(String text) {
    TimeUnit known = said.timeUnit();
    if (known == null) {
      asked.putIfAbsent("--time-unit", text);
      return TimeUnit.HOURS;
    }
    return known;
  }

  /** Whether it was said what stands for the day of work of a line that tells none. */
  boolean knowsWorkDay() {
    return said.workDay() != null;
  }

  /**
   * What stands for the day of work of a line that tells none.
   *
   * @param line its number, to be shown
   */
  WorkDay workDay(String line) {
    WorkDay known = said.workDay();
    if (known == null) {
      asked.putIfAbsent("--work-date", line);
      return WorkDay.INVOICE_DATE;
    }
    return known;
  }

  /** Asks for the invoice, unless it was said. */
  void requireInvoice() {
    if (invoice().isEmpty()) {
      asked.putIfAbsent("--invoice", "");
    }
  }

  /** Asks for the date of the invoices, unless it was said. */
  void requireInvoiceDate() {
    if (invoiceDate().isEmpty()) {
      asked.putIfAbsent("--invoice-date", "");
    }
  }

  /** Asks what stands for the day of work of all lines, unless it was said. */
  void requireWorkDay() {
    if (!knowsWorkDay()) {
      asked.putIfAbsent("--work-date", "");
    }
  }

  /** Asks for the customer, unless it was said. */
  void requireCustomer() {
    if (customer().isEmpty()) {
      asked.putIfAbsent("--customer", "");
    }
  }

  /** Asks for the currency, unless it was said. */
  void requireCurrency() {
    if (currency().isEmpty()) {
      asked.putIfAbsent("--currency", "");
    }
  }

  /**
   * What holds for the whole file, after all its rows were read once.
   *
   * @throws RedressException {@code FILE_NEEDS_ANSWER}
   */
  Conventions settled() {
    Map<String, String> questions = questions();
    if (!questions.isEmpty()) {
      throw new RedressException(
          ErrorReason.FILE_NEEDS_ANSWER,
          String.join("; ", questions.values()),
          Map.of("options", String.join(" ", questions.keySet())));
    }
    return new Conventions(told());
  }

  /** What was said, with what the values that were read so far told. */
  FileAnswers told() {
    DateOrder order = said.dateOrder();
    DecimalMark mark = said.decimalMark();
    return said.with(
        order == null && ordersSeen.size() == 1 ? ordersSeen.iterator().next() : order,
        mark == null && marksSeen.size() == 1 ? marksSeen.iterator().next() : mark);
  }

  /** What the values that were read so far leave open: a sentence for each option that says it. */
  Map<String, String> questions() {
    if (ordersSeen.size() == 1) {
      asked.remove("--date-order");
    } else if (ordersSeen.size() > 1) {
      asked.putIfAbsent("--date-order", "");
    }
    if (marksSeen.size() == 1) {
      asked.remove("--decimal");
    } else if (marksSeen.size() > 1) {
      asked.putIfAbsent("--decimal", "");
    }
    Map<String, String> questions = new LinkedHashMap<>();
    asked.forEach((option, example) -> questions.put(option, question(option, example)));
    return questions;
  }

  /** Whether a number can be a day and no month, beside one that can be a month. */
  private static boolean isOnlyDay(int number, int other) {
    return number > MONTHS && number <= DAYS && other >= 1 && other <= MONTHS;
  }

  private static String question(String option, String example) {
    String shown = "'" + ImportProblems.head(example, SHOWN_MAX) + "'";
    return switch (option) {
      case "--date-order" ->
          example.isEmpty()
              ? "the file has dates that begin with the day and dates that begin with the month:"
                  + " say what holds with --date-order dmy or --date-order mdy"
              : "the file does not tell whether "
                  + shown
                  + " begins with the day or the month: say it with --date-order dmy or"
                  + " --date-order mdy";
      case "--decimal" ->
          example.isEmpty()
              ? "the file has numbers with a decimal point and numbers with a decimal comma: say"
                  + " what holds with --decimal point or --decimal comma"
              : "the file does not tell whether the mark in "
                  + shown
                  + " is for decimals or thousands: say it with --decimal point or --decimal comma";
      case "--time-zone" ->
          "the file does not tell the time zone of "
              + shown
              + ": say it with --time-zone, such as --time-zone America/Chicago";
      case "--time-unit" ->
          "the file does not tell the unit of "
              + shown
              + ": say it with --time-unit minutes, hours or seconds";
      case "--work-date" ->
          "the file does not tell the day of the work"
              + (example.isEmpty() ? "" : " of the line " + shown)
              + ": say what stands for it with --work-date invoice-date or --work-date period-end";
      case "--invoice" ->
          "the file does not tell which invoice its lines are of: say it with --invoice and the"
              + " invoice's number";
      case "--invoice-date" ->
          "the file does not tell the date of its invoices: say it with --invoice-date, such as"
              + " --invoice-date 2026-09-30";
      case "--customer" ->
          "the file does not tell whose its rows are: say it with --customer and the customer's id";
      default -> "the file does not tell the currency: say it with --currency, such as USD";
    };
  }
}
