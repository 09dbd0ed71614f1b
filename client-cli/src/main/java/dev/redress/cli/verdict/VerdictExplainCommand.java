package dev.redress.cli.verdict;

import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.cli.session.ShellWord;
import dev.redress.v1.Candidate;
import dev.redress.v1.Verdict;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code redress verdict explain}.
 *
 * <p>The table shows all chosen requests and the nearest two that were not chosen; JSON and CSV
 * have every candidate that the server kept. The bits of a candidate and its prior add up to its
 * sum (Fellegi and Sunter 1969).
 */
@Command(
    name = "explain",
    description = "Shows why a labor line has its verdict, signal by signal.",
    headerHeading = "Examples:%n",
    header = {
      "  redress verdict explain 26091-03",
      "  redress verdict explain 26091-03 -o csv",
      ""
    })
public final class VerdictExplainCommand implements Runnable {
  private static final int REJECTED_SHOWN = 2;

  private final Session session;

  @Parameters(paramLabel = "LINE", description = "the line's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String line;

  /** A command of a session. */
  public VerdictExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Verdict verdict = Verdicts.explain(session, new Lookup(session).line(line));
    switch (session.format()) {
      case TABLE -> {
        Explanation.print(session.output(), verdict, REJECTED_SHOWN);
        sayNext(verdict);
      }
      case JSON -> session.output().json(verdict);
      case CSV ->
          session
              .output()
              .csv(
                  verdict.getCandidatesList().stream()
                      .flatMap(candidate -> SignalRow.of(candidate).stream())
                      .toList(),
                  SignalRow.FLAT_COLUMNS);
    }
  }

  private void sayNext(Verdict verdict) {
    List<Candidate> candidates = verdict.getCandidatesList();
    switch (verdict.getVerdict()) {
      case AMBIGUOUS ->
          session.sayNext(
              "verdict confirm "
                  + ShellWord.of(line)
                  + " "
                  + (candidates.isEmpty()
                      ? "REQUEST"
                      : ShellWord.of(candidates.getFirst().getRequestId())));
      case UNMATCHED -> {
        if (verdict.hasDispute()) {
          session.sayNext("dispute show " + verdict.getDispute());
        }
      }
      case MATCHED, NOT_AUDITABLE, ANSWER_UNSPECIFIED, UNRECOGNIZED -> {}
    }
  }
}
