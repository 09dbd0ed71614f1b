package dev.redress.cli.servicelevel;

import com.google.protobuf.Duration;
import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.Dispute;
import dev.redress.v1.ServiceLevel;
import dev.redress.v1.ServiceLevelServiceGrpc;
import dev.redress.v1.SetServiceLevelRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code redress service-level set}.
 *
 * <p>The first three options say for whom; each of the others changes one thing and leaves the
 * rest.
 */
@Command(
    name = "set",
    description = {
      "Says what is promised to a customer, a tier or a priority; the narrowest counts.",
      "What was promised before stays; escalations are reckoned anew."
    },
    headerHeading = "Examples:%n",
    header = {
      "  redress service-level set --tier gold --first-days 1 --resolution-minutes 960",
      "  redress service-level set --customer VARN --priority urgent --gap-minutes 60",
      "  redress service-level set --priority high --owner-percent 50 --lead-percent 75 --am-percent 100",
      ""
    })
public final class ServiceLevelSetCommand implements Runnable {
  private static final long MINUTE_SECONDS = 60;

  private final Session session;

  @Option(names = "--customer", paramLabel = "CUSTOMER", description = "for this customer")
  private @Nullable String customer;

  @Option(names = "--tier", paramLabel = "TIER", description = "for customers of this tier")
  private @Nullable String tier;

  @Option(
      names = "--priority",
      paramLabel = "PRIORITY",
      converter = PriorityChoice.class,
      completionCandidates = PriorityChoice.class,
      description = "for disputes of this priority: ${COMPLETION-CANDIDATES}")
  private Dispute.@Nullable Priority priority;

  @Option(
      names = "--first-days",
      paramLabel = "N",
      description = "working days until a first call is due, 1 to 3")
  private @Nullable Integer firstDays;

  @Option(
      names = "--attempts",
      paramLabel = "N",
      description = "attempts until a callback is exhausted, 1 to 20")
  private @Nullable Integer attempts;

  @Option(
      names = "--gap-minutes",
      paramLabel = "N",
      description = "business time between two attempts, 15 to 2400")
  private @Nullable Long gapMinutes;

  @Option(
      names = "--cool-down-minutes",
      paramLabel = "N",
      description = "how long somebody who hung up is left in peace, 60 to 10080")
  private @Nullable Long coolDownMinutes;

  @Option(
      names = "--owner-percent",
      paramLabel = "N",
      description = "when the owner is warned; the three percentages are given together")
  private @Nullable Integer ownerPercent;

  @Option(names = "--lead-percent", paramLabel = "N", description = "when the lead is told")
  private @Nullable Integer leadPercent;

  @Option(
      names = "--am-percent",
      paramLabel = "N",
      description = "when the account manager is told, at most 1000")
  private @Nullable Integer accountManagerPercent;

  @Option(
      names = "--repeat-minutes",
      paramLabel = "N",
      description = "business time from there to each word to the superior, 15 to 2400")
  private @Nullable Long repeatMinutes;

  @Option(
      names = "--resolution-minutes",
      paramLabel = "N",
      description = "business time in which a dispute is to be resolved, 60 to 24000")
  private @Nullable Long resolutionMinutes;

  /** A command of a session. */
  public ServiceLevelSetCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    ServiceLevel.Builder wanted = scope();
    values(wanted);
    ServiceLevel set =
        session
            .connection()
            .change(
                ServiceLevelServiceGrpc.getSetServiceLevelMethod(),
                SetServiceLevelRequest.newBuilder()
                    .setParent(session.provider())
                    .setServiceLevel(wanted)
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(set, ServiceLevelColumns.all());
    session.say("Set; what was promised before stays.");
    session.sayNext("service-level remove " + ResourceName.lastId(set.getName()));
  }

  private ServiceLevel.Builder scope() {
    ServiceLevel.Builder wanted = ServiceLevel.newBuilder();
    if (customer != null) {
      wanted.setCustomer(new Lookup(session).customer(customer));
    }
    if (tier != null) {
      wanted.setTier(tier);
    }
    if (priority != null) {
      wanted.setPriority(priority);
    }
    return wanted;
  }

  private void values(ServiceLevel.Builder wanted) {
    if (firstDays != null) {
      wanted.setFirstCallbackDays(firstDays);
    }
    if (attempts != null) {
      wanted.setAttemptsMax(attempts);
    }
    if (gapMinutes != null) {
      wanted.setAttemptGap(minutes(gapMinutes));
    }
    if (coolDownMinutes != null) {
      wanted.setHangUpCoolDown(minutes(coolDownMinutes));
    }
    if (ownerPercent != null) {
      wanted.setOwnerPercent(ownerPercent);
    }
    if (leadPercent != null) {
      wanted.setLeadPercent(leadPercent);
    }
    if (accountManagerPercent != null) {
      wanted.setAccountManagerPercent(accountManagerPercent);
    }
    if (repeatMinutes != null) {
      wanted.setRepeatGap(minutes(repeatMinutes));
    }
    if (resolutionMinutes != null) {
      wanted.setResolutionTarget(minutes(resolutionMinutes));
    }
  }

  private static Duration minutes(long minutes) {
    return Duration.newBuilder().setSeconds(minutes * MINUTE_SECONDS).build();
  }
}
