package dev.redress.cli.provider;

import dev.redress.cli.calendar.BusinessHours;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Moments;
import dev.redress.cli.output.Numbers;
import dev.redress.v1.Provider;
import java.util.List;
import java.util.stream.Stream;

/** What is shown of a provider. */
final class ProviderColumns {
  private static final double HOUR_SECONDS = 3_600;

  private static final List<Column<Provider>> COLUMNS =
      List.of(
          new Column.Name<>("provider", Provider::getName),
          new Column.Text<>("display_name", Provider::getDisplayName),
          new Column.Text<>("default_owner", it -> it.getSettings().getDefaultOwner()),
          new Column.Numeric<>(
              "first_callback_days",
              it -> Integer.toString(it.getSettings().getFirstCallbackDays())),
          new Column.Numeric<>(
              "attempts_max", it -> Integer.toString(it.getSettings().getAttemptsMax())),
          new Column.Text<>(
              "log_complete_from",
              it -> Moments.date(it.getSettings().getRequestLogCompleteFrom())),
          new Column.Moment<>("created", Provider::getCreateTime));

  private static final List<Column<Provider>> MORE_COLUMNS =
      List.of(
          new Column.Numeric<>(
              "cooling_off_days", it -> Integer.toString(it.getSettings().getCoolingOffDays())),
          new Column.Numeric<>("hold_days", it -> Integer.toString(it.getSettings().getHoldDays())),
          new Column.Numeric<>(
              "resolution_target_hours",
              it ->
                  Numbers.hours(
                      it.getSettings().getResolutionTarget().getSeconds() / HOUR_SECONDS)),
          new Column.Text<>(
              "hours", it -> BusinessHours.text(it.getSettings().getBusinessDaysList())),
          new Column.Text<>("holidays", it -> it.getSettings().getHolidayRegion()),
          new Column.Numeric<>(
              "own_holidays", it -> Integer.toString(it.getSettings().getOwnHolidaysCount())));

  private ProviderColumns() {}

  /** The columns of lists. */
  static List<Column<Provider>> all() {
    return COLUMNS;
  }

  /** Those of a single provider: its rules for disputes, business hours and holidays as well. */
  static List<Column<Provider>> one() {
    return Stream.concat(COLUMNS.stream(), MORE_COLUMNS.stream()).toList();
  }
}
