package dev.redress.cli.customer;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.CustomerErasure;
import dev.redress.v1.EraseCustomerRequest;
import dev.redress.v1.PrivacyServiceGrpc;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress customer erase}.
 *
 * <p>It cannot be undone, so it wants to be told twice.
 */
@Command(
    name = "erase",
    description = {
      "Erases names, numbers and all texts about a customer; amounts, dates and ids stay.",
      "It cannot be undone, and nothing is written about the customer afterwards."
    },
    headerHeading = "Examples:%n",
    header = {
      "  redress customer export VARN --out varn.jsonl",
      "  redress customer erase VARN --reason 'asked for on 3 May' --yes",
      ""
    })
public final class CustomerEraseCommand implements Runnable {
  private static final Duration TIME = Duration.ofMinutes(15);

  private final Session session;

  @Parameters(paramLabel = "CUSTOMER", description = "the customer's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String customer;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "why; it stays, so it should name nobody")
  @SuppressWarnings("NullAway.Init") // a required option
  private String reason;

  @Option(names = "--yes", description = "do it: without this nothing is erased")
  private boolean yes;

  /** A command of a session. */
  public CustomerEraseCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    if (!yes) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "what is erased cannot be brought back; add --yes to erase "
              + customer
              + ", best after 'redress customer export'");
    }
    CustomerErasure erasure =
        session
            .connection()
            .change(
                PrivacyServiceGrpc.getEraseCustomerMethod(),
                EraseCustomerRequest.newBuilder()
                    .setName(new Lookup(session).customer(customer))
                    .setReason(reason)
                    .setRequestId(Connection.newRequestId())
                    .build(),
                TIME);
    session.output().one(erasure, ErasureColumns.all());
    session.say(
        "Customer "
            + ResourceName.lastId(erasure.getCustomer())
            + " is erased; backups hold what was there until they are thrown away.");
    session.sayNext("audit verify");
  }
}
