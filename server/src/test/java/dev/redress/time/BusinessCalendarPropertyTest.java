package dev.redress.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random calendars and moments, against an oracle that walks minute by minute. */
class BusinessCalendarPropertyTest {

  @Property(tries = 300)
  void plus_isWhereTheMinutesLead(@ForAll long seed) {
    CalendarCase random = CalendarCase.random(seed);
    assertThat(random.calendar().plus(random.start(), random.time()))
        .as("%s", random)
        .isEqualTo(random.oraclePlus());
  }

  @Property(tries = 300)
  void between_isTheMinutesInBetween(@ForAll long seed) {
    CalendarCase random = CalendarCase.random(seed);
    assertThat(random.calendar().between(random.start(), random.end()))
        .as("%s", random)
        .isEqualTo(random.oracleBetween());
  }

  @Property(tries = 300)
  void firstOpen_isTheFirstMinuteThatIsOpen(@ForAll long seed) {
    CalendarCase random = CalendarCase.random(seed);
    Instant open = random.calendar().firstOpen(random.start());
    assertThat(open).as("%s", random).isEqualTo(random.oracleFirstOpen());
    assertThat(random.calendar().isOpen(open)).isTrue();
    assertThat(random.calendar().isOpen(random.start())).isEqualTo(open.equals(random.start()));
  }

  @Property(tries = 1000)
  void between_undoesPlus(@ForAll long seed) {
    CalendarCase random = CalendarCase.random(seed);
    BusinessCalendar calendar = random.calendar();
    Instant due = calendar.plus(random.start(), random.time());
    assertThat(calendar.between(random.start(), due)).as("%s", random).isEqualTo(random.time());
    assertThat(calendar.plus(random.start(), random.time().plus(random.moreTime())))
        .as("%s in one step", random)
        .isEqualTo(calendar.plus(due, random.moreTime()));
  }

  @Property(tries = 1000)
  void between_isTheSumOfItsParts(@ForAll long seed) {
    CalendarCase random = CalendarCase.random(seed);
    BusinessCalendar calendar = random.calendar();
    Instant middle =
        random.start().plus(Duration.between(random.start(), random.end()).dividedBy(3));
    assertThat(
            calendar.between(random.start(), middle).plus(calendar.between(middle, random.end())))
        .as("%s", random)
        .isEqualTo(calendar.between(random.start(), random.end()));
  }

  @Property(tries = 1000)
  void laterOrLonger_neverComesSooner(@ForAll long seed) {
    CalendarCase random = CalendarCase.random(seed);
    BusinessCalendar calendar = random.calendar();
    Instant due = calendar.plus(random.start(), random.time());
    assertThat(due).isAfterOrEqualTo(random.start());
    assertThat(calendar.plus(random.start(), random.time().plus(random.moreTime())))
        .isAfterOrEqualTo(due);
    assertThat(calendar.plus(random.end(), random.time())).isAfterOrEqualTo(due);
    assertThat(calendar.firstOpen(random.end()))
        .isAfterOrEqualTo(calendar.firstOpen(random.start()));
    int days = (int) (random.moreTime().toMinutes() % 30);
    assertThat(calendar.plusDays(random.start(), days + 1))
        .isAfterOrEqualTo(calendar.plusDays(random.start(), days));
  }
}
