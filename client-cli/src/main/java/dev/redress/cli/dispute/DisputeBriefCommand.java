package dev.redress.cli.dispute;

import dev.redress.cli.output.Column;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.Brief;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.GetBriefRequest;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code redress dispute brief}.
 *
 * <p>The table is the page as the server wrote it; JSON is the brief with its sections, CSV has a
 * row for each sentence.
 */
@Command(
    name = "brief",
    description = "Shows on one page what you need to know before you call.",
    headerHeading = "Examples:%n",
    header = {
      "  redress dispute brief 0199d2f0-6c1a-7000-8000-000000000001 --actor mia",
      "  redress dispute brief 0199d2f0-6c1a-7000-8000-000000000001 -o json",
      ""
    })
public final class DisputeBriefCommand implements Runnable {
  private static final List<Column<Sentence>> COLUMNS =
      List.of(
          new Column.Text<>("topic", Sentence::topic), new Column.Text<>("text", Sentence::text));

  private final Session session;

  @Parameters(paramLabel = "DISPUTE", description = "the dispute's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String dispute;

  /** A command of a session. */
  public DisputeBriefCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Brief brief =
        session
            .connection()
            .read(
                DisputeServiceGrpc.getGetBriefMethod(),
                GetBriefRequest.newBuilder().setName(new Lookup(session).dispute(dispute)).build());
    switch (session.format()) {
      case TABLE -> brief.getText().lines().forEach(session.output()::line);
      case JSON -> session.output().json(brief);
      case CSV -> session.output().csv(sentences(brief), COLUMNS);
    }
  }

  private static List<Sentence> sentences(Brief brief) {
    return brief.getSectionsList().stream()
        .flatMap(
            section ->
                section.getSentencesList().stream()
                    .map(text -> new Sentence(section.getTopic().name(), text)))
        .toList();
  }

  private record Sentence(String topic, String text) {}
}
