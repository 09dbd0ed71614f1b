package dev.redress.page;

import dev.redress.money.Money;
import dev.redress.report.Ranked;
import dev.redress.report.ReportHead;
import dev.redress.statement.Language;
import dev.redress.statement.StatementWords;
import dev.redress.time.Hours;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Numbers and words of reports: in English, for the provider's own people, moments in UTC. */
final class ReportWords {
  private static final String NONE = "(none)";

  private final StatementWords words = new StatementWords(Language.ENGLISH, ZoneOffset.UTC);

  String amount(Money money) {
    return words.amount(money);
  }

  /** The same, lighter to read where many are nothing. */
  String amountOrNone(Money money) {
    return money.minorUnits() == 0 ? "–" : amount(money);
  }

  String amount(long minorUnits, Currency currency) {
    return amount(new Money(minorUnits, currency));
  }

  String hours(Hours hours) {
    return words.hours(hours);
  }

  String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** With one decimal, half up; nothing where there is no whole. */
  String percent(long part, long whole) {
    return whole == 0
        ? "–"
        : BigDecimal.valueOf(part)
            .movePointRight(2)
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
            .toPlainString();
  }

  String moment(Instant moment) {
    return words.moment(moment) + " UTC";
  }

  PageFact asOf(ReportHead head) {
    return new PageFact("As of", moment(head.createTime()));
  }

  /** The days that count, both included. */
  PageFact span(String what, @Nullable LocalDate from, @Nullable LocalDate to) {
    String begin = from == null ? "the first day" : words.date(from);
    String end = to == null ? "the last day" : words.date(to);
    return new PageFact(what, from == null && to == null ? "all" : begin + " to " + end);
  }

  /** A key of a row; one that says nothing is told in brackets. */
  String key(String key) {
    return key.isBlank() ? NONE : key;
  }

  /** What stands for rows that are not told one by one. */
  static String others(int count) {
    return count == 1 ? "1 other" : String.format(Locale.ROOT, "%,d others", count);
  }

  /**
   * A table of the rows, of all others in one, and of their sum.
   *
   * @param cells of a row, from what it is about and its figures
   */
  <T> ReportTable table(
      String title,
      List<String> columns,
      Ranked<T> ranked,
      BiFunction<String, T, List<String>> cells) {
    List<List<String>> rows = new ArrayList<>();
    ranked.rows().forEach(row -> rows.add(cells.apply(key(row.key()), row.figures())));
    T other = ranked.other();
    if (other != null) {
      rows.add(cells.apply(others(ranked.others()), other));
    }
    return new ReportTable(title, columns, rows, cells.apply("Total", ranked.total()));
  }
}
