package dev.redress.report;

import java.util.Currency;
import java.util.List;

/**
 * How old open disputes are.
 *
 * @param sections one for each currency, by its code; amounts of two are never added up
 */
public record AgeingReport(ReportHead head, AgeingQuery query, List<Section> sections)
    implements Report {

  public AgeingReport {
    sections = List.copyOf(sections);
  }

  /**
   * Disputes over invoices in one currency.
   *
   * @param ageing by age the youngest first, by state in the order of states, else most money first
   */
  public record Section(Currency currency, Ranked<Ageing> ageing) {}
}
