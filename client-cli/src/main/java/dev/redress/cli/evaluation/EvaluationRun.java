package dev.redress.cli.evaluation;

import dev.redress.cli.connection.Filter;
import dev.redress.cli.importing.FileSource;
import dev.redress.cli.importing.ImportKind;
import dev.redress.cli.importing.ImportReport;
import dev.redress.cli.importing.Uploader;
import dev.redress.cli.reconciliation.ReconciliationRun;
import dev.redress.cli.session.Session;
import dev.redress.cli.verdict.Verdicts;
import dev.redress.v1.GetServerStatusRequest;
import dev.redress.v1.Import;
import dev.redress.v1.ImportHeader;
import dev.redress.v1.ReconciliationScope;
import dev.redress.v1.ServerServiceGrpc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Imports a folder into an empty server, reconciles it and measures the verdicts. */
final class EvaluationRun {
  private static final double NANOS_A_SECOND = 1e9;

  private final Session session;

  /** A run on the session's server. */
  EvaluationRun(Session session) {
    this.session = session;
  }

  /**
   * The figures, in the order in which they are shown.
   *
   * @param folder customers.csv and invoices.csv
   * @param requestFolder requests.csv and perhaps time-entries.csv
   */
  List<Figure> figures(Path folder, Path requestFolder, Truth truth) {
    connect();
    long start = System.nanoTime();
    long rows =
        load(ImportKind.CUSTOMERS, folder)
            + load(ImportKind.REQUESTS, requestFolder)
            + (Files.exists(file(ImportKind.TIME_ENTRIES, requestFolder))
                ? load(ImportKind.TIME_ENTRIES, requestFolder)
                : 0)
            + load(ImportKind.INVOICES, folder);
    double importSeconds = (System.nanoTime() - start) / NANOS_A_SECOND;
    start = System.nanoTime();
    session.say("Reconciling");
    ReconciliationRun.run(session, ReconciliationScope.getDefaultInstance());
    double reconcileSeconds = (System.nanoTime() - start) / NANOS_A_SECOND;
    Evaluation found = Evaluation.of(Verdicts.list(session, new Filter()), truth);
    return List.of(
        Figure.of("lines", (double) found.lines(), 0),
        Figure.of("linesWithoutVerdict", (double) found.missing(), 0),
        Figure.of("top1", found.top1()),
        Figure.of("top5", found.top5()),
        Figure.of("matchedCoverage", found.matchedCoverage()),
        Figure.of("matchedPrecision", found.matchedPrecision()),
        Figure.of("unmatchedPrecision", found.unmatchedPrecision()),
        Figure.of("unmatchedRecall", found.unmatchedRecall()),
        Figure.of("calibrationError", found.calibrationError(), 4),
        Figure.of("importRowsPerSecond", rows / importSeconds, 0),
        Figure.of("reconcileSeconds", reconcileSeconds, 2));
  }

  /** The first call pays for the connection, which is not what is measured. */
  private void connect() {
    session
        .connection()
        .read(
            ServerServiceGrpc.getGetServerStatusMethod(),
            GetServerStatusRequest.getDefaultInstance());
  }

  private long load(ImportKind kind, Path folder) {
    long start = System.nanoTime();
    Import done =
        new Uploader(session)
            .upload(
                FileSource.of(file(kind, folder).toString()),
                ImportHeader.newBuilder().setKind(kind.kind()).setFormat("redress").build());
    session.say(kind + ": " + ImportReport.summary(done, System.nanoTime() - start));
    return done.getRowsRead();
  }

  private static Path file(ImportKind kind, Path folder) {
    return folder.resolve(kind + ".csv");
  }
}
