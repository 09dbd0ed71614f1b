package dev.redress.report;

import java.util.Currency;
import java.util.List;

/**
 * What to fix before anything is billed. A line can stand under several causes, so these are never
 * added up.
 *
 * @param sections one for each currency, by its code
 */
public record UpstreamReport(ReportHead head, UpstreamQuery query, List<Section> sections)
    implements Report {

  public UpstreamReport {
    sections = List.copyOf(sections);
  }

  /**
   * Causes behind what was billed in one currency.
   *
   * @param causes that there are, most money first
   */
  public record Section(Currency currency, List<Behind> causes) {
    public Section {
      causes = List.copyOf(causes);
    }
  }

  /**
   * What stands behind a cause.
   *
   * @param lines by customer, technician or request, see {@link Cause}; most money first
   */
  public record Behind(Cause cause, Ranked<Spoilt> lines) {}
}
