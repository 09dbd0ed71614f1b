package dev.redress.cli.model;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Numbers;
import dev.redress.cli.session.Session;
import dev.redress.v1.FitReport;
import dev.redress.v1.FitReport.Change;
import dev.redress.v1.FitReport.Quality;
import dev.redress.v1.ListModelsRequest;
import dev.redress.v1.ListModelsResponse;
import dev.redress.v1.Model;
import dev.redress.v1.ModelServiceGrpc;
import dev.redress.v1.UseModelRequest;
import java.util.Iterator;
import java.util.List;

/** What the commands about models share. */
final class Models {
  private static final int PAGE_SIZE = 1_000;
  private static final int WEIGHT_DIGITS = 3;
  private static final int BRIER_DIGITS = 4;

  private static final List<Column<Model>> COLUMNS =
      List.of(
          new Column.Name<>("model", Model::getName),
          new Column.State<>("in_use", it -> it.getInUse() ? Answer.YES : Answer.NO),
          new Column.Numeric<>("labels", it -> labels(it)),
          new Column.Text<>("matched_right", it -> matchedRight(it.getReport().getAfter())),
          new Column.Text<>("first_right", it -> firstRight(it.getReport().getAfter())),
          new Column.Text<>("by", Model::getCreator),
          new Column.Moment<>("created", Model::getCreateTime));

  private static final List<Column<Change>> CHANGES =
      List.of(
          new Column.Text<>("number", Change::getName),
          new Column.Numeric<>("before", it -> weight(it.getBefore())),
          new Column.Numeric<>("after", it -> weight(it.getAfter())));

  private Models() {}

  /** Whether something is so. */
  private enum Answer {
    YES,
    NO
  }

  /** What lists and single models show. */
  static List<Column<Model>> columns() {
    return COLUMNS;
  }

  /** What is shown of a changed number. */
  static List<Column<Change>> changes() {
    return CHANGES;
  }

  /** A number of a model with three decimals. */
  static String weight(double value) {
    return Numbers.decimals(value, WEIGHT_DIGITS);
  }

  /** The resource name of a model by its id. */
  static String name(Session session, String model) {
    return ResourceName.isFull(model)
        ? model
        : ResourceName.of(session.provider(), "models", model);
  }

  /** The models of the provider, the newest first. */
  static Iterator<Model> list(Session session) {
    return session
        .connection()
        .pages(
            ModelServiceGrpc.getListModelsMethod(),
            token ->
                ListModelsRequest.newBuilder()
                    .setParent(session.provider())
                    .setPageSize(PAGE_SIZE)
                    .setPageToken(token)
                    .build(),
            ListModelsResponse::getModelsList,
            ListModelsResponse::getNextPageToken);
  }

  /** Has the provider use a model, and says so. */
  static Model use(Session session, String name, String reason) {
    Model used =
        session
            .connection()
            .change(
                ModelServiceGrpc.getUseModelMethod(),
                UseModelRequest.newBuilder()
                    .setName(name)
                    .setReason(reason)
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.say(
        "In use: "
            + ResourceName.lastId(used.getName())
            + "; verdicts stay as they are until the next run.");
    session.sayNext("reconcile");
    return used;
  }

  /** The quality in one line each. */
  static List<String> quality(FitReport report) {
    return List.of(
        "quality on "
            + report.getAfter().getLines()
            + " lines held back, "
            + report.getComparedWith()
            + " -> fitted:",
        "  best candidate right  "
            + firstRight(report.getBefore())
            + " -> "
            + firstRight(report.getAfter()),
        "  MATCHED and right     "
            + matchedRight(report.getBefore())
            + " -> "
            + matchedRight(report.getAfter()),
        "  Brier score           "
            + Numbers.decimals(report.getBefore().getBrier(), BRIER_DIGITS)
            + " -> "
            + Numbers.decimals(report.getAfter().getBrier(), BRIER_DIGITS));
  }

  private static String labels(Model model) {
    FitReport report = model.getReport();
    return model.hasReport()
        ? Integer.toString(
            report.getWeightLines() + report.getCalibrationLines() + report.getHeldBackLines())
        : "";
  }

  private static String firstRight(Quality quality) {
    return share(quality.getFirstRight(), quality.getLinesWithRequest());
  }

  private static String matchedRight(Quality quality) {
    return share(quality.getMatchedRight(), quality.getMatched());
  }

  private static String share(int part, int whole) {
    return whole == 0 ? "-" : part + " of " + whole + " (" + Numbers.percent(part, whole) + " %)";
  }
}
