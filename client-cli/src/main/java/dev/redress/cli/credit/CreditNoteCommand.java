package dev.redress.cli.credit;

import dev.redress.cli.envelope.EnvelopeOutput;
import dev.redress.cli.envelope.TermsFile;
import dev.redress.cli.session.Session;
import dev.redress.v1.EnvelopeServiceGrpc;
import dev.redress.v1.GetCreditNoteRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress credit note}.
 *
 * <p>It never writes over a file that is there.
 */
@Command(
    name = "note",
    description = "Writes an electronic credit note (UBL, EN 16931) over what was given back.",
    headerHeading = "Examples:%n",
    header = {
      "  redress credit note 0199d2f0-6c1a-7000-8000-000000000003 --terms quar.properties",
      "  redress credit note 0199d2f0-6c1a-7000-8000-000000000003 --terms us.properties"
          + " --terms quar.properties --number GS-2026-17 --xml GS-2026-17.xml",
      ""
    })
public final class CreditNoteCommand implements Runnable {
  private final Session session;

  @Parameters(
      paramLabel = "CREDIT",
      description =
          "id or resource name of a credit; what was given back with it is on the note too")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String credit;

  @Option(
      names = "--terms",
      required = true,
      paramLabel = "FILE",
      description =
          "who the seller and the buyer are and which VAT counts; later files over earlier ones")
  @SuppressWarnings("NullAway.Init") // a required option
  private List<String> terms;

  @Option(
      names = "--number",
      paramLabel = "NUMBER",
      description = "the number of the note; the id of its first credit where not given",
      defaultValue = "")
  @SuppressWarnings("NullAway.Init") // has a default
  private String number;

  @Option(
      names = "--without-reversed",
      description = "leave out what was taken back since; only for a note that was not sent yet")
  private boolean withoutReversed;

  @Option(
      names = "--xml",
      paramLabel = "FILE",
      description = "write to FILE, which must not be there yet, instead of standard output")
  private @Nullable String xml;

  /** A command of a session. */
  public CreditNoteCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    EnvelopeOutput.write(
        session,
        session
            .connection()
            .read(
                EnvelopeServiceGrpc.getGetCreditNoteMethod(),
                GetCreditNoteRequest.newBuilder()
                    .setName(Credits.name(session, credit))
                    .setTerms(TermsFile.read(terms))
                    .setNumber(number)
                    .setWithoutReversed(withoutReversed)
                    .build()),
        xml);
  }
}
