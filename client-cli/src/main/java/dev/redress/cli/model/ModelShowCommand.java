package dev.redress.cli.model;

import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Output;
import dev.redress.cli.session.Session;
import dev.redress.v1.GetModelRequest;
import dev.redress.v1.Model;
import dev.redress.v1.ModelServiceGrpc;
import dev.redress.v1.ModelWeight;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code redress model show}.
 *
 * <p>The table shows how the fit came out and every number. CSV is the numbers alone.
 */
@Command(
    name = "show",
    description = "Shows the numbers of a model, and how it was fitted.",
    headerHeading = "Examples:%n",
    header = {"  redress model show", "  redress model show fit-1 -o json", ""})
public final class ModelShowCommand implements Runnable {
  private static final List<Column<ModelWeight>> WEIGHTS =
      List.of(
          new Column.Text<>("number", ModelWeight::getName),
          new Column.Numeric<>("value", it -> Models.weight(it.getValue())));

  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "MODEL",
      description = "the model's id or resource name (default: the one in use)")
  private @Nullable String model;

  /** A command of a session. */
  public ModelShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Model found =
        session
            .connection()
            .read(
                ModelServiceGrpc.getGetModelMethod(),
                GetModelRequest.newBuilder()
                    .setName(model == null ? inUse() : Models.name(session, model))
                    .build());
    switch (session.format()) {
      case TABLE -> print(found);
      case JSON -> session.output().json(found);
      case CSV -> session.output().csv(found.getWeightsList(), WEIGHTS);
    }
  }

  private String inUse() {
    for (var models = Models.list(session); models.hasNext(); ) {
      Model next = models.next();
      if (next.getInUse()) {
        return next.getName();
      }
    }
    throw new IllegalStateException("no model is in use");
  }

  private void print(Model found) {
    Output output = session.output();
    output.heading(
        "Model "
            + ResourceName.lastId(found.getName())
            + (found.getInUse() ? ", in use" : ", not in use"));
    if (found.hasReport()) {
      output.line("  fitted from " + found.getBaseModel() + " by " + found.getCreator());
      Models.quality(found.getReport()).forEach(line -> output.line("  " + line));
    }
    output.line("");
    output.table(found.getWeightsList(), WEIGHTS, "  ");
    session.terminal().flush();
  }
}
