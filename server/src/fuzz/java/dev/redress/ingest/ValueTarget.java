package dev.redress.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;

/** Reads a text as every kind of value: what other tools' values come to, Redress itself reads. */
final class ValueTarget implements FuzzTarget {
  private static final Currency YEN = Currency.getInstance("JPY");

  @Override
  public List<byte[]> seeds() {
    return List.of(
            "2024-02-29T10:15:00.5+01:00",
            "29/02/2024 10:23 AM",
            "04/Mar/24",
            "20240304",
            "1.234.567,8",
            "1 234,5",
            "-0.5",
            "36:15:59",
            "45356.4332",
            "1.5E3",
            "[h]:mm;@",
            "yyyy\\-mm\\-dd \"um\" hh:mm",
            "America/Chicago",
            "USD",
            "non-billable")
        .stream()
        .map(text -> text.getBytes(UTF_8))
        .toList();
  }

  @Override
  public void run(byte[] input) {
    String text = new String(input, UTF_8);
    Dates.date(text);
    Moments.moment(text);
    Decimals.hours(text);
    Decimals.money(text, YEN);
    Decimals.rate(text, YEN);
    Choices.currency(text);
    Choices.timeZone(text);
    Choices.flag(text);
    Choices.yesNo(text);
    for (DateOrder order : DateOrder.values()) {
      for (DecimalMark mark : DecimalMark.values()) {
        for (TimeUnit unit : TimeUnit.values()) {
          foreign(text, order, mark, unit);
        }
      }
    }
    for (CellFormat format : CellFormat.values()) {
      format.text(text, false);
      format.text(text, true);
    }
    CellFormat.of(text);
    if (TypedNumbers.isOne(text)) {
      TypedNumbers.plain(text);
    }
  }

  private static void foreign(String text, DateOrder order, DecimalMark mark, TimeUnit unit) {
    Conventions conventions =
        new Conventions(
            new FileAnswers(
                "",
                order,
                ZoneId.of("Europe/Berlin"),
                mark,
                YEN,
                WorkDay.PERIOD_END,
                unit,
                "",
                null));
    require(LocalTimes.date(text, conventions), Dates::date);
    require(LocalTimes.moment(text, conventions), Moments::moment);
    requireNumber(LocalNumbers.number(text, conventions));
    requireNumber(LocalNumbers.hours(text, conventions));
    requireNumber(LocalNumbers.units(text, conventions));
  }

  private static <T> void require(Reading<String> foreign, Function<String, Reading<T>> own) {
    if (foreign instanceof Reading.Good<String>(String read)
        && own.apply(read) instanceof Reading.Bad<T>(_, String message)) {
      throw new AssertionError(read + " " + message);
    }
  }

  private static void requireNumber(Reading<String> foreign) {
    if (foreign instanceof Reading.Good<String>(String read)
        && !read.matches("-?\\d{1,60}(\\.\\d{1,60})?")) {
      throw new AssertionError(read + " is no number");
    }
  }
}
