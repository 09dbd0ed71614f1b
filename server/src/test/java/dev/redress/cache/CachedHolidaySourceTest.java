package dev.redress.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.redress.time.HolidayRegion;
import dev.redress.time.HolidayYears;
import dev.redress.time.Holidays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CachedHolidaySourceTest {
  private static final HolidayRegion BAVARIA = new HolidayRegion("DE-BY");
  private static final HolidayRegion NOWHERE = new HolidayRegion("XX");

  private final List<String> asked = new ArrayList<>();
  private final CachedHolidaySource cached = new CachedHolidaySource(this::holidays);

  @Test
  void publicHolidays_areAskedForOnceForARegionAndItsYears() {
    for (int first : List.of(2026, 2026, 2027)) {
      assertThat(cached.publicHolidays(BAVARIA, new HolidayYears(first, 2030)).dates())
          .containsExactly(LocalDate.of(first, 1, 6));
    }

    assertThat(asked).containsExactly("DE-BY 2026", "DE-BY 2027");
    assertThat(cached.statistics()).isEqualTo(new CacheStatistics("holiday", 2, 1, 2));
  }

  @Test
  void publicHolidays_ofAnUnknownRegionAreRefusedEachTime() {
    for (int i = 0; i < 2; i++) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> cached.publicHolidays(NOWHERE, new HolidayYears(2026, 2030)))
          .withMessage("nobody knows XX");
    }

    assertThat(asked).hasSize(2);
  }

  private Holidays holidays(HolidayRegion region, HolidayYears years) {
    asked.add(region.code() + " " + years.first());
    if (region.equals(NOWHERE)) {
      throw new IllegalArgumentException("nobody knows " + region.code());
    }
    return Holidays.of(List.of(LocalDate.of(years.first(), 1, 6)));
  }
}
