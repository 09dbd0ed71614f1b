package dev.redress.cli.agreement;

import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import picocli.CommandLine.Parameters;

/** Which agreement a command is about: ids of agreements are unique within their customer. */
final class AgreementNames {
  @Parameters(index = "0", paramLabel = "CUSTOMER", description = "the customer's id or name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String customer;

  @Parameters(index = "1", paramLabel = "AGREEMENT", description = "the agreement's id")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String agreement;

  /** The customer's resource name. */
  String customer(Session session) {
    return new Lookup(session).customer(customer);
  }

  /** The agreement's id, as its source wrote it. */
  String id() {
    return ResourceName.isFull(agreement) ? ResourceName.lastId(agreement) : agreement;
  }

  /** The agreement's resource name. */
  String name(Session session) {
    return ResourceName.of(customer(session), "agreements", id());
  }
}
