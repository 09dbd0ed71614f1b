package dev.redress.ingest;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Values out of a fixed list: currencies, time zones, yes and no. */
final class Choices {
  /** ISO 4217 without the codes that have no minor unit, such as XXX (none) and XAU (gold). */
  private static final Map<String, Currency> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getDefaultFractionDigits() >= 0)
          .collect(Collectors.toUnmodifiableMap(Currency::getCurrencyCode, Function.identity()));

  private static final Set<String> TIME_ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

  private Choices() {}

  /** A currency by its code, such as {@code USD}. */
  static Reading<Currency> currency(String text) {
    Currency currency = CURRENCIES.get(text);
    return currency == null
        ? Reading.badValue("must be the ISO 4217 code of a currency in use, such as USD")
        : Reading.of(currency);
  }

  /** A time zone by its name in the IANA database. */
  static Reading<ZoneId> timeZone(String text) {
    return TIME_ZONES.contains(text)
        ? Reading.of(ZoneId.of(text))
        : Reading.badValue("must be an IANA time zone such as America/Chicago");
  }

  /** Yes or no, in upper or lower case. */
  static Reading<Boolean> flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> Reading.of(true);
      case "false" -> Reading.of(false);
      default -> Reading.badValue("must be true or false");
    };
  }

  /** Yes or no as tools write it in four languages, as {@code true} or {@code false}. */
  static Reading<String> yesNo(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "y", "1", "true", "billable", "ja", "j", "oui", "o", "sí", "si", "s" ->
          Reading.of("true");
      case "no", "n", "0", "false", "non-billable", "nein", "non" -> Reading.of("false");
      default -> Reading.badValue("must be yes or no");
    };
  }
}
