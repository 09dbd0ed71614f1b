package dev.redress.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.calendar.JollydayHolidaySource;
import dev.redress.callback.CallbackPolicy;
import dev.redress.identity.CustomerName;
import dev.redress.identity.EscalationPolicyName;
import dev.redress.identity.ProviderName;
import dev.redress.servicelevel.DisputePriority;
import dev.redress.time.BusinessCalendar;
import dev.redress.time.BusinessWeek;
import dev.redress.time.BusinessWindow;
import dev.redress.time.CalendarCase;
import dev.redress.time.HolidayRegion;
import dev.redress.time.HolidayYears;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A whole year of calls, one each 17 hours, with its holidays and both changes of the clock, and
 * other rules from July on: each due time and each level is what one finds who walks minute by
 * minute and looks at the clock on the wall.
 */
class EscalationYearTest {
  private static final ProviderName NORTH = new ProviderName("north");
  private static final Instant BEGIN = Instant.parse("2026-12-29T03:20:00Z");
  private static final Instant END = Instant.parse("2028-01-05T00:00:00Z");
  private static final Instant CHANGE = Instant.parse("2027-07-01T00:00:00Z");
  private static final Duration STEP = Duration.ofHours(17);
  private static final Duration GAP = Duration.ofHours(4);

  @ParameterizedTest
  @CsvSource({"Europe/Berlin, DE-BY", "America/New_York, US-NY", "Australia/Sydney, AU-NSW"})
  void dueTimesAndLevels_areThoseOfAMinuteByMinuteWalk(ZoneId zone, String region) {
    BusinessCalendar calendar = calendar(zone, region);
    CallbackPolicy calls = new CallbackPolicy(calendar, 1, GAP, 5, Duration.ofHours(24));
    int count = 0;
    for (Instant now = BEGIN; now.isBefore(END); now = now.plus(STEP)) {
      Instant attempt = calls.nextAttemptDue(now);
      assertThat(attempt).as("next attempt after %s", now).isEqualTo(plus(calendar, now, GAP));
      assertThat(calls.afterHangUp(now))
          .as("after a hang-up at %s", now)
          .isEqualTo(firstOpen(calendar, now.plus(Duration.ofHours(24))));
      levels(calendar, now, calls.firstDue(now));
      levels(calendar, now, attempt);
      count++;
    }
    assertThat(count).isGreaterThan(500);
  }

  private static void levels(BusinessCalendar calendar, Instant promised, Instant due) {
    EscalationPolicy policy = promised.isBefore(CHANGE) ? policy(70, 90, 110) : policy(25, 60, 200);
    EscalationRules rules = new EscalationRules(policy, calendar, Duration.ofHours(40), "dana");
    Duty duty =
        new Duty(
            new DutyKey(NORTH, DutyKind.CALLBACK, "c1", promised),
            new CustomerName(NORTH, "ATLAS"),
            null,
            DisputePriority.NORMAL,
            "mia",
            new DutyTime.Fixed(due),
            1);
    Duration all = new CalendarCase(calendar, promised, due, GAP, GAP).oracleBetween();
    Instant lead = plus(calendar, promised, share(all, policy.leadPercent()));
    Instant accountManager = plus(calendar, due, share(all, policy.accountManagerPercent() - 100));
    List<Instant> expected =
        List.of(
            plus(calendar, promised, share(all, policy.ownerPercent())),
            lead,
            accountManager,
            plus(calendar, accountManager, GAP));
    for (int level = 1; level <= expected.size(); level++) {
      Instant reached = EscalationLifecycle.step(duty, rules, level).time();
      assertThat(reached)
          .as("level %s of a call promised at %s for %s", level, promised, due)
          .isEqualTo(firstOpen(calendar, expected.get(level - 1)));
      assertThat(calendar.isOpen(reached)).isTrue();
    }
  }

  private static Duration share(Duration all, int percent) {
    return all.multipliedBy(percent).dividedBy(100);
  }

  private static Instant plus(BusinessCalendar calendar, Instant start, Duration time) {
    return new CalendarCase(calendar, start, start, time, time).oraclePlus();
  }

  private static Instant firstOpen(BusinessCalendar calendar, Instant start) {
    return new CalendarCase(calendar, start, start, GAP, GAP).oracleFirstOpen();
  }

  private static BusinessCalendar calendar(ZoneId zone, String region) {
    return new BusinessCalendar(
        BusinessWeek.mondayToFriday(
            List.of(new BusinessWindow(540, 720), new BusinessWindow(780, 1020))),
        zone,
        new JollydayHolidaySource()
            .publicHolidays(new HolidayRegion(region), new HolidayYears(2026, 2028)));
  }

  private static EscalationPolicy policy(int owner, int lead, int accountManager) {
    return new EscalationPolicy(
        new EscalationPolicyName(NORTH), owner, lead, accountManager, GAP, "lee", "kim", null, 0);
  }
}
