package dev.redress.cli.model;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.output.Numbers;
import dev.redress.cli.output.Output;
import dev.redress.cli.session.Session;
import dev.redress.v1.FitModelRequest;
import dev.redress.v1.FitReport;
import dev.redress.v1.Model;
import dev.redress.v1.ModelServiceGrpc;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code redress model fit}.
 *
 * <p>A fit says what it rests on, what it changed and what that is worth, and changes no answer:
 * the model is used only when somebody says so. CSV is the changed numbers alone.
 */
@Command(
    name = "fit",
    description = "Fits a model to what clerks decided, and reports what that changes.",
    headerHeading = "Examples:%n",
    header = {
      "  redress model fit --dry-run",
      "  redress model fit --target-precision 0.98",
      "  redress model fit --use --reason 'September is reviewed'",
      ""
    })
public final class ModelFitCommand implements Runnable {
  private static final int TARGET_DIGITS = 3;

  private final Session session;

  @Option(names = "--dry-run", description = "store nothing, and report only")
  private boolean dryRun;

  @Option(
      names = "--target-precision",
      paramLabel = "SHARE",
      defaultValue = "0.97",
      description = "the share of MATCHED lines that shall be right, 0.5 to 0.999 (default: 0.97)")
  private double targetPrecision;

  @Option(names = "--use", description = "use it at once; needs --reason")
  private boolean use;

  @Option(names = "--reason", paramLabel = "TEXT", description = "why it is used")
  private @Nullable String reason;

  /** A command of a session. */
  public ModelFitCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    if (use && (dryRun || reason == null)) {
      throw new CommandFailure(
          ExitCode.USAGE, "--use needs --reason and cannot be combined with --dry-run");
    }
    session.say("Fitting; this takes as long as several runs");
    Model fitted =
        session
            .connection()
            .change(
                ModelServiceGrpc.getFitModelMethod(),
                FitModelRequest.newBuilder()
                    .setParent(session.provider())
                    .setTargetPrecision(targetPrecision)
                    .setValidateOnly(dryRun)
                    .setRequestId(Connection.newRequestId())
                    .build(),
                Connection.MATCHING_TIME);
    switch (session.format()) {
      case TABLE -> print(fitted.getReport());
      case JSON -> session.output().json(fitted);
      case CSV -> session.output().csv(fitted.getReport().getChangesList(), Models.changes());
    }
    end(fitted);
  }

  private void print(FitReport report) {
    Output output = session.output();
    output.line(
        "labels: "
            + report.getConfirmedLines()
            + " confirmed, "
            + report.getRejectedLines()
            + " rejected, "
            + report.getAcceptedLines()
            + " accepted, "
            + report.getReferenceLines()
            + " by reference; "
            + report.getWeightLines()
            + " for weights, "
            + report.getCalibrationLines()
            + " for calibration, "
            + report.getHeldBackLines()
            + " held back");
    output.line("");
    output.table(report.getChangesList(), Models.changes(), "");
    output.line("");
    Models.quality(report).forEach(output::line);
    String target = Numbers.decimals(report.getTargetPrecision(), TARGET_DIGITS);
    output.line(
        report.getTargetReached()
            ? "the threshold is set for a precision of " + target
            : "the threshold is not sure to reach a precision of "
                + target
                + ": too few calibration lines, or too many mistakes");
    session.terminal().flush();
  }

  private void end(Model fitted) {
    String id = ResourceName.lastId(fitted.getName());
    if (dryRun) {
      session.say("Nothing was stored.");
      session.sayNext("model fit");
    } else if (use && reason != null) {
      Models.use(session, fitted.getName(), reason);
    } else {
      session.say("Stored as " + id + ", which is not in use until you say so.");
      session.sayNext("model use " + id + " --reason TEXT");
    }
  }
}
