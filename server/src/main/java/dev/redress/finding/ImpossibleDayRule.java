package dev.redress.finding;

import dev.redress.finding.Elsewhere.Billed;
import dev.redress.identity.LineName;
import dev.redress.time.Hours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A technician is billed for more hours of a day than one can work, for all customers together. The
 * lines whose hours come on top, in the order of their names, are the wrong ones.
 */
final class ImpossibleDayRule implements Rule {
  @Override
  public List<FindingCode> codes() {
    return List.of(FindingCode.IMPOSSIBLE_DAY);
  }

  @Override
  public void look(Audit audit, List<AuditedLine> wanted, Found found) {
    Map<Day, List<Work>> days = new HashMap<>();
    for (AuditedLine line : audit.lines()) {
      if (!line.line().technician().isBlank()) {
        days.computeIfAbsent(
                Day.of(line.line().technician(), line.line().workDate()), _ -> new ArrayList<>(2))
            .add(new Work(line.name(), line.line().hours()));
      }
    }
    for (Billed billed : audit.books().elsewhere().billed()) {
      List<Work> ofDay = days.get(Day.of(billed.technician(), billed.workDate()));
      if (ofDay != null) {
        ofDay.add(new Work(billed.line(), billed.hours()));
      }
    }
    Hours most = audit.thresholds().dayHoursMax();
    Map<LineName, Excess> excesses = new HashMap<>();
    for (List<Work> ofDay : days.values()) {
      add(ofDay, most, excesses);
    }
    Set<AuditedLine> asked = new HashSet<>(wanted);
    for (AuditedLine line : audit.lines()) {
      Excess excess = excesses.get(line.name());
      if (excess != null && asked.contains(line)) {
        found.add(
            line.finding(
                FindingCode.IMPOSSIBLE_DAY,
                excess.ofDay() + " h of " + line.line().technician() + " on that day",
                "at most " + most + " h",
                "so many hours of one person on one day are possible, all customers together",
                null,
                line.share(excess.hours())));
      }
    }
  }

  private static void add(List<Work> ofDay, Hours most, Map<LineName, Excess> excesses) {
    Hours sum = Hours.sum(ofDay.stream().map(Work::hours));
    if (sum.compareTo(most) <= 0) {
      return;
    }
    ofDay.sort(Comparator.comparing(work -> work.line().toString()));
    Hours soFar = Hours.ZERO;
    for (Work work : ofDay) {
      soFar = soFar.plus(work.hours());
      Hours above = soFar.minus(most).min(work.hours());
      if (above.isPositive()) {
        excesses.put(work.line(), new Excess(sum, above));
      }
    }
  }

  private record Day(String technician, LocalDate date) {
    static Day of(String technician, LocalDate date) {
      return new Day(technician.strip().toLowerCase(Locale.ROOT), date);
    }
  }

  private record Work(LineName line, Hours hours) {}

  private record Excess(Hours ofDay, Hours hours) {}
}
