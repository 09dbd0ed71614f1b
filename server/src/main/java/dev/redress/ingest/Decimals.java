package dev.redress.ingest;

import dev.redress.money.Money;
import dev.redress.money.Rate;
import dev.redress.time.Hours;
import java.math.BigDecimal;
import java.util.Currency;

/** Plain decimal numbers: digits, and at most one point between digits. Nothing is rounded. */
final class Decimals {
  private static final int LENGTH_MAX = 40;
  private static final BigDecimal HOURS_MAX = BigDecimal.valueOf(10_000);
  private static final BigDecimal MONEY_END = BigDecimal.valueOf(1_000_000_000_000L);
  private static final int RATE_DECIMALS = 4;

  private Decimals() {}

  /** Hours from 0 to 10,000 with at most four decimals. */
  static Reading<Hours> hours(String text) {
    String flaw = flaw(text);
    if (!flaw.isEmpty()) {
      return Reading.badNumber(flaw);
    }
    BigDecimal number = new BigDecimal(text);
    if (number.compareTo(HOURS_MAX) > 0) {
      return Reading.badNumber("must be at most 10000 hours");
    }
    return decimals(number) > Hours.SCALE
        ? Reading.badNumber("must have at most 4 decimals")
        : Reading.of(Hours.of(number));
  }

  /** An amount from 0 to below 10^12 with at most the decimals of its currency (ISO 4217). */
  static Reading<Money> money(String text, Currency currency) {
    String flaw = flaw(text);
    if (!flaw.isEmpty()) {
      return Reading.badNumber(flaw);
    }
    BigDecimal number = new BigDecimal(text);
    if (number.compareTo(MONEY_END) >= 0) {
      return Reading.badNumber("must be below 1000000000000");
    }
    int decimals = currency.getDefaultFractionDigits();
    return decimals(number) > decimals
        ? Reading.badNumber("must have at most " + decimals + " decimals in " + currency)
        : Reading.of(Money.ofMajor(number, currency));
  }

  /** A price of an hour from 0 to below 10^12 with at most four decimals. */
  static Reading<Rate> rate(String text, Currency currency) {
    String flaw = flaw(text);
    if (!flaw.isEmpty()) {
      return Reading.badNumber(flaw);
    }
    BigDecimal number = new BigDecimal(text);
    if (number.compareTo(MONEY_END) >= 0) {
      return Reading.badNumber("must be below 1000000000000");
    }
    return decimals(number) > RATE_DECIMALS
        ? Reading.badNumber("must have at most 4 decimals")
        : Reading.of(Rate.ofMajor(number, currency));
  }

  private static int decimals(BigDecimal number) {
    return number.scale() <= 0 ? 0 : number.stripTrailingZeros().scale();
  }

  /** What keeps a text from being a plain decimal number; empty when nothing does. */
  private static String flaw(String text) {
    if (text.startsWith("-")) {
      return "must be 0 or more";
    }
    if (text.length() > LENGTH_MAX) {
      return "must be a number of at most " + LENGTH_MAX + " digits";
    }
    int points = 0;
    int commas = 0;
    boolean plain = isDigit(text, 0) && isDigit(text, text.length() - 1);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      points += c == '.' ? 1 : 0;
      commas += c == ',' ? 1 : 0;
      plain &= isDigit(text, i) || c == '.' || c == ',';
    }
    if (plain && commas == 1 && points == 0) {
      return "must be written with a decimal point and no thousands separator: "
          + text.replace(',', '.')
          + " or "
          + text.replace(",", "");
    }
    if (plain && commas + points > 1) {
      return "must have no thousands separators and one decimal point, such as 1234.50";
    }
    return plain ? "" : "must be a plain number such as 12 or 1.25";
  }

  private static boolean isDigit(String text, int index) {
    return index >= 0
        && index < text.length()
        && text.charAt(index) >= '0'
        && text.charAt(index) <= '9';
  }
}
