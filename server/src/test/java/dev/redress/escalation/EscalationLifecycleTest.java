package dev.redress.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.dispute.SlaClock;
import dev.redress.escalation.EscalationLifecycle.Fired;
import dev.redress.escalation.EscalationLifecycle.Step;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.ProviderName;
import dev.redress.servicelevel.DisputePriority;
import dev.redress.time.BusinessCalendar;
import dev.redress.time.BusinessWeek;
import dev.redress.time.BusinessWindow;
import dev.redress.time.Holidays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * When levels are reached and which of them fires, by the policy that ships (70, 90, 110 %, then
 * each 4 hours), with business hours from 9 to 17 from Monday to Friday and a holiday on
 * 2026-11-26.
 */
class EscalationLifecycleTest {
  private static final ProviderName NORTH = new ProviderName("north");
  private static final Instant PROMISED = Instant.parse("2026-09-28T09:00:00Z");
  private static final Instant DUE = Instant.parse("2026-09-29T09:00:00Z");

  @ParameterizedTest(name = "{0}: promised {1} for {2}, level {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # zone        | promised             | due                  | level | reached
          # one working day from Monday, 8 hours
          UTC           | 2026-09-28T09:00:00Z | 2026-09-29T09:00:00Z | 1     | 2026-09-28T14:36:00Z
          UTC           | 2026-09-28T09:00:00Z | 2026-09-29T09:00:00Z | 2     | 2026-09-28T16:12:00Z
          UTC           | 2026-09-28T09:00:00Z | 2026-09-29T09:00:00Z | 3     | 2026-09-29T09:48:00Z
          UTC           | 2026-09-28T09:00:00Z | 2026-09-29T09:00:00Z | 4     | 2026-09-29T13:48:00Z
          UTC           | 2026-09-28T09:00:00Z | 2026-09-29T09:00:00Z | 5     | 2026-09-30T09:48:00Z
          UTC           | 2026-09-28T09:00:00Z | 2026-09-29T09:00:00Z | 6     | 2026-09-30T13:48:00Z
          # the same over a weekend
          UTC           | 2026-10-02T15:00:00Z | 2026-10-05T15:00:00Z | 1     | 2026-10-05T12:36:00Z
          UTC           | 2026-10-02T15:00:00Z | 2026-10-05T15:00:00Z | 2     | 2026-10-05T14:12:00Z
          UTC           | 2026-10-02T15:00:00Z | 2026-10-05T15:00:00Z | 3     | 2026-10-05T15:48:00Z
          # 7 of 10 hours are over just when business closes: held until it opens
          UTC           | 2026-09-28T10:00:00Z | 2026-09-29T12:00:00Z | 1     | 2026-09-29T09:00:00Z
          # promised for the evening: one business hour is left of the day
          UTC           | 2026-09-30T16:00:00Z | 2026-09-30T20:00:00Z | 1     | 2026-09-30T16:42:00Z
          UTC           | 2026-09-30T16:00:00Z | 2026-09-30T20:00:00Z | 2     | 2026-09-30T16:54:00Z
          UTC           | 2026-09-30T16:00:00Z | 2026-09-30T20:00:00Z | 3     | 2026-10-01T09:06:00Z
          # promised for a time before business opens again
          UTC           | 2026-10-03T10:00:00Z | 2026-10-04T10:00:00Z | 1     | 2026-10-05T09:00:00Z
          UTC           | 2026-10-03T10:00:00Z | 2026-10-04T10:00:00Z | 3     | 2026-10-05T09:00:00Z
          UTC           | 2026-10-03T10:00:00Z | 2026-10-04T10:00:00Z | 4     | 2026-10-05T13:00:00Z
          # a holiday between, and one on which the level would be reached
          UTC           | 2026-11-25T15:00:00Z | 2026-11-27T15:00:00Z | 2     | 2026-11-27T14:12:00Z
          UTC           | 2026-11-24T17:00:00Z | 2026-11-25T17:00:00Z | 3     | 2026-11-27T09:48:00Z
          # clocks go back in the night between, and forward
          Europe/Berlin | 2026-10-23T13:00:00Z | 2026-10-26T14:00:00Z | 1     | 2026-10-26T11:36:00Z
          Europe/Berlin | 2026-03-27T14:00:00Z | 2026-03-30T13:00:00Z | 1     | 2026-03-30T10:36:00Z
          # 29 February, and a promise to the microsecond
          UTC           | 2028-02-28T09:00:00Z | 2028-02-29T09:00:00Z | 3     | 2028-02-29T09:48:00Z
          UTC           | 2028-02-28T09:00:00Z | 2028-02-29T09:00:00Z | 5     | 2028-03-01T09:48:00Z
          UTC           | 2026-09-28T09:00:00.000001Z | 2026-09-28T09:00:00.000004Z | 1 | 2026-09-28T09:00:00.000003Z
          # the last one
          UTC           | 2026-09-28T09:00:00Z | 2026-09-29T09:00:00Z | 999   | 2028-08-28T09:48:00Z
          """)
  void step_countsBusinessTime(
      ZoneId zone, Instant promised, Instant due, int level, Instant reached) {
    assertThat(EscalationLifecycle.step(duty(promised, due), rules(zone), level))
        .isEqualTo(new Step(level, reached));
  }

  @ParameterizedTest(name = "level {0} fired, acknowledged {1}, now {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # promised on Monday at 9 for Tuesday at 9; levels at Mo 14:36, 16:12, Tu 9:48, 13:48, We 9:48
          # fired | acknowledged         | now                  | fires | look again
          0       | -                    | 2026-09-28T14:35:59Z | -     | 2026-09-28T14:36:00Z
          0       | -                    | 2026-09-28T14:36:00Z | 1     | 2026-09-28T16:12:00Z
          1       | -                    | 2026-09-28T14:36:00Z | -     | 2026-09-28T16:12:00Z
          1       | -                    | 2026-09-28T16:30:00Z | 2     | 2026-09-29T09:48:00Z
          2       | -                    | 2026-09-29T09:48:00Z | 3     | 2026-09-29T13:48:00Z
          3       | -                    | 2026-09-29T13:48:00Z | 4     | 2026-09-30T09:48:00Z
          4       | -                    | 2026-09-30T09:48:00Z | 5     | 2026-09-30T13:48:00Z
          # closed: held, at the stroke of five, in the night, before it opens
          1       | -                    | 2026-09-28T17:00:00Z | -     | 2026-09-29T09:00:00Z
          0       | -                    | 2026-09-28T23:00:00Z | -     | 2026-09-29T09:00:00Z
          0       | -                    | 2026-09-29T08:59:59Z | -     | 2026-09-29T09:00:00Z
          3       | -                    | 2026-10-03T12:00:00Z | -     | 2026-10-05T09:00:00Z
          # of several that are reached only the highest
          0       | -                    | 2026-09-29T09:00:00Z | 2     | 2026-09-29T09:48:00Z
          1       | -                    | 2026-09-29T13:48:00Z | 4     | 2026-09-30T09:48:00Z
          0       | -                    | 2026-10-05T09:00:00Z | 10    | 2026-10-05T09:48:00Z
          # acknowledged before the due time: quiet until then
          1       | 2026-09-28T15:00:00Z | 2026-09-28T16:12:00Z | -     | 2026-09-29T09:48:00Z
          1       | 2026-09-28T15:00:00Z | 2026-09-29T09:48:00Z | 3     | 2026-09-29T13:48:00Z
          3       | 2026-09-28T15:00:00Z | 2026-09-29T13:48:00Z | 4     | 2026-09-30T09:48:00Z
          # acknowledged when it is due or later: quiet for good
          2       | 2026-09-29T09:00:00Z | 2026-09-29T09:48:00Z | -     | 2026-09-30T09:48:00Z
          3       | 2026-09-29T10:00:00Z | 2026-09-30T13:48:00Z | -     | 2026-10-01T13:48:00Z
          # the clock was set back, and the last level
          4       | -                    | 2026-09-28T10:00:00Z | -     | 2026-09-30T09:48:00Z
          998     | -                    | 2030-01-01T12:00:00Z | 999   | 2030-01-02T12:00:00Z
          999     | -                    | 2030-01-01T12:00:00Z | -     | 2030-01-02T12:00:00Z
          """)
  void due_isTheHighestLevelReached(
      int fired,
      @Nullable Instant acknowledged,
      Instant now,
      @Nullable Integer fires,
      Instant lookAgain) {
    Duty duty = duty(PROMISED, DUE);
    EscalationRules rules = rules(ZoneId.of("UTC"));
    Fired before = new Fired(fired, acknowledged);

    Optional<Step> due = EscalationLifecycle.due(duty, rules, before, now);

    assertThat(due.map(Step::level)).isEqualTo(Optional.ofNullable(fires));
    assertThat(
            EscalationLifecycle.look(duty, rules, due.map(before::with).orElse(before), now).time())
        .isEqualTo(lookAgain);
  }

