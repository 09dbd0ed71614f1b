package dev.redress.ingest;

import dev.redress.agreement.Agreement;
import dev.redress.agreement.IncludedHours;
import dev.redress.agreement.RateCard;
import dev.redress.agreement.RateRule;
import dev.redress.agreement.Rounding;
import dev.redress.agreement.TimeOfWork;
import dev.redress.agreement.WorkScope;
import dev.redress.customer.Customer;
import dev.redress.identity.AgreementName;
import dev.redress.ingest.ImportProblem.Code;
import dev.redress.money.Rate;
import dev.redress.time.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Agreements as rows: one rate rule a row, with the columns of its agreement. */
final class AgreementRows implements KindRows<AgreedRate> {
  private static final String SEPARATOR = ";";

  private final KnownCustomers known;
  private final Instant now;

  /** Of these customers, at this time. */
  AgreementRows(KnownCustomers known, Instant now) {
    this.known = known;
    this.now = now;
  }

  @Override
  public CheckedRow<AgreedRate> check(CanonicalRow row) {
    RowCheck check = new RowCheck(row);
    String id = check.id(Column.AGREEMENT_ID);
    @Nullable Customer customer = check.customer(known);
    LocalDate from = check.requiredDate(Column.VALID_FROM);
    @Nullable LocalDate until = check.value(Column.VALID_UNTIL, Dates::date);
    if (until != null && until.isBefore(from)) {
      check.wrong(Code.INVALID_DATE, Column.VALID_UNTIL, "must not be before valid_from");
    }
    @Nullable Currency currency = check.requiredValue(Column.CURRENCY, Choices::currency);
    @Nullable IncludedHours included = included(check, currency);
    Rounding rounding = rounding(check);
    WorkScope scope = scope(check);
    @Nullable RateRule rule = rule(check, currency);
    check.noOthers();
    return check.result(
        () ->
            new AgreedRate(
                new Agreement(
                    new AgreementName(Objects.requireNonNull(customer).name(), id),
                    from,
                    until,
                    Objects.requireNonNull(currency),
                    RateCard.NONE,
                    included,
                    rounding,
                    scope,
                    now,
                    now,
                    1),
                rule));
  }

  private static @Nullable IncludedHours included(RowCheck check, @Nullable Currency currency) {
    if (!check.has(Column.INCLUDED_HOURS)) {
      for (Column column :
          List.of(Column.INCLUDED_PERIOD, Column.CARRY_OVER_HOURS, Column.OVERRUN_RATE)) {
        if (check.has(column)) {
          check.wrong(Code.INVALID_VALUE, column, "must be empty where included_hours is");
        }
      }
      return null;
    }
    Hours hours = check.requiredHours(Column.INCLUDED_HOURS);
    IncludedHours.@Nullable Period period =
        check.requiredValue(
            Column.INCLUDED_PERIOD, text -> word(text, IncludedHours.Period.values()));
    @Nullable Hours carryOver = check.value(Column.CARRY_OVER_HOURS, Decimals::hours);
    @Nullable Rate overrun = rate(check, Column.OVERRUN_RATE, currency);
    if (!hours.isPositive()) {
      check.wrong(Code.INVALID_NUMBER, Column.INCLUDED_HOURS, "must be above 0, or empty");
    }
    return period == null || !hours.isPositive()
        ? null
        : new IncludedHours(hours, period, carryOver == null ? Hours.ZERO : carryOver, overrun);
  }

  private static Rounding rounding(RowCheck check) {
    @Nullable Integer increment =
        check.value(Column.ROUNDING_MINUTES, text -> minutes(text, Rounding.INCREMENT_MAX));
    @Nullable Integer minimum =
        check.value(Column.MINIMUM_MINUTES, text -> minutes(text, Rounding.MINIMUM_MAX));
    Rounding.@Nullable Per per =
        check.value(Column.ROUNDING_PER, text -> word(text, Rounding.Per.values()));
    return new Rounding(
        increment == null ? 0 : increment,
        minimum == null ? 0 : minimum,
        per == null ? Rounding.Per.ENTRY : per);
  }

  private static WorkScope scope(RowCheck check) {
    List<String> covered = kinds(check, Column.COVERED_WORK_TYPES);
    List<String> excluded = kinds(check, Column.EXCLUDED_WORK_TYPES);
    try {
      return new WorkScope(covered, excluded);
    } catch (IllegalArgumentException e) {
      check.wrong(
          Code.INVALID_VALUE,
          excluded.isEmpty() ? Column.COVERED_WORK_TYPES : Column.EXCLUDED_WORK_TYPES,
          "cannot be used: " + e.getMessage());
      return WorkScope.ALL;
    }
  }

  private static List<String> kinds(RowCheck check, Column column) {
    return Arrays.stream(check.text(column, RowCheck.LONG_TEXT_MAX).split(SEPARATOR, -1))
        .map(String::strip)
        .filter(kind -> !kind.isEmpty())
        .toList();
  }

  private static @Nullable RateRule rule(RowCheck check, @Nullable Currency currency) {
    String role = name(check, Column.ROLE);
    String technician = name(check, Column.TECHNICIAN);
    String workType = name(check, Column.WORK_TYPE);
    @Nullable TimeOfWork time =
        check.value(Column.TIME_OF_WORK, text -> word(text, TimeOfWork.values()));
    if (!check.has(Column.RATE)) {
      boolean asks = !(role + technician + workType).isEmpty() || time != null;
      if (asks) {
        check.wrong(Code.MISSING_VALUE, Column.RATE, "must not be empty where the work is named");
      }
      return null;
    }
    @Nullable Rate rate = rate(check, Column.RATE, currency);
    return rate == null
        ? null
        : new RateRule(role, technician, workType, time == null ? TimeOfWork.ANY : time, rate);
  }

  /** A short text in one line, without the spaces around it; empty where it is wrong. */
  private static String name(RowCheck check, Column column) {
    String text = check.text(column, RowCheck.SHORT_TEXT_MAX).strip();
    if (text.chars().anyMatch(Character::isISOControl)) {
      check.wrong(Code.INVALID_VALUE, column, "must stand in one line, without tabs");
      return "";
    }
    return text.length() > RowCheck.SHORT_TEXT_MAX ? "" : text;
  }

  private static @Nullable Rate rate(RowCheck check, Column column, @Nullable Currency currency) {
    return currency == null ? null : check.value(column, text -> Decimals.rate(text, currency));
  }

  private static Reading<Integer> minutes(String text, int max) {
    String expected = "must be a whole number of minutes from 0 to " + max;
    if (text.length() > 4 || !text.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
      return Reading.badNumber(expected);
    }
    int minutes = Integer.parseInt(text);
    return minutes > max ? Reading.badNumber(expected) : Reading.of(minutes);
  }

  /** A word of a list, in upper or lower case, with a space or a hyphen for the underscore. */
  private static <E extends Enum<E>> Reading<E> word(String text, E[] words) {
    String wanted = text.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    for (E word : words) {
      if (word.name().equals(wanted)) {
        return Reading.of(word);
      }
    }
    return Reading.badValue(
        "must be one of "
            + Arrays.stream(words)
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")));
  }
}
