package dev.redress.finding;

import dev.redress.agreement.Agreement;
import dev.redress.agreement.IncludedHours;
import dev.redress.identity.AgreementName;
import dev.redress.identity.LineName;
import dev.redress.matching.Verdict.Answer;
import dev.redress.request.TimeEntry;
import dev.redress.time.Hours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Work that the agreement covers is charged although included hours were left on its day. The hours
 * of a period are used up in the order of the days, by all covered work: lines, charged or not, and
 * work that was logged as not to be billed. What nobody asked for or what is billed twice uses
 * nothing up.
 */
final class IncludedHoursRule implements Rule {
  @Override
  public List<FindingCode> codes() {
    return List.of(FindingCode.IN_AGREEMENT);
  }

  @Override
  public void look(Audit audit, List<AuditedLine> wanted, Found found) {
    Set<LineName> asked = new HashSet<>();
    wanted.forEach(line -> asked.add(line.name()));
    Map<AgreementName, List<Use>> uses = new TreeMap<>(Comparator.comparing(Object::toString));
    Map<AgreementName, Agreement> agreements = new HashMap<>();
    for (AuditedLine line : audit.lines()) {
      Agreement terms = line.agreement();
      if (terms != null
          && terms.covers(line.workType())
          && !line.is(Answer.UNMATCHED)
          && !found.has(line.name(), FindingCode.DUPLICATE)) {
        agreements.put(terms.name(), terms);
        uses.computeIfAbsent(terms.name(), _ -> new ArrayList<>())
            .add(new Use(line.line().workDate(), line.line().hours(), line));
      }
    }
    if (uses.isEmpty()) {
      return;
    }
    for (TimeEntry entry : audit.books().timeEntries().values()) {
      if (!entry.billable() && !audit.isBilled(entry.name().entry())) {
        Optional<Agreement> terms = audit.books().agreements().inForce(entry.workDate());
        if (terms.isPresent() && terms.get().covers(entry.workType())) {
          List<Use> ofAgreement = uses.get(terms.get().name());
          if (ofAgreement != null) {
            ofAgreement.add(new Use(entry.workDate(), entry.hours(), null));
          }
        }
      }
    }
    uses.forEach(
        (name, ofAgreement) -> {
          Agreement terms = agreements.get(name);
          if (terms != null) {
            useUp(terms, ofAgreement, asked, found);
          }
        });
  }

  private static void useUp(Agreement terms, List<Use> uses, Set<LineName> asked, Found found) {
    IncludedHours included = terms.included();
    IncludedHours.@Nullable Ledger ledger =
        included == null ? null : included.ledger(terms.validFrom());
    // What was logged comes first, since it was not charged; lines keep the order of the audit.
    uses.sort(Comparator.comparing(Use::date).thenComparing(use -> use.line() == null ? 0 : 1));
    for (Use use : uses) {
      Hours covered = ledger == null ? use.hours() : ledger.use(use.date(), use.hours());
      AuditedLine line = use.line();
      if (line != null
          && line.isCharged()
          && (covered.isPositive() || (ledger == null && !use.hours().isPositive()))
          && asked.contains(line.name())) {
        found.add(
            line.finding(
                FindingCode.IN_AGREEMENT,
                line.line().amount() + " for " + use.hours() + " h",
                covered.equals(use.hours())
                    ? "no charge"
                    : "a charge for " + use.hours().minus(covered) + " h",
                terms.name().agreement() + " " + clause(terms, covered),
                terms.name(),
                line.share(covered)));
      }
    }
  }

  private static String clause(Agreement terms, Hours covered) {
    IncludedHours included = terms.included();
    return included == null
        ? "covers this kind of work " + terms.days()
        : "includes "
            + included.hours()
            + " h a "
            + included.period().name().toLowerCase(Locale.ROOT)
            + ", of which "
            + covered
            + " h were left for it on that day";
  }

  private record Use(LocalDate date, Hours hours, @Nullable AuditedLine line) {}
}
