package dev.redress.cli.customer;

import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.GetCustomerRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code redress customer show}.
 *
 * <p>The customer is known by the id of its source, in which any character may occur, or by its
 * resource name.
 */
@Command(
    name = "show",
    description = "Shows a customer.",
    headerHeading = "Examples:%n",
    header = {"  redress customer show VARN", ""})
public final class CustomerShowCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "CUSTOMER", description = "the customer's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String customer;

  /** A command of a session. */
  public CustomerShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session
        .output()
        .one(
            session
                .connection()
                .read(
                    CustomerServiceGrpc.getGetCustomerMethod(),
                    GetCustomerRequest.newBuilder()
                        .setName(new Lookup(session).customer(customer))
                        .build()),
            CustomerColumns.one());
  }
}
