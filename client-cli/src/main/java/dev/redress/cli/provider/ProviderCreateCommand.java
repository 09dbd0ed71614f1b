package dev.redress.cli.provider;

import dev.redress.cli.calendar.CalendarOptions;
import dev.redress.cli.connection.Connection;
import dev.redress.cli.option.DateConverter;
import dev.redress.cli.output.Moments;
import dev.redress.cli.session.Session;
import dev.redress.v1.CreateProviderRequest;
import dev.redress.v1.Provider;
import dev.redress.v1.ProviderServiceGrpc;
import dev.redress.v1.ProviderSettings;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress provider create}.
 *
 * <p>Numbers that are not given are 0 on the wire, which the server reads as "the default".
 */
@Command(
    name = "create",
    description = "Creates a provider; what is not given takes the server's default.",
    headerHeading = "Examples:%n",
    header = {
      "  redress provider create acme --name 'Acme IT Services'",
      "  redress provider create acme --name Acme --owner mia --log-complete-from 2026-01-01",
      "  redress provider create acme --name Acme --hours 08:00-17:00 --holidays US-NY",
      ""
    })
public final class ProviderCreateCommand implements Runnable {
  private final Session session;

  @Parameters(
      paramLabel = "PROVIDER",
      description = "the new id: 1 to 63 lower-case letters, digits and hyphens")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String provider;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "the name that people read")
  @SuppressWarnings("NullAway.Init") // a required option
  private String displayName;

  @Mixin private final CalendarOptions calendar = new CalendarOptions();

  @Option(
      names = "--owner",
      paramLabel = "OWNER",
      defaultValue = "",
      description = "who owns disputes of customers without an account manager")
  private String owner = "";

  @Option(
      names = "--first-callback-days",
      paramLabel = "DAYS",
      defaultValue = "0",
      description = "working days until the first call is due, 1 to 3")
  private int firstCallbackDays;

  @Option(
      names = "--attempts-max",
      paramLabel = "N",
      defaultValue = "0",
      description = "attempts until a callback counts as exhausted, 1 to 20")
  private int attemptsMax;

  @Option(
      names = "--log-complete-from",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "the first day from which on every request was logged")
  private @Nullable LocalDate logCompleteFrom;

  /** A command of a session. */
  public ProviderCreateCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    ProviderSettings.Builder settings =
        ProviderSettings.newBuilder()
            .setDefaultOwner(owner)
            .setFirstCallbackDays(firstCallbackDays)
            .setAttemptsMax(attemptsMax);
    if (logCompleteFrom != null) {
      settings.setRequestLogCompleteFrom(Moments.date(logCompleteFrom));
    }
    calendar.into(settings);
    Provider created =
        session
            .connection()
            .change(
                ProviderServiceGrpc.getCreateProviderMethod(),
                CreateProviderRequest.newBuilder()
                    .setProviderId(provider)
                    .setProvider(
                        Provider.newBuilder().setDisplayName(displayName).setSettings(settings))
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(created, ProviderColumns.one());
    session.say("Created provider " + provider + ".");
    session.say("next: redress import customers FILE --provider " + provider);
  }
}
