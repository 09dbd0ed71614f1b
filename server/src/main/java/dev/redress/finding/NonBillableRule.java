package dev.redress.finding;

import dev.redress.finding.AuditedLine.Backing;
import dev.redress.time.Hours;
import java.util.List;
import java.util.Optional;

/** Charged although whoever logged the work marked it as not to be billed. */
final class NonBillableRule implements Rule.OfLine {
  @Override
  public List<FindingCode> codes() {
    return List.of(FindingCode.NON_BILLABLE);
  }

  @Override
  public void look(Audit audit, AuditedLine line, Found found) {
    List<Backing> free =
        line.backings().stream()
            .filter(backing -> backing.entry() != null && !backing.entry().billable())
            .toList();
    if (free.isEmpty() || !line.isCharged()) {
      return;
    }
    Hours hours = Hours.sum(free.stream().map(backing -> backing.allocation().hours()));
    found.add(
        line.finding(
            FindingCode.NON_BILLABLE,
            line.line().amount() + " for " + line.line().hours() + " h",
            "no charge for " + hours + " h",
            "the time entry is marked as not billable",
            free.stream()
                .flatMap(backing -> Optional.ofNullable(backing.entry()).stream())
                .findFirst()
                .map(entry -> entry.name())
                .orElse(null),
            line.share(hours)));
  }
}
