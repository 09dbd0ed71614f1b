package dev.redress.reconciliation;

import dev.redress.identity.LineName;
import dev.redress.invoice.LaborLine;
import dev.redress.money.Money;
import dev.redress.time.Hours;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is left of lines after credits: hours that were given back are not billed any more, and free
 * for other lines.
 */
final class StillBilled {
  private StillBilled() {}

  /**
   * Each line as far as it is still billed, by its name; without those that were given back as a
   * whole.
   *
   * @param credited what was given back, of lines of which something was
   */
  static Map<LineName, LaborLine> of(Collection<LaborLine> lines, Map<LineName, Money> credited) {
    Map<LineName, LaborLine> billed = new LinkedHashMap<>();
    for (LaborLine line : lines) {
      Money given = credited.get(line.name());
      if (given == null) {
        billed.put(line.name(), line);
      } else if (given.compareTo(line.amount()) < 0) {
        billed.put(line.name(), rest(line, line.amount().minus(given)));
      }
    }
    return billed;
  }

  /** A line with less money, and hours in proportion, rounded up: none is released too much. */
  private static LaborLine rest(LaborLine line, Money amount) {
    BigDecimal hours =
        BigDecimal.valueOf(line.hours().tenThousandths())
            .multiply(BigDecimal.valueOf(amount.minorUnits()))
            .divide(BigDecimal.valueOf(line.amount().minorUnits()), 0, RoundingMode.UP);
    return new LaborLine(
        line.name(),
        line.workDate(),
        line.technician(),
        new Hours(hours.longValueExact()),
        line.rate(),
        amount,
        line.description(),
        line.reference(),
        line.workType(),
        line.attributes());
  }
}
