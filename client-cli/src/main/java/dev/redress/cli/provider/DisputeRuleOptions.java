package dev.redress.cli.provider;

import com.google.protobuf.Duration;
import dev.redress.v1.ProviderSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how long disputes may take, be held and be reopened. */
final class DisputeRuleOptions {
  private static final long HOUR_SECONDS = 3_600;

  @Option(
      names = "--cooling-off-days",
      paramLabel = "DAYS",
      description = "business days for which an ended dispute can be reopened, 1 to 60")
  private @Nullable Integer coolingOffDays;

  @Option(
      names = "--hold-days",
      paramLabel = "DAYS",
      description = "days from its opening for which a disputed amount need not be paid, 1 to 365")
  private @Nullable Integer holdDays;

  @Option(
      names = "--resolution-target",
      paramLabel = "HOURS",
      description = "business hours in which a dispute is to be resolved, 1 to 400")
  private @Nullable Integer resolutionTargetHours;

  /** Puts what was given into settings, and gives the names of the fields. */
  List<String> into(ProviderSettings.Builder settings) {
    List<String> fields = new ArrayList<>();
    if (coolingOffDays != null) {
      settings.setCoolingOffDays(coolingOffDays);
      fields.add("cooling_off_days");
    }
    if (holdDays != null) {
      settings.setHoldDays(holdDays);
      fields.add("hold_days");
    }
    if (resolutionTargetHours != null) {
      settings.setResolutionTarget(
          Duration.newBuilder().setSeconds(resolutionTargetHours * HOUR_SECONDS));
      fields.add("resolution_target");
    }
    return fields;
  }
}
