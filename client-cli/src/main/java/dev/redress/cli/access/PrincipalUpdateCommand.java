package dev.redress.cli.access;

import com.google.protobuf.FieldMask;
import dev.redress.cli.connection.Connection;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.AccessServiceGrpc;
import dev.redress.v1.Principal;
import dev.redress.v1.UpdatePrincipalRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code redress principal update}. */
@Command(
    name = "update",
    description = "Changes what a principal may do, or shuts it out, from its next call on.",
    headerHeading = "Examples:%n",
    header = {
      "  redress principal update ann --role lead",
      "  redress principal update ann --disabled",
      "  redress principal update ann --enabled",
      ""
    })
public final class PrincipalUpdateCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "PRINCIPAL", description = "the principal's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String principal;

  @Option(
      names = "--role",
      paramLabel = "ROLE",
      converter = RoleChoice.class,
      completionCandidates = RoleChoice.class,
      description = "what it may do: ${COMPLETION-CANDIDATES}")
  private Principal.@Nullable Role role;

  @Option(
      names = "--customer",
      paramLabel = "C",
      description = "whose data it sees, for the role customer; '' for nobody's")
  private @Nullable String customer;

  @Option(
      names = "--subject",
      paramLabel = "SUB",
      description = "the claim sub of its tokens of the identity provider; '' for none")
  private @Nullable String subject;

  @Option(names = "--disabled", description = "shut it out")
  private boolean disabled;

  @Option(names = "--enabled", description = "let it in again")
  private boolean enabled;

  /** A command of a session. */
  public PrincipalUpdateCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    if (disabled && enabled) {
      throw new CommandFailure(ExitCode.USAGE, "--disabled and --enabled exclude each other");
    }
    Lookup lookup = new Lookup(session);
    Principal.Builder wanted = Principal.newBuilder().setName(lookup.principal(principal));
    FieldMask.Builder mask = FieldMask.newBuilder();
    if (role != null) {
      wanted.setRole(role);
      mask.addPaths("role");
    }
    if (customer != null) {
      wanted.setCustomer(customer.isEmpty() ? "" : lookup.customer(customer));
      mask.addPaths("customer");
    }
    if (subject != null) {
      wanted.setSubject(subject);
      mask.addPaths("subject");
    }
    if (disabled || enabled) {
      wanted.setDisabled(disabled);
      mask.addPaths("disabled");
    }
    if (mask.getPathsCount() == 0) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "nothing is to be changed; name --role, --customer, --subject, --disabled or --enabled");
    }
    Principal changed =
        session
            .connection()
            .change(
                AccessServiceGrpc.getUpdatePrincipalMethod(),
                UpdatePrincipalRequest.newBuilder()
                    .setPrincipal(wanted)
                    .setUpdateMask(mask)
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(changed, AccessColumns.PRINCIPAL);
  }
}
