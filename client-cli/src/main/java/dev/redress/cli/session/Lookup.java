package dev.redress.cli.session;

import dev.redress.cli.connection.Filter;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.GetInvoiceRequest;
import dev.redress.v1.InvoiceServiceGrpc;
import dev.redress.v1.ListCustomersRequest;
import dev.redress.v1.ListCustomersResponse;
import dev.redress.v1.ListVerdictsRequest;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.Verdict;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the resource name of what somebody named by its id. A full name is taken as it is. */
public final class Lookup {
  private static final int NAMES_MAX = 10;
  private static final int PAGE_SIZE = 1_000;

  private final Session session;

  /** Looks within the session's provider. */
  public Lookup(Session session) {
    this.session = session;
  }

  /** The name of a dispute. */
  public String dispute(String text) {
    return named("disputes", text);
  }

  /** The name of a callback. */
  public String callback(String text) {
    return named("callbacks", text);
  }

  /** The name of an escalation. */
  public String escalation(String text) {
    return named("escalations", text);
  }

  /** The name of a promise. */
  public String promise(String text) {
    return named("promises", text);
  }

  /** The name of a handoff. */
  public String handoff(String text) {
    return named("handoffs", text);
  }

  /** The name of a service level. */
  public String serviceLevel(String text) {
    return named("serviceLevels", text);
  }

  /** The name of an absence. */
  public String absence(String text) {
    return named("absences", text);
  }

  /** The name of a notification target. */
  public String notificationTarget(String text) {
    return named("notificationTargets", text);
  }

  /** The name of a principal. */
  public String principal(String text) {
    return named("principals", text);
  }

  /** The name of a customer. */
  public String customer(String text) {
    return named("customers", text);
  }

  /** The name of a request of the customer whose line is named. */
  public String request(String line, String text) {
    return ResourceName.isFull(text)
        ? text
        : ResourceName.of(ResourceName.customer(line), "requests", text);
  }

  /**
   * The name of a labor line that has a verdict.
   *
   * @throws CommandFailure when no line has the id, or several have
   */
  public String line(String text) {
    if (ResourceName.isFull(text)) {
      return text;
    }
    List<Verdict> found =
        session
            .connection()
            .read(
                ReconciliationServiceGrpc.getListVerdictsMethod(),
                ListVerdictsRequest.newBuilder()
                    .setParent(session.provider())
                    .setPageSize(NAMES_MAX)
                    .setFilter(new Filter().equal("line_id", text).toString())
                    .build())
            .getVerdictsList();
    return onlyOne("line", text, found.stream().map(Verdict::getLine).toList());
  }

  /**
   * The name of an invoice.
   *
   * @param customer the name of the customer who got it; absent: every customer is asked for
   * @throws CommandFailure when no invoice has the id, or invoices of several customers have
   */
  public String invoice(@Nullable String customer, String text) {
    if (ResourceName.isFull(text)) {
      return text;
    }
    if (customer != null) {
      return ResourceName.of(customer, "invoices", text);
    }
    List<String> found = new ArrayList<>();
    customers()
        .forEachRemaining(
            candidate -> {
              String name = ResourceName.of(candidate.getName(), "invoices", text);
              if (found.size() < NAMES_MAX && invoiceExists(name)) {
                found.add(name);
              }
            });
    return onlyOne("invoice", text, found);
  }

  /** All customers of the provider. */
  public Iterator<Customer> customers() {
    return session
        .connection()
        .pages(
            CustomerServiceGrpc.getListCustomersMethod(),
            token ->
                ListCustomersRequest.newBuilder()
                    .setParent(session.provider())
                    .setPageSize(PAGE_SIZE)
                    .setPageToken(token)
                    .build(),
            ListCustomersResponse::getCustomersList,
            ListCustomersResponse::getNextPageToken);
  }

  private String named(String collection, String text) {
    return ResourceName.isFull(text) ? text : ResourceName.of(session.provider(), collection, text);
  }

  private boolean invoiceExists(String name) {
    try {
      session
          .connection()
          .read(
              InvoiceServiceGrpc.getGetInvoiceMethod(),
              GetInvoiceRequest.newBuilder().setName(name).build());
      return true;
    } catch (CommandFailure e) {
      if (e.exitCode() == ExitCode.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  private static String onlyOne(String kind, String id, List<String> names) {
    return switch (names.size()) {
      case 0 ->
          throw new CommandFailure(
              ExitCode.NOT_FOUND,
              kind.equals("line")
                  ? "no line '"
                      + id
                      + "' has a verdict; run 'redress reconcile' first or see 'redress verdict"
                      + " list'"
                  : "there is no invoice '" + id + "'; give its full resource name");
      case 1 -> names.getFirst();
      default ->
          throw new CommandFailure(
              ExitCode.INVALID_INPUT,
              "several "
                  + kind
                  + "s are called '"
                  + id
                  + "'; give one of these names: "
                  + String.join(", ", names));
    };
  }
}
