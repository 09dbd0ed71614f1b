package dev.redress.report;

import dev.redress.dispute.DisputeReason;
import dev.redress.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads what reports are made of. What can be many is handed on row by row and never held as a
 * whole.
 */
public interface ReportStore {

  /** All lines, summed up by row, answer and currency. */
  List<BilledLines> billed(LeakageQuery query);

  /** Lines with a finding that nobody dismissed, but for those that nobody asked for. */
  void staked(LeakageQuery query, Consumer<StakedLine> lines);

  /** Lines that are or were in dispute. */
  void claimed(LeakageQuery query, Consumer<ClaimedLine> lines);

  /** What was given back, less what was taken back, summed up by row, reason and currency. */
  List<Credited> credited(LeakageQuery query);

  /** Disputes that are open now. */
  void open(AgeingQuery query, Consumer<OpenDispute> disputes);

  /**
   * The callbacks of each dispute that has one in the time that is asked for, in the order in which
   * they were promised.
   */
  void promised(CallsQuery query, Consumer<List<PromisedCall>> disputes);

  /** Lines that nobody asked for, lines without a reference and lines that say too little. */
  List<SpoiltLines> spoilt(UpstreamQuery query);

  /** What is open now, of all providers together. */
  OpenWork openWork(Instant now);

  /** Lines whose work was logged late, as long as nobody dismissed that. */
  void late(UpstreamQuery query, Consumer<LateLine> lines);

  /**
   * Lines behind a cause.
   *
   * @param subject the customer or technician, see {@link Cause}
   */
  record SpoiltLines(Cause cause, String subject, long lines, Money amount) {}

  /**
   * What was given back.
   *
   * @param key of the row; empty where the report is by reason
   */
  record Credited(String key, DisputeReason reason, Money amount) {}
}
