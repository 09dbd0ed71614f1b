package dev.redress.report;

/** Shows reports to people. */
public interface ReportPage {

  /** The report as one HTML page that needs nothing else, in UTF-8. */
  byte[] html(Report report);
}
