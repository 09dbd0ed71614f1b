package dev.redress.cli.access;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.AccessServiceGrpc;
import dev.redress.v1.CreatePrincipalRequest;
import dev.redress.v1.Principal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code redress principal add}. */
@Command(
    name = "add",
    description = {
      "Lets a person or a system call the server for a provider.",
      "How it proves who it is comes next: a key, or tokens of an identity provider."
    },
    headerHeading = "Examples:%n",
    header = {
      "  redress principal add ann --role clerk --as 'Ann Weaver'",
      "  redress principal add atlas --role customer --customer ATLAS",
      "  redress principal add crm --role integration",
      ""
    })
public final class PrincipalAddCommand implements Runnable {
  private final Session session;

  @Parameters(
      paramLabel = "PRINCIPAL",
      description = "the id: 1 to 63 lower-case letters, digits and hyphens")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String principal;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      converter = RoleChoice.class,
      completionCandidates = RoleChoice.class,
      description = "what it may do: ${COMPLETION-CANDIDATES}")
  @SuppressWarnings("NullAway.Init") // a required option
  private Principal.Role role;

  @Option(
      names = "--as",
      paramLabel = "NAME",
      defaultValue = "",
      description = "as whom it acts, as owners and account managers are written (default: the id)")
  private String actor = "";

  @Option(
      names = "--customer",
      paramLabel = "C",
      description = "whose data it sees, for the role customer")
  private @Nullable String customer;

  @Option(
      names = "--subject",
      paramLabel = "SUB",
      defaultValue = "",
      description = "the claim sub of its tokens of the identity provider")
  private String subject = "";

  /** A command of a session. */
  public PrincipalAddCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Principal created =
        session
            .connection()
            .change(
                AccessServiceGrpc.getCreatePrincipalMethod(),
                CreatePrincipalRequest.newBuilder()
                    .setParent(session.provider())
                    .setPrincipalId(principal)
                    .setPrincipal(
                        Principal.newBuilder()
                            .setActor(actor)
                            .setRole(role)
                            .setCustomer(
                                customer == null ? "" : new Lookup(session).customer(customer))
                            .setSubject(subject))
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(created, AccessColumns.PRINCIPAL);
    session.sayNext("key create " + ResourceName.lastId(created.getName()) + " --out FILE");
  }
}
