package dev.redress.finding;

import dev.redress.agreement.Agreement;
import dev.redress.agreement.Rounding;
import dev.redress.agreement.Rounding.Per;
import dev.redress.finding.AuditedLine.Backing;
import dev.redress.identity.AgreementName;
import dev.redress.matching.Verdict;
import dev.redress.matching.Verdict.Answer;
import dev.redress.money.Money;
import dev.redress.request.TimeEntry;
import dev.redress.time.Hours;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * More hours are billed than were worked. Where the agreement says how time is rounded and the line
 * alone has the time entries that back it, to the agreed hour: rounding up by another increment is
 * told from hours that nothing explains, and fewer hours than agreed are told too. Else as far as
 * the logged hours, rounded up as they usually are, do not reach.
 */
final class HoursRule implements Rule {
  /** Increments in minutes by which time is commonly billed. */
  private static final List<Integer> COMMON_INCREMENTS = List.of(6, 10, 12, 15, 20, 30, 60);

  @Override
  public List<FindingCode> codes() {
    return List.of(FindingCode.HOURS_EXCESS, FindingCode.ROUNDING, FindingCode.UNDERCHARGE);
  }

  @Override
  public void look(Audit audit, List<AuditedLine> wanted, Found found) {
    @Nullable HoursLeft left = null;
    for (AuditedLine line : wanted) {
      Verdict verdict = line.verdict();
      if (verdict == null) {
        continue;
      }
      if (verdict.answer() == Answer.AMBIGUOUS) {
        left = left == null ? audit.hoursLeft() : left;
        left.missing(verdict).ifPresent(missing -> found.add(tooFew(line, missing)));
      } else if (verdict.answer() == Answer.MATCHED) {
        Agreement terms = line.agreement();
        if (terms != null && !terms.rounding().equals(Rounding.NONE) && isClear(audit, line)) {
          compare(line, terms, found);
        } else if (verdict.hoursBacked().compareTo(verdict.hoursBilled()) < 0) {
          found.add(notBacked(line, verdict));
        }
      }
    }
  }

  /** Whether the hours of the line can be reckoned from time entries that are its own. */
  private static boolean isClear(Audit audit, AuditedLine line) {
    Agreement terms = line.agreement();
    return terms != null
        && audit.hasEntriesAlone(line)
        && (terms.rounding().per() == Per.ENTRY || audit.hasRequestsAlone(line));
  }

  private static void compare(AuditedLine line, Agreement terms, Found found) {
    Map<String, List<Hours>> worked =
        line.entries().stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.name().request(),
                    Collectors.mapping(TimeEntry::hours, Collectors.toList())));
    Hours agreed = billed(terms.rounding(), worked);
    Hours more = line.line().hours().minus(agreed);
    if (more.tenThousandths() == 0 || !line.isCharged()) {
      return;
    }
    FindingCode code =
        !more.isPositive()
            ? FindingCode.UNDERCHARGE
            : increment(line.line().hours(), worked).isPresent()
                ? FindingCode.ROUNDING
                : FindingCode.HOURS_EXCESS;
    Hours sum = Hours.sum(worked.values().stream().flatMap(List::stream));
    Money atStake = line.share(more);
    AgreementName name = terms.name();
    found.add(
        line.finding(
            code,
            line.line().hours() + " h",
            agreed + " h",
            sum + " h were worked; " + clause(terms.rounding(), name),
            name,
            atStake));
  }

  private static Hours billed(Rounding rounding, Map<String, List<Hours>> worked) {
    return Hours.sum(worked.values().stream().map(rounding::billed));
  }

  /** The increment that explains the hours billed, other than the agreed one. */
  private static Optional<Integer> increment(Hours billed, Map<String, List<Hours>> worked) {
    return COMMON_INCREMENTS.stream()
        .filter(
            minutes ->
                billed(new Rounding(minutes, 0, Per.ENTRY), worked).equals(billed)
                    || billed(new Rounding(minutes, 0, Per.REQUEST), worked).equals(billed))
        .findFirst();
  }

  private static String clause(Rounding rounding, AgreementName agreement) {
    String of = rounding.per() == Per.ENTRY ? "each entry" : "all time of a request";
    return agreement.agreement()
        + " rounds "
        + of
        + " up to "
        + rounding.incrementMinutes()
        + " min, "
        + rounding.minimumMinutes()
        + " min at least";
  }

  private static Finding notBacked(AuditedLine line, Verdict verdict) {
    Hours missing = verdict.hoursBilled().minus(verdict.hoursBacked());
    return line.finding(
        FindingCode.HOURS_EXCESS,
        verdict.hoursBilled() + " h",
        verdict.hoursBacked() + " h",
        "so much was logged and backs no other line",
        line.backings().stream()
            .map(Backing::request)
            .flatMap(request -> Optional.ofNullable(request).stream())
            .findFirst()
            .map(request -> request.name())
            .orElse(null),
        line.share(missing));
  }

  private static Finding tooFew(AuditedLine line, Hours missing) {
    return line.finding(
        FindingCode.HOURS_EXCESS,
        line.line().hours() + " h",
        "at most " + line.line().hours().minus(missing) + " h",
        "no more is left of all requests that it may be for",
        null,
        line.share(missing));
  }
}
