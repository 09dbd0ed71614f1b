package dev.redress.finding;

import dev.redress.identity.InvoiceName;
import dev.redress.invoice.Invoice;
import dev.redress.money.Money;
import dev.redress.money.Rate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Hours times rate is not the amount, or the lines of an invoice do not come to its total. The
 * latter is told of the first line of the invoice that is still billed.
 */
final class ArithmeticRule implements Rule {
  /** How far quantity times price may be from the amount: EN 16931, rule R120. */
  static final long SLACK_MINOR = 2;

  @Override
  public List<FindingCode> codes() {
    return List.of(FindingCode.ARITHMETIC);
  }

  @Override
  public void look(Audit audit, List<AuditedLine> wanted, Found found) {
    wanted.forEach(line -> lookAtProduct(line, found));
    if (audit.isWhole()) {
      lookAtTotals(audit, wanted, found);
    }
  }

  private static void lookAtProduct(AuditedLine line, Found found) {
    Rate rate = line.line().rate();
    if (rate == null) {
      return;
    }
    Money product = rate.times(line.line().hours());
    Money difference = line.line().amount().minus(product);
    if (isWrong(difference)) {
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

  private static void lookAtTotals(Audit audit, List<AuditedLine> wanted, Found found) {
    Set<InvoiceName> seen = new HashSet<>();
    for (AuditedLine line : wanted) {
      Invoice invoice = line.invoice();
      if (invoice == null || !seen.add(invoice.name())) {
        continue;
      }
      Money total = invoice.laborTotal();
      Money sum = audit.books().invoiceSums().get(invoice.name());
      if (total != null && sum != null && isWrong(total.minus(sum))) {
        found.add(
            line.finding(
                FindingCode.ARITHMETIC,
                total.toString(),
                sum.toString(),
                "the lines of the invoice " + invoice.name().invoice() + " against its total",
                null,
                total.minus(sum)));
      }
    }
  }

  private static boolean isWrong(Money difference) {
    return Math.abs(difference.minorUnits()) > SLACK_MINOR;
  }
}
