package dev.redress.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.absence.Absence;
import dev.redress.absence.Routing;
import dev.redress.escalation.EscalationLifecycle.Fired;
import dev.redress.escalation.EscalationLifecycle.Step;
import dev.redress.identity.AbsenceName;
import dev.redress.identity.CustomerName;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Some weeks of one duty: people come and go, acknowledge now and then, and the clock jumps, as it
 * does for servers that were down. Whatever happens, no level fires twice or in the night, who said
 * after the due time that he sees to it is left alone, and nobody away is told while somebody who
 * could be told is there.
 */
class EscalationPropertyTest {
  private static final ProviderName NORTH = new ProviderName("north");
  private static final List<String> PEOPLE = List.of("mia", "lead", "dana", "superior", "bo", "cy");
  private static final Instant BEGIN = Instant.parse("2026-10-19T07:00:00Z");

  private static final EscalationRules RULES =
      new EscalationRules(
          EscalationPolicy.standard(NORTH),
          new BusinessCalendar(
              BusinessWeek.mondayToFriday(List.of(new BusinessWindow(540, 1020))),
              ZoneId.of("Europe/Berlin"),
              Holidays.of(List.of(LocalDate.of(2026, 10, 28)))),
          Duration.ofHours(40),
          "dana");

  @Property(tries = 300)
  void levels_fireOnceByDayAndReachSomebodyWhoIsThere(@ForAll long seed) {
    Random random = new Random(seed);
    Duty duty = duty(random);
    Instant due = EscalationLifecycle.dueTime(duty, RULES);
    Routing routing = new Routing(absences(random));
    Set<Integer> levels = new HashSet<>();
    Fired fired = new Fired(0, null);
    Instant now = BEGIN;
    for (int step = 0; step < 200; step++) {
      now = now.plus(Duration.ofMinutes(random.nextInt(10) == 0 ? 5_000 : random.nextInt(120)));
      if (fired.level() > 0 && random.nextInt(40) == 0) {
        fired = new Fired(fired.level(), now);
      }
      Optional<Step> next = EscalationLifecycle.due(duty, RULES, fired, now);
      if (next.isPresent()) {
        check(next.get(), fired, due, now);
        assertThat(levels.add(next.get().level())).as("once").isTrue();
        checkTold(EscalationRole.of(next.get().level()), duty, routing, now);
        fired = fired.with(next.get());
      }
      Instant again = EscalationLifecycle.look(duty, RULES, fired, now).time();
      assertThat(again).as("who looks again later looks at nothing twice").isAfter(now);
    }
  }

  private static void check(Step step, Fired before, Instant due, Instant now) {
    assertThat(RULES.calendar().isOpen(now)).as("never at night").isTrue();
    assertThat(step.time()).isBeforeOrEqualTo(now);
    assertThat(step.level()).isGreaterThan(before.level());
    Instant word = before.acknowledgeTime();
    if (word != null) {
      assertThat(word).as("a word after the due time holds").isBefore(due);
      assertThat(step.time()).as("a word before it holds until then").isAfterOrEqualTo(due);
    }
  }

  private static void checkTold(EscalationRole role, Duty duty, Routing routing, Instant now) {
    String told = RULES.told(role, duty, routing, now);
    List<String> meant = role.andAbove().stream().map(each -> RULES.person(each, duty)).toList();
    boolean anybody = meant.stream().anyMatch(person -> routing.reachable(person, now).isPresent());
    if (anybody) {
      assertThat(routing.reachable(told, now)).as("is there").contains(told);
      assertThat(routing.reachable(meant.getFirst(), now).orElse(told)).isEqualTo(told);
    } else {
      assertThat(told).as("nobody is there: the one meant").isEqualTo(meant.getFirst());
    }
  }

  private static Duty duty(Random random) {
    return new Duty(
        new DutyKey(NORTH, DutyKind.CALLBACK, "c1", BEGIN),
        new CustomerName(NORTH, "ATLAS"),
        null,
        DisputePriority.NORMAL,
        "mia",
        new DutyTime.Fixed(BEGIN.plus(Duration.ofMinutes(random.nextInt(6_000)))),
        1);
  }

  /** At most one for each person, so that none of a person overlap. */
  private static List<Absence> absences(Random random) {
    List<Absence> absences = new ArrayList<>();
    for (String person : PEOPLE) {
      Instant from = BEGIN.plus(Duration.ofHours(random.nextInt(400)));
      String deputy = PEOPLE.get(random.nextInt(PEOPLE.size()));
      if (random.nextInt(3) > 0) {
        absences.add(
            new Absence(
                new AbsenceName(NORTH, "a"),
                person,
                from,
                from.plus(Duration.ofHours(1 + random.nextInt(600))),
                deputy.equals(person) ? "" : deputy,
                "",
                BEGIN));
      }
    }
    return absences;
  }
}
