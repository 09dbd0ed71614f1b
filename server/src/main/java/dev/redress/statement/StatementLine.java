package dev.redress.statement;

import dev.redress.finding.FindingCode;
import dev.redress.invoice.LaborLine;
import dev.redress.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is told about a labor line.
 *
 * @param asked what it was for where it is {@link Standing#MATCHED}, or may have been for where it
 *     is {@link Standing#AMBIGUOUS}; best first
 * @param clause what was agreed for the day of the work; absent where nothing was
 * @param findings what is wrong with it
 * @param onHold what need not be paid for now, because it is disputed; at most what is left of it
 * @param credited what was given back of it
 * @param callTime by when the customer is called about it; absent unless it is in dispute
 */
public record StatementLine(
    LaborLine line,
    Standing standing,
    List<Asked> asked,
    @Nullable Clause clause,
    List<FindingCode> findings,
    Money onHold,
    Money credited,
    @Nullable Instant callTime) {

  public StatementLine {
    asked = List.copyOf(asked);
    findings = List.copyOf(findings);
  }
}
