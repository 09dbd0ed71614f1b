package dev.redress.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.redress.callback.CallbackPolicy;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.servicelevel.ServiceValues;
import dev.redress.time.BusinessWeek;
import dev.redress.time.BusinessWindow;
import dev.redress.time.HolidayRegion;
import dev.redress.time.HolidayYears;
import dev.redress.time.Holidays;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarsTest {
  private static final Instant NOW = Instant.parse("2025-06-05T10:00:00Z");

  private final Calendars calendars =
      new Calendars(CalendarsTest::publicHolidays, CalendarsTest::readHolidays, () -> NOW);

  @ParameterizedTest(name = "{8}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # provider: hours | region | own        | customer's: zone | hours    | region | own        | promised at      | what counts                          | due
          1-5 9-17          | -      | -          | UTC              | -        | -      | -          | 2025-06-06T10:00 | the provider's hours                 | 2025-06-09T10:00
          1-5 9-17          | DE-BY  | -          | UTC              | -        | -      | -          | 2025-06-06T10:00 | the provider's region                | 2025-06-10T10:00
          1-5 9-17          | DE-BY  | -          | UTC              | -        | US     | -          | 2025-06-06T10:00 | the customer's region instead        | 2025-06-09T10:00
          1-5 9-17          | -      | -          | UTC              | -        | DE-BY  | -          | 2025-06-06T10:00 | a region of the customer alone       | 2025-06-10T10:00
          1-5 9-17          | -      | 2025-06-09 | UTC              | -        | -      | -          | 2025-06-06T10:00 | the provider's own holiday           | 2025-06-10T10:00
          1-5 9-17          | -      | 2025-06-09 | UTC              | -        | -      | 2025-06-10 | 2025-06-06T10:00 | own holidays of both                 | 2025-06-11T10:00
          1-5 9-17          | DE-BY  | -          | UTC              | -        | -      | 2025-06-10 | 2025-06-06T10:00 | public and own holidays              | 2025-06-11T10:00
          1-4 8-12,13-17; 5 8-14 | - | -          | UTC              | -        | -      | -          | 2025-06-05T15:00 | a Friday that ends earlier           | 2025-06-09T08:00
          1-4 8-12,13-17; 5 8-14 | - | -          | UTC              | -        | -      | -          | 2025-06-02T12:30 | the noon break                       | 2025-06-03T13:00
          1-5 9-17          | -      | -          | UTC              | 6-7 10-12 | -     | -          | 2025-06-06T10:00 | the customer's hours on the weekend  | 2025-06-08T10:00
          1-5 9-17          | DE-BY  | -          | UTC              | 1-5 7-9  | -      | -          | 2025-06-06T08:00 | its hours, the provider's region     | 2025-06-10T08:00
          1-5 9-17          | -      | -          | America/Chicago  | -        | -      | -          | 2025-06-06T10:00 | the provider's hours in its zone     | 2025-06-09T14:00
          1-5 9-17          | -      | 2025-06-07 | UTC              | -        | -      | -          | 2025-06-06T10:00 | a holiday on a closed day is nothing | 2025-06-09T10:00
          1-5 9-17          | XX     | -          | UTC              | -        | -      | -          | 2025-06-06T10:00 | no region that is not known any more | 2025-06-09T10:00
          """)
  void of_takesWhatTheCustomerSaysBeforeWhatItsProviderSays(
      String providerHours,
      @Nullable String providerRegion,
      @Nullable LocalDate providerOwn,
      String zone,
      @Nullable String hours,
      @Nullable String region,
      @Nullable LocalDate own,
      String promisedAt,
      String because,
      String due) {
    ProviderSettings settings =
        settings(week(providerHours), region(providerRegion), own(providerOwn));
    Customer customer =
        customer(
            zone,
            new CustomerCalendar(hours == null ? null : week(hours), region(region), own(own)));

    assertThat(
            CallbackPolicy.of(settings, ServiceValues.NONE, calendars.of(settings, customer))
                .firstDue(Instant.parse(promisedAt + ":00Z")))
        .as(because)
        .isEqualTo(Instant.parse(due + ":00Z"));
  }

  @Test
  void of_promisesACallWhateverIsClosed() {
    ProviderSettings settings = settings(week("1-5 9-17"), null, new OwnHolidays(sundays(0, 400)));
    CustomerCalendar sundaysOnly =
        new CustomerCalendar(week("7 10-12"), null, new OwnHolidays(sundays(400, 400)));

    assertThat(calendars.of(settings, customer("UTC", sundaysOnly)).plus(NOW, Duration.ofHours(1)))
        .isEqualTo(Instant.parse("2025-06-08T11:00:00Z"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calendars.requireOpen(settings, sundaysOnly))
        .withMessage(
            "holidays must leave an open window in 10 years; they close every day from 2025-06-08"
                + " to 2035-06-03");
    assertThat(calendars.open(settings)).isEqualTo(settings);
  }

  @Test
  void open_refusesWhatIsNeverOpen() {
    ProviderSettings settings =
        settings(week("7 10-12"), new HolidayRegion("SU"), OwnHolidays.NONE);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> calendars.open(settings))
        .withMessageStartingWith("holidays must leave an open window in 10 years");
  }

  @Test
  void known_refusesARegionThatNobodyKnows() {
    assertThat(calendars.known(new HolidayRegion("US"))).isEqualTo(new HolidayRegion("US"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> calendars.known(new HolidayRegion("XX")))
        .withMessage("nobody knows XX");
  }

  @Test
  void read_takesTheYearsToCome_andCutsNames() {
    assertThat(calendars.read("x".repeat(70).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            new OwnHolidays(
                Holidays.named(
                    Map.of(
                        LocalDate.of(2025, 1, 1), "x".repeat(60),
                        LocalDate.of(2035, 12, 31), "x".repeat(59)))));
  }

  private static Holidays publicHolidays(HolidayRegion region, HolidayYears years) {
    assertThat(years).isEqualTo(new HolidayYears(2024, 2035));
    return switch (region.code()) {
      case "DE-BY" -> Holidays.of(List.of(LocalDate.of(2025, 6, 9), LocalDate.of(2025, 6, 19)));
      case "US" -> Holidays.of(List.of(LocalDate.of(2025, 6, 19), LocalDate.of(2025, 7, 4)));
      case "SU" -> sundays(0, 530);
      default -> throw new IllegalArgumentException("nobody knows " + region.code());
    };
  }

  /**
   * Names the first day by the file and the last one by a text that must not be cut in a letter.
   */
  private static Holidays readHolidays(byte[] file, HolidayYears years) {
    return Holidays.named(
        Map.of(
            LocalDate.of(years.first(), 1, 1),
            new String(file, StandardCharsets.UTF_8),
            LocalDate.of(years.last(), 12, 31),
            "x".repeat(59) + "\uD83D\uDE00"));
  }

  private static Holidays sundays(int from, int count) {
    LocalDate first =
        LocalDate.of(2025, 6, 5).with(TemporalAdjusters.next(DayOfWeek.SUNDAY)).plusWeeks(from);
    return Holidays.of(IntStream.range(0, count).mapToObj(first::plusWeeks).toList());
  }

  private static ProviderSettings settings(
      BusinessWeek week, @Nullable HolidayRegion region, OwnHolidays own) {
    return new ProviderSettings(
        "mia", week, region, own, 1, Duration.ofHours(4), 5, 5, 60, Duration.ofHours(40), null);
  }

  private static Customer customer(String zone, CustomerCalendar calendar) {
    return new Customer(
        new CustomerName(new ProviderName("nimbus"), "ATLAS"),
        "Atlas Dental",
        ZoneId.of(zone),
        "",
        "",
        "",
        "",
        null,
        Currency.getInstance("USD"),
        calendar,
        Map.of(),
        NOW,
        NOW,
        1);
  }

  private static @Nullable HolidayRegion region(@Nullable String code) {
    return code == null ? null : new HolidayRegion(code);
  }

  private static OwnHolidays own(@Nullable LocalDate day) {
    return day == null ? OwnHolidays.NONE : new OwnHolidays(Holidays.of(List.of(day)));
  }

  /** Days by number and windows by hour, such as {@code 1-4 8-12,13-17; 5 8-14}. */
  private static BusinessWeek week(String text) {
    Map<DayOfWeek, List<BusinessWindow>> week = new EnumMap<>(DayOfWeek.class);
    for (String part : text.split("; ", -1)) {
      String[] sides = part.split(" ", -1);
      int[] days = numbers(sides[0]);
      List<BusinessWindow> windows =
          Arrays.stream(sides[1].split(",", -1))
              .map(CalendarsTest::numbers)
              .map(hours -> new BusinessWindow(hours[0] * 60, hours[1] * 60))
              .toList();
      for (int day = days[0]; day <= days[days.length - 1]; day++) {
        week.put(DayOfWeek.of(day), windows);
      }
    }
    return new BusinessWeek(week);
  }

  private static int[] numbers(String text) {
    return Stream.of(text.split("-", -1)).mapToInt(Integer::parseInt).toArray();
  }
}
