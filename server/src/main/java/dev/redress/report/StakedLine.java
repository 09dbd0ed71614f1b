package dev.redress.report;

import dev.redress.finding.FindingCode;
import dev.redress.money.Money;
import dev.redress.time.Hours;
import java.util.Comparator;
import java.util.List;

/**
 * A line that something was found on, and that is not one of those that nobody asked for.
 *
 * @param key of its row; empty where the report is by reason
 * @param ambiguous whether it may be for one of several requests
 * @param amount what it costs
 * @param stakes of the findings that nobody dismissed
 */
public record StakedLine(
    String key, boolean ambiguous, Hours hours, Money amount, List<Stake> stakes) {

  public StakedLine {
    stakes = stakes.stream().sorted(Comparator.comparing(Stake::code)).toList();
  }

  /**
   * What a finding is about.
   *
   * @param minor negative where the charge is too low
   */
  public record Stake(FindingCode code, long minor) {}
}
