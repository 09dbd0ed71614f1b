package dev.redress.cli.agreement;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.option.DateConverter;
import dev.redress.cli.output.Amounts;
import dev.redress.cli.output.Moments;
import dev.redress.cli.session.Session;
import dev.redress.v1.Agreement;
import dev.redress.v1.AgreementServiceGrpc;
import dev.redress.v1.CreateAgreementRequest;
import dev.redress.v1.IncludedHours;
import dev.redress.v1.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code redress agreement create}. */
@Command(
    name = "create",
    description = {
      "Creates an agreement; the day of the work decides which one counts.",
      "Many rates are easier to import: redress import agreements FILE."
    },
    headerHeading = "Examples:%n",
    header = {
      "  redress agreement create VARN MSA-2026 --from 2026-01-01 --rate 150 --rate '225;time=after-hours'",
      "  redress agreement create VARN BLOCK --from 2026-01-01 --included-hours 20 --period month"
          + " --rate '180;role=Senior;work-type=Network' --rounding 15 --minimum 30",
      ""
    })
public final class AgreementCreateCommand implements Runnable {
  private final Session session;

  @Mixin private AgreementNames names = new AgreementNames();

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "its first day")
  @SuppressWarnings("NullAway.Init") // a required option
  private LocalDate from;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "its last day; without one it counts until further notice")
  private @Nullable LocalDate until;

  @Option(
      names = "--currency",
      paramLabel = "CODE",
      defaultValue = "USD",
      description = "of all its rates (default USD)")
  private String currency = "USD";

  @Option(
      names = "--rate",
      paramLabel = "RATE",
      converter = RateText.Converter.class,
      description = {
        "a price of an hour and what it is for: '180;role=Senior;technician=Sam;",
        "work-type=Network;time=after-hours', of which all but the price can be left out;",
        "times are after-hours, weekend and travel; may be repeated"
      })
  private List<RateText> rates = List.of();

  @Option(names = "--included-hours", paramLabel = "N", description = "hours that are paid for")
  private @Nullable Double includedHours;

  @Option(
      names = "--period",
      paramLabel = "PERIOD",
      converter = PeriodChoice.class,
      completionCandidates = PeriodChoice.class,
      description = "how often they are there anew: ${COMPLETION-CANDIDATES}")
  private IncludedHours.@Nullable Period period;

  @Option(
      names = "--carry-over",
      paramLabel = "N",
      description = "hours that may be left for the next period (default 0)")
  private @Nullable Double carryOver;

  @Option(
      names = "--overrun-rate",
      paramLabel = "PRICE",
      converter = RateText.PriceConverter.class,
      description = "price of an hour beyond them; without one the rates count")
  private @Nullable BigDecimal overrunRate;

  @Option(
      names = "--rounding",
      paramLabel = "MINUTES",
      description = "time is billed in multiples of it, up to 480")
  private @Nullable Integer rounding;

  @Option(
      names = "--minimum",
      paramLabel = "MINUTES",
      description = "the least that is billed, up to 1440")
  private @Nullable Integer minimum;

  @Option(
      names = "--per",
      paramLabel = "WHAT",
      converter = PerChoice.class,
      completionCandidates = PerChoice.class,
      description = "what is rounded: ${COMPLETION-CANDIDATES} (default ENTRY)")
  private Rounding.@Nullable Per per;

  @Option(
      names = "--covered",
      paramLabel = "WORK_TYPE",
      description = "a kind of work that the agreement pays for; may be repeated")
  private List<String> covered = List.of();

  @Option(
      names = "--excluded",
      paramLabel = "WORK_TYPE",
      description = "a kind of work that is billed beside it; may be repeated")
  private List<String> excluded = List.of();

  /** A command of a session. */
  public AgreementCreateCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Agreement.Builder wanted =
        Agreement.newBuilder()
            .setStartDate(Moments.date(from))
            .setCurrencyCode(currency)
            .addAllRateRules(rates.stream().map(rate -> rate.in(currency)).toList())
            .addAllCoveredWorkTypes(covered)
            .addAllExcludedWorkTypes(excluded);
    if (until != null) {
      wanted.setEndDate(Moments.date(until));
    }
    setIncluded(wanted);
    setRounding(wanted);
    Agreement created =
        session
            .connection()
            .change(
                AgreementServiceGrpc.getCreateAgreementMethod(),
                CreateAgreementRequest.newBuilder()
                    .setParent(names.customer(session))
                    .setAgreementId(names.id())
                    .setAgreement(wanted)
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(created, AgreementColumns.all());
    session.say("Created; it counts for work from " + from + " on.");
  }

  private void setIncluded(Agreement.Builder wanted) {
    if (includedHours == null) {
      if (period != null || carryOver != null || overrunRate != null) {
        throw new CommandFailure(
            ExitCode.USAGE, "--period, --carry-over and --overrun-rate go with --included-hours");
      }
      return;
    }
    IncludedHours.Builder included = IncludedHours.newBuilder().setHours(includedHours);
    if (period != null) {
      included.setPeriod(period);
    }
    if (carryOver != null) {
      included.setCarryOverHoursMax(carryOver);
    }
    if (overrunRate != null) {
      included.setOverrunRate(Amounts.of(overrunRate, currency));
    }
    wanted.setIncludedHours(included);
  }

  private void setRounding(Agreement.Builder wanted) {
    if (rounding == null && minimum == null) {
      if (per != null) {
        throw new CommandFailure(ExitCode.USAGE, "--per goes with --rounding or --minimum");
      }
      return;
    }
    wanted.setRounding(
        Rounding.newBuilder()
            .setIncrementMinutes(rounding == null ? 0 : rounding)
            .setMinimumMinutes(minimum == null ? 0 : minimum)
            .setPer(per == null ? Rounding.Per.ENTRY : per));
  }
}