  @ParameterizedTest(name = "{0} used until {1}, level {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # 40 business hours are allowed: 28, 36 and 44 of them reach the first three levels
          # used  | since                | level | reached
          PT0S    | 2026-09-28T09:00:00Z | 1     | 2026-10-01T13:00:00Z
          PT0S    | 2026-09-28T09:00:00Z | 2     | 2026-10-02T13:00:00Z
          PT0S    | 2026-09-28T09:00:00Z | 3     | 2026-10-05T13:00:00Z
          PT0S    | 2026-09-28T09:00:00Z | 4     | 2026-10-05T17:00:00Z
          # it stood still after 20 hours and runs again: the pause does not count
          PT20H   | 2026-10-12T09:00:00Z | 1     | 2026-10-12T17:00:00Z
          PT20H   | 2026-10-12T09:00:00Z | 3     | 2026-10-14T17:00:00Z
          # more was used than the level needs: at once, in business hours
          PT30H   | 2026-10-12T12:00:00Z | 1     | 2026-10-12T12:00:00Z
          PT30H   | 2026-10-12T20:00:00Z | 1     | 2026-10-13T09:00:00Z
          """)
  void step_goesByTheClockOfADispute(Duration used, Instant since, int level, Instant reached) {
    Duty duty = dispute(new SlaClock(used, since));

    Instant opens = rules(ZoneId.of("UTC")).calendar().firstOpen(reached);
    assertThat(EscalationLifecycle.step(duty, rules(ZoneId.of("UTC")), level))
        .isEqualTo(new Step(level, opens));
  }

  @Test
  void dueTime_isWhenTheClockShowsTheTarget() {
    assertThat(
            EscalationLifecycle.dueTime(
                dispute(new SlaClock(Duration.ofHours(20), Instant.parse("2026-10-12T09:00:00Z"))),
                rules(ZoneId.of("UTC"))))
        .isEqualTo(Instant.parse("2026-10-14T13:00:00Z"));
  }

  @Test
  void person_isWhoHasTheRole() {
    Duty duty = duty(PROMISED, DUE);
    EscalationRules rules = rules(ZoneId.of("UTC"));

    assertThat(
            List.of(1, 2, 3, 4, 999).stream()
                .map(level -> rules.person(EscalationRole.of(level), duty)))
        .containsExactly("mia", "lead", "dana", "superior", "superior");
  }

  private static EscalationRules rules(ZoneId zone) {
    return new EscalationRules(
        EscalationPolicy.standard(NORTH),
        new BusinessCalendar(
            BusinessWeek.mondayToFriday(List.of(new BusinessWindow(540, 1020))),
            zone,
            Holidays.of(List.of(LocalDate.of(2026, 11, 26)))),
        Duration.ofHours(40),
        "dana");
  }

  private static Duty dispute(SlaClock clock) {
    return new Duty(
        new DutyKey(NORTH, DutyKind.RESOLUTION, "d1", Instant.parse("2026-09-28T09:00:00Z")),
        new CustomerName(NORTH, "ATLAS"),
        new DisputeName(NORTH, "d1"),
        DisputePriority.NORMAL,
        "mia",
        new DutyTime.Running(clock),
        1);
  }

  private static Duty duty(Instant since, Instant due) {
    return new Duty(
        new DutyKey(NORTH, DutyKind.CALLBACK, "c1", since),
        new CustomerName(NORTH, "ATLAS"),
        new DisputeName(NORTH, "d1"),
        DisputePriority.NORMAL,
        "mia",
        new DutyTime.Fixed(due),
        1);
  }
}
