package dev.redress.cli.provider;

import com.google.protobuf.FieldMask;
import dev.redress.cli.calendar.CalendarOptions;
import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.session.Session;
import dev.redress.v1.Provider;
import dev.redress.v1.ProviderServiceGrpc;
import dev.redress.v1.ProviderSettings;
import dev.redress.v1.UpdateProviderRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress provider update}.
 *
 * <p>What is not given stays as it is.
 */
@Command(
    name = "update",
    description = "Changes the rules a provider works by; due times that were promised stay.",
    headerHeading = "Examples:%n",
    header = {
      "  redress provider update --hours 'Mon-Thu 08:00-12:00,13:00-17:00; Fri 08:00-14:00'",
      "  redress provider update acme --holidays DE-BY --holiday-file company.ics",
      "  redress provider update --resolution-target 40 --cooling-off-days 5 --hold-days 60",
      ""
    })
public final class ProviderUpdateCommand implements Runnable {
  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "PROVIDER",
      description = "the provider's id (default: the one of --provider)")
  private @Nullable String provider;

  @Mixin private final CalendarOptions calendar = new CalendarOptions();

  @Mixin private final DisputeRuleOptions disputeRules = new DisputeRuleOptions();

  @Option(
      names = "--owner",
      paramLabel = "OWNER",
      description = "who owns disputes of customers without an account manager")
  private @Nullable String owner;

  @Option(
      names = "--first-callback-days",
      paramLabel = "DAYS",
      description = "working days until the first call is due, 1 to 3")
  private @Nullable Integer firstCallbackDays;

  @Option(
      names = "--attempts-max",
      paramLabel = "N",
      description = "attempts until a callback counts as exhausted, 1 to 20")
  private @Nullable Integer attemptsMax;

  /** A command of a session. */
  public ProviderUpdateCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    ProviderSettings.Builder settings = ProviderSettings.newBuilder();
    List<String> fields = new ArrayList<>(calendar.into(settings));
    fields.addAll(disputeRules.into(settings));
    if (owner != null) {
      settings.setDefaultOwner(owner);
      fields.add("default_owner");
    }
    if (firstCallbackDays != null) {
      settings.setFirstCallbackDays(firstCallbackDays);
      fields.add("first_callback_days");
    }
    if (attemptsMax != null) {
      settings.setAttemptsMax(attemptsMax);
      fields.add("attempts_max");
    }
    if (fields.isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE, "nothing to change; see 'redress provider update --help'");
    }
    FieldMask.Builder mask = FieldMask.newBuilder();
    fields.forEach(field -> mask.addPaths("settings." + field));
    Provider updated =
        session
            .connection()
            .change(
                ProviderServiceGrpc.getUpdateProviderMethod(),
                UpdateProviderRequest.newBuilder()
                    .setProvider(Provider.newBuilder().setName(name()).setSettings(settings))
                    .setUpdateMask(mask)
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(updated, ProviderColumns.one());
    session.say(
        "Updated provider "
            + ResourceName.lastId(updated.getName())
            + "; due times that were promised stay.");
  }

  private String name() {
    if (provider == null) {
      return session.provider();
    }
    return ResourceName.isFull(provider) ? provider : "providers/" + provider;
  }
}
