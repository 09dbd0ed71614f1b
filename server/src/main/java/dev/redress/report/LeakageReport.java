package dev.redress.report;

import java.util.Currency;
import java.util.List;

/**
 * What leaks of what was billed, and what of it was asked back and given back.
 *
 * @param sections one for each currency, by its code; amounts of two are never added up
 */
public record LeakageReport(ReportHead head, LeakageQuery query, List<Section> sections)
    implements Report {

  public LeakageReport {
    sections = List.copyOf(sections);
  }

  /**
   * What was billed in one currency.
   *
   * @param leakage what is at stake most first; months the latest first
   * @param underbilling told apart, since it is no claim (I8); by the same dimension
   */
  public record Section(
      Currency currency, Ranked<Leakage> leakage, Ranked<Underbilling> underbilling) {}
}
