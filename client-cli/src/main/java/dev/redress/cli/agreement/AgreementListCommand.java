package dev.redress.cli.agreement;

import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.AgreementServiceGrpc;
import dev.redress.v1.ListAgreementsRequest;
import dev.redress.v1.ListAgreementsResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code redress agreement list}. */
@Command(
    name = "list",
    description = "Lists the agreements of a customer, those that are over included.",
    headerHeading = "Examples:%n",
    header = {"  redress agreement list VARN", ""})
public final class AgreementListCommand implements Runnable {
  private static final int PAGE_SIZE = 1_000;

  private final Session session;

  @Parameters(paramLabel = "CUSTOMER", description = "the customer's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String customer;

  /** A command of a session. */
  public AgreementListCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    String parent = new Lookup(session).customer(customer);
    session
        .output()
        .list(
            session
                .connection()
                .pages(
                    AgreementServiceGrpc.getListAgreementsMethod(),
                    token ->
                        ListAgreementsRequest.newBuilder()
                            .setParent(parent)
                            .setPageSize(PAGE_SIZE)
                            .setPageToken(token)
                            .build(),
                    ListAgreementsResponse::getAgreementsList,
                    ListAgreementsResponse::getNextPageToken),
            AgreementColumns.all());
  }
}
