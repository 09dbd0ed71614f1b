package dev.redress.cli.agreement;

import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.output.Amounts;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Moments;
import dev.redress.cli.output.Numbers;
import dev.redress.v1.Agreement;
import dev.redress.v1.IncludedHours;
import dev.redress.v1.RateRule;
import dev.redress.v1.Rounding;
import java.util.List;
import java.util.Locale;

/** What is shown of an agreement and of its rates; what it does not say is empty. */
final class AgreementColumns {
  private static final List<Column<Agreement>> ALL =
      List.of(
          new Column.Name<>("agreement", Agreement::getName),
          new Column.Text<>("customer", it -> ResourceName.id(it.getName(), "customers")),
          new Column.Numeric<>("from", it -> Moments.date(it.getStartDate())),
          new Column.Numeric<>("until", it -> Moments.date(it.getEndDate())),
          new Column.Text<>("currency", Agreement::getCurrencyCode),
          new Column.Numeric<>("rates", it -> Integer.toString(it.getRateRulesCount())),
          new Column.Text<>("included", AgreementColumns::included),
          new Column.Text<>("rounding", AgreementColumns::rounding),
          new Column.Text<>("covered", it -> String.join("; ", it.getCoveredWorkTypesList())),
          new Column.Text<>("excluded", it -> String.join("; ", it.getExcludedWorkTypesList())));

  private static final List<Column<RateRule>> RATES =
      List.of(
          new Column.Text<>("role", RateRule::getRole),
          new Column.Text<>("technician", RateRule::getTechnician),
          new Column.Text<>("work_type", RateRule::getWorkType),
          new Column.State<>("time_of_work", RateRule::getTimeOfWork),
          new Column.Amount<>("rate", RateRule::getRate));

  private AgreementColumns() {}

  /** The columns of agreements. */
  static List<Column<Agreement>> all() {
    return ALL;
  }

  /** The columns of a rate card. */
  static List<Column<RateRule>> rates() {
    return RATES;
  }

  private static String included(Agreement agreement) {
    if (!agreement.hasIncludedHours()) {
      return "";
    }
    IncludedHours included = agreement.getIncludedHours();
    String hours =
        Numbers.hours(included.getHours())
            + " h a "
            + included.getPeriod().name().toLowerCase(Locale.ROOT);
    String carried =
        included.getCarryOverHoursMax() == 0
            ? ""
            : ", " + Numbers.hours(included.getCarryOverHoursMax()) + " h carried over";
    String overrun =
        included.hasOverrunRate()
            ? ", then " + Amounts.text(included.getOverrunRate()) + " an hour"
            : "";
    return hours + carried + overrun;
  }

  private static String rounding(Agreement agreement) {
    if (!agreement.hasRounding()) {
      return "";
    }
    Rounding rounding = agreement.getRounding();
    String per = " per " + rounding.getPer().name().toLowerCase(Locale.ROOT);
    return rounding.getIncrementMinutes()
        + " min, at least "
        + rounding.getMinimumMinutes()
        + " min,"
        + per;
  }
}
