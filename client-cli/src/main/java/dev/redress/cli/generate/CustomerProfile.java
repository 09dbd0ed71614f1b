package dev.redress.cli.generate;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Who a generated customer is and who works for it.
 *
 * @param code customer id and prefix of its requests' ids
 * @param currency ISO 4217
 * @param baseRate price of a remote hour in whole units of the currency
 * @param team technicians, the busiest first
 * @param people employees who ask for things, the busiest first
 */
record CustomerProfile(
    String code,
    String name,
    ZoneId zone,
    String currency,
    int baseRate,
    List<String> team,
    List<String> people) {

  private static final String[][] ZONES = {
    {"America/New_York", "USD"}, {"America/Chicago", "USD"}, {"America/Denver", "USD"},
    {"America/Los_Angeles", "USD"}, {"America/Toronto", "CAD"}, {"Europe/London", "GBP"},
    {"Europe/Berlin", "EUR"}, {"Europe/Amsterdam", "EUR"}, {"Australia/Sydney", "AUD"},
    {"Pacific/Auckland", "NZD"}
  };

  private static final List<String> TIERS = List.of("bronze", "silver", "gold");

  /** Draws a customer. */
  static CustomerProfile draw(int index, SplittableRandom random) {
    String code = CustomerCode.of(index);
    String name =
        Vocabulary.LAST_NAMES.get(random.nextInt(Vocabulary.LAST_NAMES.size()))
            + ' '
            + Vocabulary.TRADES.get(random.nextInt(Vocabulary.TRADES.size()));
    String[] place = ZONES[random.nextInt(ZONES.length)];
    return new CustomerProfile(
        code,
        name,
        ZoneId.of(place[0]),
        place[1],
        80 + 5 * random.nextInt(13),
        persons(3 + random.nextInt(4), random),
        persons(6 + random.nextInt(25), random));
  }

  /** The row of {@code customers.csv}; the phone number is one of those kept for fiction. */
  String[] row(SplittableRandom random) {
    return new String[] {
      code,
      name,
      zone.getId(),
      TIERS.get(random.nextInt(TIERS.size())),
      Vocabulary.person(random),
      "+1 202 555 01" + (10 + random.nextInt(90)),
      "office@" + code.toLowerCase(Locale.ROOT) + ".example",
      (6 + random.nextInt(90)) + "000.00",
      currency
    };
  }

  /** Price of an hour of a kind of work in whole units of the currency. */
  int rate(String workType) {
    return switch (workType) {
      case "Onsite" -> baseRate + 20;
      case "Project" -> baseRate + 40;
      default -> baseRate;
    };
  }

  private static List<String> persons(int count, SplittableRandom random) {
    return Stream.generate(() -> Vocabulary.person(random)).limit(count).toList();
  }
}
