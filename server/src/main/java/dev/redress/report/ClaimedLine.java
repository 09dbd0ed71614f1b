package dev.redress.report;

import dev.redress.dispute.DisputeReason;
import dev.redress.money.Money;
import java.util.Comparator;
import java.util.List;

/**
 * A line that is or was in dispute.
 *
 * @param key of its row; empty where the report is by reason
 * @param amount what it costs
 * @param claims about it, of all disputes
 */
public record ClaimedLine(String key, Money amount, List<Claim> claims) {

  public ClaimedLine {
    claims = claims.stream().sorted(Comparator.comparing(Claim::reason)).toList();
  }

  /**
   * One claim.
   *
   * @param column what became of it: DISPUTED, EXPLAINED, DENIED or WITHDRAWN
   * @param minor what it is about
   */
  public record Claim(DisputeReason reason, LeakageColumn column, long minor) {}
}
