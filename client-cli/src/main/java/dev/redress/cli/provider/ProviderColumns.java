package dev.redress.cli.provider;

import dev.redress.cli.output.Column;
import dev.redress.cli.output.Moments;
import dev.redress.v1.Provider;
import java.util.List;

/** What is shown of a provider. */
final class ProviderColumns {
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

  private ProviderColumns() {}

  /** The columns of lists and of a single provider. */
  static List<Column<Provider>> all() {
    return COLUMNS;
  }
}
