package dev.redress.report;

/**
 * How calls were made that customers were promised.
 *
 * @param calls by owner, whoever had most to make first
 */
public record CallsReport(ReportHead head, CallsQuery query, Ranked<Calls> calls)
    implements Report {
  /** How many of a hundred "most" are, where times are told. */
  public static final int MOST_PERCENT = 90;
}
