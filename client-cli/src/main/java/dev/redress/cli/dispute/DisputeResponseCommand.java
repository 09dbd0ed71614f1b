package dev.redress.cli.dispute;

import dev.redress.cli.envelope.EnvelopeOutput;
import dev.redress.cli.envelope.TermsFile;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.EnvelopeServiceGrpc;
import dev.redress.v1.GetInvoiceResponseRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress dispute response}.
 *
 * <p>It never writes over a file that is there.
 */
@Command(
    name = "response",
    description = "Writes how the customer stands to the invoice (Peppol Invoice Response).",
    headerHeading = "Examples:%n",
    header = {
      "  redress dispute response 0199d2f0-6c1a-7000-8000-000000000001 --terms quar.properties",
      "  redress dispute response 0199d2f0-6c1a-7000-8000-000000000001 --terms quar.properties"
          + " --xml response.xml",
      ""
    })
public final class DisputeResponseCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "DISPUTE", description = "the dispute's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String dispute;

  @Option(
      names = "--terms",
      required = true,
      paramLabel = "FILE",
      description = "who the seller and the buyer are; later files over earlier ones")
  @SuppressWarnings("NullAway.Init") // a required option
  private List<String> terms;

  @Option(
      names = "--xml",
      paramLabel = "FILE",
      description = "write to FILE, which must not be there yet, instead of standard output")
  private @Nullable String xml;

  /** A command of a session. */
  public DisputeResponseCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    EnvelopeOutput.write(
        session,
        session
            .connection()
            .read(
                EnvelopeServiceGrpc.getGetInvoiceResponseMethod(),
                GetInvoiceResponseRequest.newBuilder()
                    .setName(new Lookup(session).dispute(dispute))
                    .setTerms(TermsFile.read(terms))
                    .build()),
        xml);
  }
}
