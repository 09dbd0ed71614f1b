package dev.redress.cli.customer;

import com.google.protobuf.FieldMask;
import dev.redress.cli.calendar.CalendarOptions;
import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.cli.session.ShellWord;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.UpdateCustomerRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress customer update}.
 *
 * <p>What is not given stays as it is; what is given as nothing is as the provider has it.
 */
@Command(
    name = "update",
    description = {
      "Changes when a customer may be called; due times that were promised stay.",
      "Hours or a region given as '' are those of the provider again."
    },
    headerHeading = "Examples:%n",
    header = {
      "  redress customer update VARN --hours '07:00-15:30' --holidays US-NY",
      "  redress customer update VARN --time-zone America/New_York --holiday-file varn.ics",
      "  redress customer update VARN --hours ''",
      ""
    })
public final class CustomerUpdateCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "CUSTOMER", description = "the customer's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String customer;

  @Mixin private final CalendarOptions calendar = new CalendarOptions();

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description = "the IANA time zone in which hours and holidays are counted")
  private @Nullable String timeZone;

  /** A command of a session. */
  public CustomerUpdateCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Customer.Builder wanted = Customer.newBuilder();
    List<String> fields = new ArrayList<>(calendar.into(wanted));
    if (timeZone != null) {
      wanted.setTimeZone(timeZone);
      fields.add("time_zone");
    }
    if (fields.isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE, "nothing to change; see 'redress customer update --help'");
    }
    Customer updated =
        session
            .connection()
            .change(
                CustomerServiceGrpc.getUpdateCustomerMethod(),
                UpdateCustomerRequest.newBuilder()
                    .setCustomer(wanted.setName(new Lookup(session).customer(customer)))
                    .setUpdateMask(FieldMask.newBuilder().addAllPaths(fields))
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(updated, CustomerColumns.one());
    String id = ResourceName.lastId(updated.getName());
    session.say("Updated customer " + id + "; due times that were promised stay.");
    session.sayNext("customer calendar " + ShellWord.of(id));
  }
}
