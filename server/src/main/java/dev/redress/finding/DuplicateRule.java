package dev.redress.finding;

import dev.redress.invoice.LaborLine;
import dev.redress.matching.Verdict.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The same work is billed again, on this invoice or a later one. Work that was logged as often as
 * it is billed, by the same person on the same day, was done as often.
 */
final class DuplicateRule implements Rule {
  @Override
  public List<FindingCode> codes() {
    return List.of(FindingCode.DUPLICATE);
  }

  @Override
  public void look(Audit audit, List<AuditedLine> wanted, Found found) {
    Set<AuditedLine> asked = new HashSet<>(wanted);
    Map<List<Object>, List<AuditedLine>> alike = new HashMap<>();
    for (AuditedLine line : audit.lines()) {
      alike.computeIfAbsent(likeness(line.line()), _ -> new ArrayList<>(1)).add(line);
    }
    for (List<AuditedLine> same : alike.values()) {
      if (same.size() > 1) {
        long logged = same.stream().filter(DuplicateRule::isLogged).count();
        // Which of them the hours went to is chance, so that the later ones are those too many.
        for (AuditedLine line : same.subList((int) Math.max(1, logged), same.size())) {
          if (asked.contains(line)) {
            found.add(finding(line, same.getFirst()));
          }
        }
      }
    }
  }

  private static Finding finding(AuditedLine line, AuditedLine first) {
    return line.finding(
        FindingCode.DUPLICATE,
        line.line().hours() + " h on " + line.line().workDate(),
        "billed once",
        "the line "
            + first.name().line()
            + " of the invoice "
            + first.name().invoice().invoice()
            + " bills the same work",
        first.name(),
        line.line().amount());
  }

  private static boolean isLogged(AuditedLine line) {
    LaborLine billed = line.line();
    return line.is(Answer.MATCHED)
        && !line.entries().isEmpty()
        && line.entries().size() == line.backings().size()
        && line.verdict() != null
        && line.verdict().hoursBacked().compareTo(billed.hours()) >= 0
        && line.entries().stream()
            .allMatch(
                entry ->
                    entry.workDate().equals(billed.workDate())
                        && entry.technician().equalsIgnoreCase(billed.technician()));
  }

  /**
   * Two lines with the same likeness bill the same work. Blank lines are alike only by reference.
   */
  private static List<Object> likeness(LaborLine line) {
    boolean saysSomething = !line.description().isBlank() || !line.reference().isBlank();
    return List.of(
        line.workDate(),
        line.technician(),
        line.hours(),
        line.amount(),
        line.reference(),
        saysSomething ? words(line.description()) : line.name());
  }

  private static String words(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
