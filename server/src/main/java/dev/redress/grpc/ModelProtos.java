package dev.redress.grpc;

import dev.redress.identity.ModelName;
import dev.redress.matching.FitReport;
import dev.redress.matching.LineLabel;
import dev.redress.matching.MatchingModel;
import dev.redress.matching.ModelFit.Fitted;
import dev.redress.matching.ModelNumbers;
import dev.redress.matching.ModelQuality;
import dev.redress.reconciliation.ModelService.ModelView;
import dev.redress.reconciliation.ModelVersion;
import dev.redress.reconciliation.Replay;
import dev.redress.v1.Model;
import dev.redress.v1.ModelWeight;
import dev.redress.v1.VerifyReplayResponse;
import dev.redress.v1.VerifyReplayResponse.CustomerReplay;
import java.util.List;

/** Models and fits on the wire. */
final class ModelProtos {
  private static final int CUSTOMERS_MAX = 1_000;
  private static final int LINES_MAX = 100;
  private static final double TARGET_DEFAULT = 0.97;
  private static final double TARGET_MIN = 0.5;
  private static final double TARGET_MAX = 0.999;

  private ModelProtos() {}

  /** A target precision, or {@code FIELD_INVALID}. */
  static double target(Field field, double value) {
    if (value == 0) {
      return TARGET_DEFAULT;
    }
    if (!(value >= TARGET_MIN && value <= TARGET_MAX)) {
      throw field.invalid(
          value
              + " is not from "
              + TARGET_MIN
              + " to "
              + TARGET_MAX
              + "; 0 means "
              + TARGET_DEFAULT);
    }
    return value;
  }

  /** A model with everything. */
  static Model toProto(ModelView view) {
    ModelVersion.Origin origin = view.version().origin();
    Model.Builder model = summary(view).toBuilder().addAllWeights(weights(view.version().model()));
    if (origin != null) {
      model.setReport(toProto(origin.report()));
    }
    return model.build();
  }

  /** A model as lists show it: without weights and changes. */
  static Model summary(ModelView view) {
    Model.Builder model =
        Model.newBuilder()
            .setName(view.version().name().toString())
            .setInUse(view.inUse())
            .setEtag(Etags.of(view.useVersion()));
    ModelVersion.Origin origin = view.version().origin();
    if (origin != null) {
      model
          .setBaseModel(origin.baseVersion())
          .setCreator(origin.actor().name())
          .setCreateTime(TimeProtos.toProto(origin.createTime()))
          .setReport(toProto(origin.report()).toBuilder().clearChanges());
    }
    return model.build();
  }

  /** A fit that nobody stored. */
  static Model toProto(Fitted fitted) {
    return Model.newBuilder()
        .setBaseModel(MatchingModel.shipped().version())
        .setReport(toProto(fitted.report()))
        .addAllWeights(weights(fitted.model()))
        .build();
  }

  private static List<ModelWeight> weights(MatchingModel model) {
    return ModelNumbers.of(model).entrySet().stream()
        .map(
            number ->
                ModelWeight.newBuilder()
                    .setName(number.getKey())
                    .setValue(number.getValue())
                    .build())
        .toList();
  }

  private static dev.redress.v1.FitReport toProto(FitReport report) {
    return dev.redress.v1.FitReport.newBuilder()
        .setComparedWith(report.comparedWith())
        .setConfirmedLines(labels(report, LineLabel.Kind.CONFIRMED))
        .setRejectedLines(labels(report, LineLabel.Kind.REJECTED))
        .setAcceptedLines(labels(report, LineLabel.Kind.ACCEPTED))
        .setReferenceLines(labels(report, LineLabel.Kind.REFERENCE))
        .setWeightLines(report.weightLines())
        .setCalibrationLines(report.calibrationLines())
        .setHeldBackLines(report.heldBackLines())
        .setTargetPrecision(report.targetPrecision())
        .setTargetReached(report.targetReached())
        .addAllChanges(report.changes().stream().map(ModelProtos::toProto).toList())
        .setBefore(toProto(report.before()))
        .setAfter(toProto(report.after()))
        .build();
  }

  private static int labels(FitReport report, LineLabel.Kind kind) {
    return report.labels().getOrDefault(kind, 0);
  }

  private static dev.redress.v1.FitReport.Change toProto(FitReport.Change change) {
    return dev.redress.v1.FitReport.Change.newBuilder()
        .setName(change.name())
        .setBefore(change.before())
        .setAfter(change.after())
        .build();
  }

  private static dev.redress.v1.FitReport.Quality toProto(ModelQuality quality) {
    return dev.redress.v1.FitReport.Quality.newBuilder()
        .setLines(quality.lines())
        .setLinesWithRequest(quality.withRequest())
        .setFirstRight(quality.firstRight())
        .setMatched(quality.matched())
        .setMatchedRight(quality.matchedRight())
        .setBrier(quality.brier())
        .build();
  }

  /** What a replay came to. */
  static VerifyReplayResponse toProto(ModelName model, List<Replay> replays) {
    return VerifyReplayResponse.newBuilder()
        .setModel(model.toString())
        .addAllCustomers(
            replays.stream()
                .filter(replay -> replay.outcome() != Replay.Outcome.SAME)
                .limit(CUSTOMERS_MAX)
                .map(ModelProtos::toProto)
                .toList())
        .setSame(count(replays, Replay.Outcome.SAME))
        .setDifferent(count(replays, Replay.Outcome.DIFFERENT))
        .setFactsChanged(count(replays, Replay.Outcome.FACTS_CHANGED))
        .setUnknown(count(replays, Replay.Outcome.UNKNOWN))
        .build();
  }

  private static int count(List<Replay> replays, Replay.Outcome outcome) {
    return (int) replays.stream().filter(replay -> replay.outcome() == outcome).count();
  }

  private static CustomerReplay toProto(Replay replay) {
    return CustomerReplay.newBuilder()
        .setCustomer(replay.customer().toString())
        .setOutcome(
            switch (replay.outcome()) {
              case SAME -> CustomerReplay.Outcome.SAME;
              case DIFFERENT -> CustomerReplay.Outcome.DIFFERENT;
              case FACTS_CHANGED -> CustomerReplay.Outcome.FACTS_CHANGED;
              case UNKNOWN -> CustomerReplay.Outcome.UNKNOWN;
            })
        .addAllDifferingLines(
            replay.differing().stream().limit(LINES_MAX).map(Object::toString).toList())
        .build();
  }
}
