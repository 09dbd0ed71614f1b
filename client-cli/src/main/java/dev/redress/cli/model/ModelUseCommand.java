package dev.redress.cli.model;

import dev.redress.cli.output.Output;
import dev.redress.cli.session.Session;
import dev.redress.v1.Model;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code redress model use}. */
@Command(
    name = "use",
    description = "Has the next runs use a model; the way back is the same.",
    headerHeading = "Examples:%n",
    header = {
      "  redress model use fit-1 --reason 'better on the lines held back'",
      "  redress model use default-3 --reason 'fit-1 matched too much'",
      ""
    })
public final class ModelUseCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "MODEL", description = "the model's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String model;

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why")
  @SuppressWarnings("NullAway.Init") // a required option
  private String reason;

  /** A command of a session. */
  public ModelUseCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Model used = Models.use(session, Models.name(session, model), reason);
    Output output = session.output();
    switch (session.format()) {
      case TABLE -> session.terminal().flush();
      case JSON -> output.json(used);
      case CSV -> output.one(used, Models.columns());
    }
  }
}
