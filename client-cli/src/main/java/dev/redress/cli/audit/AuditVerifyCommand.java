package dev.redress.cli.audit;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.output.Column;
import dev.redress.cli.session.Session;
import dev.redress.v1.AuditServiceGrpc;
import dev.redress.v1.JournalAnchor;
import dev.redress.v1.JournalBreak;
import dev.redress.v1.VerifyJournalRequest;
import dev.redress.v1.VerifyJournalResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code redress audit verify}. */
@Command(
    name = "verify",
    description =
        "Computes the chain of the journal anew, and finds what was changed or taken out.",
    headerHeading = "Examples:%n",
    header = {
      "  redress audit verify",
      "  redress audit verify --anchors /mnt/elsewhere/redress-anchors.jsonl",
      ""
    },
    footerHeading = "%n",
    footer = "Exit code 1 when the journal is not what was written.")
public final class AuditVerifyCommand implements Callable<Integer> {
  private static final Duration TIME = Duration.ofMinutes(15);
  private static final int ANCHORS_MAX = 1_000;
  private static final long BYTES_MAX = 1_000_000;

  private static final List<Column<JournalBreak>> COLUMNS =
      List.of(
          new Column.Numeric<>("event", it -> Long.toString(it.getSequence())),
          new Column.Text<>("kind", it -> it.getKind().name()),
          new Column.Text<>("what", JournalBreak::getSentence));

  private final Session session;

  @Option(
      names = "--anchors",
      paramLabel = "FILE",
      description =
          "what 'redress audit anchor' printed, a line each; those of other providers are"
              + " passed over")
  private @Nullable Path anchors;

  /** A command of a session. */
  public AuditVerifyCommand(Session session) {
    this.session = session;
  }

  /**
   * Asks the server.
   *
   * @return 0, or 1 when the journal is not what was written
   */
  @Override
  public Integer call() {
    List<JournalAnchor> kept = anchors == null ? List.of() : read(anchors);
    VerifyJournalResponse answer =
        session
            .connection()
            .read(
                AuditServiceGrpc.getVerifyJournalMethod(),
                VerifyJournalRequest.newBuilder()
                    .setParent(session.provider())
                    .addAllAnchors(kept)
                    .build(),
                TIME);
    session.output().list(answer.getBreaksList().iterator(), COLUMNS);
    if (answer.getBreaksCount() > 0) {
      session.say(
          "The journal is not what was written: " + answer.getBreaksCount() + " places, above.");
      return ExitCode.INVARIANT_BROKEN.number();
    }
    session.say(
        answer.getEventCount()
            + " events hold, the last with hash "
            + answer.getLast().getHash()
            + (kept.isEmpty()
                ? "; without anchors kept elsewhere, one that was written anew looks whole."
                : "; " + kept.size() + " anchors fit."));
    return ExitCode.OK.number();
  }

  private List<JournalAnchor> read(Path file) {
    List<JournalAnchor> kept = new ArrayList<>();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (!line.isBlank()) {
        JournalAnchor anchor = anchor(file, number, line);
        if (anchor.getProvider().equals(session.provider())) {
          kept.add(anchor);
        }
      }
    }
    if (kept.isEmpty() || kept.size() > ANCHORS_MAX) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT,
          "the file "
              + file
              + " has "
              + kept.size()
              + " anchors of "
              + session.provider()
              + "; 1 to "
              + ANCHORS_MAX
              + " are looked at");
    }
    return kept;
  }

  private static List<String> lines(Path file) {
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw new CommandFailure(
            ExitCode.INVALID_INPUT,
            "the file " + file + " has more than " + BYTES_MAX + " bytes, too many for anchors");
      }
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      throw new CommandFailure(ExitCode.INVALID_INPUT, "there is no file '" + file + "'", e);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT, "the file " + file + " cannot be read as text", e);
    }
  }

  private static JournalAnchor anchor(Path file, int number, String line) {
    JournalAnchor.Builder anchor = JournalAnchor.newBuilder();
    try {
      JsonFormat.parser().merge(line, anchor);
    } catch (InvalidProtocolBufferException e) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT,
          "'" + file + "', line " + number + ": is no anchor as 'redress audit anchor' prints it",
          e);
    }
    return anchor.build();
  }
}
