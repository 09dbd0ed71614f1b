package dev.redress.cli.attachment;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.AddDisputeEvidenceRequest;
import dev.redress.v1.AttachmentServiceGrpc;
import dev.redress.v1.DisputeEvidence;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress dispute attach}.
 *
 * <p>A file is sent whole and kept; what a reference leads to is looked at by nobody. The file's
 * name is the title unless one is given.
 */
@Command(
    name = "attach",
    description =
        "Attaches evidence to a dispute, whatever its state: a file of at most 256 KiB, or a reference.",
    headerHeading = "Examples:%n",
    header = {
      "  redress dispute attach 0199d2f0-6c1a-7000-8000-000000000001 week-36.pdf --type time-sheet",
      "  redress dispute attach 0199d2f0-6c1a-7000-8000-000000000001 --reference INC-1001 --type ticket-export --title 'the ticket'",
      ""
    })
public final class DisputeAttachCommand implements Runnable {
  private final Session session;

  @Parameters(
      index = "0",
      paramLabel = "DISPUTE",
      description = "the dispute's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String dispute;

  @Parameters(index = "1", paramLabel = "FILE", arity = "0..1", description = "the file to attach")
  private @Nullable String file;

  @Option(
      names = "--reference",
      paramLabel = "URL|ID",
      description = "instead of a file: an https URL, or an id such as that of a ticket")
  private @Nullable String reference;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      required = true,
      converter = EvidenceTypeChoice.class,
      completionCandidates = EvidenceTypeChoice.class,
      description = "what it is: ${COMPLETION-CANDIDATES}")
  @SuppressWarnings("NullAway.Init") // a required option
  private DisputeEvidence.Type type;

  @Option(names = "--title", paramLabel = "TITLE", description = "what it shows")
  private @Nullable String title;

  @Option(
      names = "--media-type",
      paramLabel = "MEDIA-TYPE",
      description = "what the file's bytes are; its name says so unless given")
  private @Nullable String mediaType;

  /** A command of a session. */
  public DisputeAttachCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    DisputeEvidence attached =
        session
            .connection()
            .change(
                AttachmentServiceGrpc.getAddDisputeEvidenceMethod(),
                AddDisputeEvidenceRequest.newBuilder()
                    .setParent(new Lookup(session).dispute(dispute))
                    .setEvidence(evidence())
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(attached, Attachments.evidenceColumns());
    session.say(
        "Evidence " + ResourceName.lastId(attached.getName()) + " of the dispute is attached.");
  }

  private DisputeEvidence evidence() {
    DisputeEvidence.Builder evidence = DisputeEvidence.newBuilder().setType(type);
    if (file != null && reference == null) {
      EvidenceFile read = EvidenceFile.read(file);
      return evidence
          .setTitle(title == null ? read.name() : title)
          .setMediaType(mediaType == null ? read.mediaType() : mediaType)
          .setContent(read.content())
          .build();
    }
    if (file == null && reference != null && mediaType == null) {
      return evidence.setTitle(title == null ? reference : title).setReference(reference).build();
    }
    throw new CommandFailure(
        ExitCode.USAGE, "give either FILE or --reference, and --media-type only with a file");
  }
}
