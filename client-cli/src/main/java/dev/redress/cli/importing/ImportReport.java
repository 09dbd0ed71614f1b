package dev.redress.cli.importing;

import dev.redress.cli.output.Column;
import dev.redress.cli.output.Numbers;
import dev.redress.cli.session.Session;
import dev.redress.v1.Import;
import dev.redress.v1.ImportProblem;
import dev.redress.v1.ImportServiceGrpc;
import dev.redress.v1.ListProblemsRequest;
import dev.redress.v1.ListProblemsResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What came of an import, for people. */
public final class ImportReport {
  private static final int PAGE_SIZE = 1_000;
  private static final double NANOS_A_SECOND = 1e9;

  private static final List<Column<ImportProblem>> COLUMNS =
      List.of(
          new Column.Numeric<>("line", problem -> Long.toString(problem.getLine())),
          new Column.Text<>("column", ImportProblem::getColumn),
          new Column.Text<>("value", ImportProblem::getValue),
          new Column.Text<>("message", ImportProblem::getMessage));

  private ImportReport() {}

  /**
   * The counts and the speed in one line.
   *
   * @param nanos how long it took, sending included
   */
  public static String summary(Import done, long nanos) {
    double seconds = Math.max(nanos / NANOS_A_SECOND, 1e-3);
    return done.getRowsRead()
        + " rows: "
        + done.getRowsCreated()
        + " created, "
        + done.getRowsUpdated()
        + " updated, "
        + done.getRowsUnchanged()
        + " unchanged, "
        + done.getRowsRejected()
        + " rejected ("
        + Numbers.decimals(seconds, 1)
        + " s, "
        + Numbers.grouped(Math.round(done.getRowsRead() / seconds))
        + " rows/s)";
  }

  /** Sentences on what was not taken from the file as it stands there. */
  static List<String> notices(Import done) {
    List<String> notices = new ArrayList<>();
    long skipped = done.getRowsSkipped();
    if (skipped > 0) {
      String rows = skipped == 1 ? "1 row was" : skipped + " rows were";
      notices.add(rows + " skipped, as the mapping says.");
    }
    if (done.getCharactersReplaced() > 0) {
      notices.add(done.getCharactersReplaced() + " control characters were replaced by U+FFFD.");
    }
    return notices;
  }

  /** The columns of problems. */
  static List<Column<ImportProblem>> columns() {
    return COLUMNS;
  }

  /** All problems of an import: those it carries, or more where the server keeps more. */
  static Iterator<ImportProblem> problems(Session session, Import done) {
    boolean complete = done.getFirstProblemsCount() >= done.getRowsRejected();
    if (complete || done.getName().isEmpty()) {
      return done.getFirstProblemsList().iterator();
    }
    return session
        .connection()
        .pages(
            ImportServiceGrpc.getListProblemsMethod(),
            token ->
                ListProblemsRequest.newBuilder()
                    .setParent(done.getName())
                    .setPageSize(PAGE_SIZE)
                    .setPageToken(token)
                    .build(),
            ListProblemsResponse::getProblemsList,
            ListProblemsResponse::getNextPageToken);
  }
}
