package dev.redress.cli.customer;

import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.output.NewFile;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.ExportCustomerRequest;
import dev.redress.v1.ExportCustomerResponse;
import dev.redress.v1.PrivacyServiceGrpc;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress customer export}.
 *
 * <p>A file that broke off is taken away: half of what is known of somebody is no answer.
 */
@Command(
    name = "export",
    description = {
      "Writes all that is stored about a customer into a file, a line of JSON for each row.",
      "Nobody but you may read the file; the journal says that you have it."
    },
    headerHeading = "Examples:%n",
    header = {"  redress customer export VARN --out varn.jsonl", ""})
public final class CustomerExportCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "CUSTOMER", description = "the customer's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String customer;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "where to write; FILE must not be there yet")
  @SuppressWarnings("NullAway.Init") // a required option
  private String out;

  /** A command of a session. */
  public CustomerExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    String name = new Lookup(session).customer(customer);
    NewFile.createPrivate(out, "--out");
    long count;
    try {
      count =
          write(
              session.connection().stream(
                  PrivacyServiceGrpc.getExportCustomerMethod(),
                  ExportCustomerRequest.newBuilder().setName(name).build()));
    } catch (CommandFailure e) {
      NewFile.remove(out);
      throw e;
    }
    session.say("Wrote " + count + " records to " + out + ".");
  }

  /**
   * Writes them, and gives how many there were between the first and the last, which frame them.
   */
  private long write(Iterator<ExportCustomerResponse> records) {
    long count = 0;
    try (BufferedWriter writer = Files.newBufferedWriter(Path.of(out))) {
      while (records.hasNext()) {
        writer.write(records.next().getRecord());
        writer.write('\n');
        count++;
      }
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT, "the file '" + out + "' cannot be written: " + e.getMessage(), e);
    }
    return Math.max(0, count - 2);
  }
}
