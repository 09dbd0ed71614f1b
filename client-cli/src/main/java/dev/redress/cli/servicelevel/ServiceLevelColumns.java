package dev.redress.cli.servicelevel;

import com.google.protobuf.Duration;
import dev.redress.cli.output.Column;
import dev.redress.v1.Dispute;
import dev.redress.v1.ServiceLevel;
import java.util.List;

/** What is shown of a service level; what it does not say is empty. */
final class ServiceLevelColumns {
  private static final long MINUTE_SECONDS = 60;

  private static final List<Column<ServiceLevel>> ALL =
      List.of(
          new Column.Name<>("service_level", ServiceLevel::getName),
          new Column.Name<>("customer", ServiceLevel::getCustomer),
          new Column.Text<>("tier", ServiceLevel::getTier),
          new Column.Text<>(
              "priority",
              it ->
                  it.getPriority() == Dispute.Priority.PRIORITY_UNSPECIFIED
                      ? ""
                      : it.getPriority().name()),
          new Column.Numeric<>(
              "first_days", it -> said(it.hasFirstCallbackDays(), it.getFirstCallbackDays())),
          new Column.Numeric<>("attempts", it -> said(it.hasAttemptsMax(), it.getAttemptsMax())),
          new Column.Numeric<>(
              "gap_minutes", it -> minutes(it.hasAttemptGap(), it.getAttemptGap())),
          new Column.Numeric<>(
              "cool_down_minutes", it -> minutes(it.hasHangUpCoolDown(), it.getHangUpCoolDown())),
          new Column.Text<>("percent", ServiceLevelColumns::percents),
          new Column.Numeric<>(
              "repeat_minutes", it -> minutes(it.hasRepeatGap(), it.getRepeatGap())),
          new Column.Numeric<>(
              "resolution_minutes",
              it -> minutes(it.hasResolutionTarget(), it.getResolutionTarget())));

  private ServiceLevelColumns() {}

  /** All columns. */
  static List<Column<ServiceLevel>> all() {
    return ALL;
  }

  private static String percents(ServiceLevel level) {
    return level.hasOwnerPercent()
        ? level.getOwnerPercent()
            + "/"
            + level.getLeadPercent()
            + "/"
            + level.getAccountManagerPercent()
        : "";
  }

  private static String minutes(boolean isSaid, Duration time) {
    return isSaid ? Long.toString(time.getSeconds() / MINUTE_SECONDS) : "";
  }

  private static String said(boolean isSaid, int number) {
    return isSaid ? Integer.toString(number) : "";
  }
}
