package dev.redress.finding;

import dev.redress.money.Money;
import dev.redress.money.Rate;
import java.util.List;

/** Hours times rate is not the amount. */
final class ArithmeticRule implements Rule.OfLine {
  /** How far quantity times price may be from the amount: EN 16931, rule R120. */
  static final long SLACK_MINOR = 2;

  @Override
  public List<FindingCode> codes() {
    return List.of(FindingCode.ARITHMETIC);
  }

  @Override
  public void look(Audit audit, AuditedLine line, Found found) {
    Rate rate = line.line().rate();
    if (rate == null) {
      return;
    }
    Money product = rate.times(line.line().hours());
    Money difference = line.line().amount().minus(product);
    if (Math.abs(difference.minorUnits()) > SLACK_MINOR) {
      found.add(
          line.finding(
              FindingCode.ARITHMETIC,
              line.line().amount().toString(),
              product.toString(),
              line.line().hours() + " h at " + rate.toMajor().stripTrailingZeros().toPlainString(),
              null,
              difference));
    }
  }
}
