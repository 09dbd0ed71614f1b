package dev.redress.finding;

import dev.redress.finding.AuditedLine.Backing;
import dev.redress.finding.Elsewhere.Logged;
import dev.redress.identity.TimeEntryName;
import dev.redress.request.TimeEntry;
import dev.redress.time.Hours;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A technician was at two places at once, by the starts and hours that were logged: for this
 * customer twice, or for another one. The line that the later start backs is the wrong one, so that
 * the time is taken from one of the two and not from both.
 */
final class OverlapRule implements Rule {
  private static final long HOUR_SECONDS = Duration.ofHours(1).toSeconds();

  @Override
  public List<FindingCode> codes() {
    return List.of(FindingCode.OVERLAP);
  }

  @Override
  public void look(Audit audit, List<AuditedLine> wanted, Found found) {
    Map<TimeEntryName, Overlap> overlaps = overlaps(audit);
    if (overlaps.isEmpty()) {
      return;
    }
    for (AuditedLine line : wanted) {
      for (Backing backing : line.backings()) {
        TimeEntry entry = backing.entry();
        Overlap overlap = entry == null ? null : overlaps.get(entry.name());
        if (overlap != null) {
          found.add(finding(audit, line, backing, overlap));
        }
      }
    }
  }

  private static Finding finding(Audit audit, AuditedLine line, Backing backing, Overlap overlap) {
    Hours atTwoPlaces = overlap.hours().min(backing.allocation().hours());
    boolean isOwn = overlap.earlier().customer().equals(line.name().invoice().customer());
    return line.finding(
        FindingCode.OVERLAP,
        overlap.hours() + " h at two places from " + overlap.start(),
        "one place at a time",
        line.technician()
            + " was at work for "
            + (isOwn ? overlap.earlier().request() : "another customer")
            + " until "
            + overlap.end()
            + "; "
            + audit.thresholds().overlapMinutes()
            + " minutes pass",
        overlap.earlier(),
        line.share(atTwoPlaces));
  }

  /** By the entry that began later, how long it ran beside an earlier one. */
  private static Map<TimeEntryName, Overlap> overlaps(Audit audit) {
    List<Stretch> stretches = new ArrayList<>();
    for (TimeEntry entry : audit.books().timeEntries().values()) {
      Instant start = entry.startedAt();
      if (start != null && entry.hours().isPositive()) {
        stretches.add(Stretch.of(entry.name(), entry.technician(), start, entry.hours()));
      }
    }
    for (Logged entry : audit.books().elsewhere().logged()) {
      stretches.add(
          Stretch.of(entry.entry(), entry.technician(), entry.startedAt(), entry.hours()));
    }
    stretches.sort(Stretch.ORDER);
    long tolerated = Duration.ofMinutes(audit.thresholds().overlapMinutes()).toSeconds();
    Map<TimeEntryName, Overlap> overlaps = new HashMap<>();
    @Nullable Stretch longest = null;
    for (Stretch next : stretches) {
      if (longest != null && longest.technician().equals(next.technician())) {
        long seconds =
            Math.min(longest.end().getEpochSecond(), next.end().getEpochSecond())
                - next.start().getEpochSecond();
        if (seconds > tolerated) {
          overlaps.put(
              next.entry(),
              new Overlap(
                  longest.entry(),
                  next.start(),
                  longest.end(),
                  new Hours(seconds * Hours.of("1").tenThousandths() / HOUR_SECONDS)));
        }
      }
      if (longest == null
          || !longest.technician().equals(next.technician())
          || next.end().isAfter(longest.end())) {
        longest = next;
      }
    }
    return overlaps;
  }

  private record Overlap(TimeEntryName earlier, Instant start, Instant end, Hours hours) {}

  private record Stretch(TimeEntryName entry, String technician, Instant start, Instant end) {
    private static final Comparator<Stretch> ORDER =
        Comparator.comparing(Stretch::technician)
            .thenComparing(Stretch::start)
            .thenComparing(stretch -> stretch.entry().toString());

    static Stretch of(TimeEntryName entry, String technician, Instant start, Hours hours) {
      long seconds = hours.tenThousandths() * HOUR_SECONDS / Hours.of("1").tenThousandths();
      return new Stretch(
          entry, technician.strip().toLowerCase(Locale.ROOT), start, start.plusSeconds(seconds));
    }
  }
}
