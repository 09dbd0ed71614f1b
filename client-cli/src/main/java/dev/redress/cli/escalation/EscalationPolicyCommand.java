package dev.redress.cli.escalation;

import com.google.protobuf.Duration;
import dev.redress.cli.connection.Connection;
import dev.redress.cli.output.Column;
import dev.redress.cli.session.Session;
import dev.redress.v1.EscalationPolicy;
import dev.redress.v1.EscalationServiceGrpc;
import dev.redress.v1.GetEscalationPolicyRequest;
import dev.redress.v1.UpdateEscalationPolicyRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code redress escalation policy}.
 *
 * <p>Without options it shows the policy; each option changes one thing of it and leaves the rest.
 */
@Command(
    name = "policy",
    description = "Shows when calls and other duties escalate and to whom, or changes it.",
    headerHeading = "Examples:%n",
    header = {
      "  redress escalation policy",
      "  redress escalation policy --lead 'Sarah Whitlock' --superior 'Ben Ode'",
      "  redress escalation policy --owner-percent 50 --repeat-minutes 120",
      ""
    })
public final class EscalationPolicyCommand implements Runnable {
  private static final long MINUTE_SECONDS = 60;

  private static final List<Column<EscalationPolicy>> COLUMNS =
      List.of(
          new Column.Numeric<>("owner_percent", it -> Integer.toString(it.getOwnerPercent())),
          new Column.Numeric<>("lead_percent", it -> Integer.toString(it.getLeadPercent())),
          new Column.Numeric<>(
              "account_manager_percent", it -> Integer.toString(it.getAccountManagerPercent())),
          new Column.Numeric<>(
              "repeat_minutes",
              it -> Long.toString(it.getRepeatGap().getSeconds() / MINUTE_SECONDS)),
          new Column.Text<>("lead", EscalationPolicy::getLead),
          new Column.Text<>("superior", EscalationPolicy::getSuperior),
          new Column.Moment<>("updated", EscalationPolicy::getUpdateTime));

  private final Session session;

  @Option(
      names = "--owner-percent",
      paramLabel = "N",
      description = "of the business time to the due time: when the owner is warned")
  private @Nullable Integer ownerPercent;

  @Option(names = "--lead-percent", paramLabel = "N", description = "when the lead is told")
  private @Nullable Integer leadPercent;

  @Option(
      names = "--account-manager-percent",
      paramLabel = "N",
      description = "when the account manager is told, at most 1000")
  private @Nullable Integer accountManagerPercent;

  @Option(
      names = "--repeat-minutes",
      paramLabel = "N",
      description = "business time from there to each word to the superior, 15 to 2400")
  private @Nullable Long repeatMinutes;

  @Option(names = "--lead", paramLabel = "PERSON", description = "who leads the owners")
  private @Nullable String lead;

  @Option(
      names = "--superior",
      paramLabel = "PERSON",
      description = "whom account managers report to")
  private @Nullable String superior;

  /** A command of a session. */
  public EscalationPolicyCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    UpdateEscalationPolicyRequest.Builder change = change();
    if (change.getUpdateMask().getPathsCount() == 0) {
      session.output().one(get(), COLUMNS);
      return;
    }
    EscalationPolicy changed =
        session
            .connection()
            .change(
                EscalationServiceGrpc.getUpdateEscalationPolicyMethod(),
                change.setRequestId(Connection.newRequestId()).build());
    session.output().one(changed, COLUMNS);
    session.say("Changed; it counts for everything that is still to be done.");
  }

  private UpdateEscalationPolicyRequest.Builder change() {
    UpdateEscalationPolicyRequest.Builder request = UpdateEscalationPolicyRequest.newBuilder();
    EscalationPolicy.Builder policy = request.getEscalationPolicyBuilder().setName(name());
    if (ownerPercent != null) {
      policy.setOwnerPercent(ownerPercent);
      request.getUpdateMaskBuilder().addPaths("owner_percent");
    }
    if (leadPercent != null) {
      policy.setLeadPercent(leadPercent);
      request.getUpdateMaskBuilder().addPaths("lead_percent");
    }
    if (accountManagerPercent != null) {
      policy.setAccountManagerPercent(accountManagerPercent);
      request.getUpdateMaskBuilder().addPaths("account_manager_percent");
    }
    if (repeatMinutes != null) {
      policy.setRepeatGap(Duration.newBuilder().setSeconds(repeatMinutes * MINUTE_SECONDS));
      request.getUpdateMaskBuilder().addPaths("repeat_gap");
    }
    if (lead != null) {
      policy.setLead(lead);
      request.getUpdateMaskBuilder().addPaths("lead");
    }
    if (superior != null) {
      policy.setSuperior(superior);
      request.getUpdateMaskBuilder().addPaths("superior");
    }
    return request;
  }

  private EscalationPolicy get() {
    return session
        .connection()
        .read(
            EscalationServiceGrpc.getGetEscalationPolicyMethod(),
            GetEscalationPolicyRequest.newBuilder().setName(name()).build());
  }

  private String name() {
    return session.provider() + "/escalationPolicy";
  }
}
