package dev.redress.cli.customer;

import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.GetCustomerErasureRequest;
import dev.redress.v1.PrivacyServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code redress customer erasure}. */
@Command(
    name = "erasure",
    description = "Shows when a customer was erased, by whom and why.",
    headerHeading = "Examples:%n",
    header = {"  redress customer erasure VARN", ""})
public final class CustomerErasureCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "CUSTOMER", description = "the customer's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String customer;

  /** A command of a session. */
  public CustomerErasureCommand(Session session) {
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
                    PrivacyServiceGrpc.getGetCustomerErasureMethod(),
                    GetCustomerErasureRequest.newBuilder()
                        .setName(new Lookup(session).customer(customer) + "/erasure")
                        .build()),
            ErasureColumns.all());
  }
}
