package dev.redress.cli.evaluation;

import dev.redress.cli.output.Output;
import dev.redress.cli.server.ServerProcess;
import dev.redress.cli.server.ServerSettings;
import dev.redress.cli.server.TemporaryFolder;
import dev.redress.cli.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress evaluate}.
 *
 * <p>Everything is measured through the API, as any other client would see it, on a server that
 * starts empty: no earlier data can help or hurt.
 */
@Command(
    name = "evaluate",
    description = "Measures how good the verdicts are on a folder of data whose truth is known.",
    headerHeading = "Examples:%n",
    header = {
      "  redress evaluate month",
      "  redress evaluate data --split test -o json",
      "  redress evaluate data --open-set",
      ""
    },
    footerHeading = "%n",
    footer = {
      "The folder holds customers.csv, requests.csv, invoices.csv, perhaps time-entries.csv, and",
      "truth.csv with line_id and request_id (NONE: nobody asked), perhaps open_set_truth and",
      "split. The server is one of its own and leaves nothing behind. Intervals are Wilson's, 95"
          + " %%."
    })
public final class EvaluateCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "DIR", description = "the folder")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private Path folder;

  @ArgGroup private SetChoice set = new SetChoice();

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description = "only lines of this part, by the column split of truth.csv")
  private @Nullable String split;

  /** A command of a session. */
  public EvaluateCommand(Session session) {
    this.session = session;
  }

  /** Which requests are imported; one of the two. */
  static final class SetChoice {
    @Option(names = "--closed-set", description = "all requests (the default)")
    @SuppressWarnings("UnusedVariable") // it only forbids the other one
    private boolean closedSet;

    @Option(
        names = "--open-set",
        description = "without the requests that have open_set_removed=1; their lines are for none")
    private boolean openSet;
  }

  @Override
  public void run() {
    Truth truth = Truth.read(folder.resolve("truth.csv"), set.openSet, split);
    Path temporary = TemporaryFolder.create("redress-evaluate-");
    try {
      if (set.openSet) {
        OpenSet.write(folder, temporary);
      }
      print(measure(truth, temporary));
    } finally {
      TemporaryFolder.remove(temporary);
    }
  }

  private List<Figure> measure(Truth truth, Path temporary) {
    Path data = temporary.resolve("data");
    TemporaryFolder.require(data);
    session.say("Starting a server on embedded Derby");
    ServerSettings settings = new ServerSettings(data, 0, List.of(), Optional.of(temporary));
    try (ServerProcess server = ServerProcess.start(settings, session.terminal().err());
        Session own = session.at(server.address())) {
      return new EvaluationRun(own).figures(folder, set.openSet ? temporary : folder, truth);
    }
  }

  private void print(List<Figure> figures) {
    Output output = session.output();
    switch (session.format()) {
      case TABLE -> {
        output.table(figures, Figure.COLUMNS, "");
        session.terminal().flush();
      }
      case JSON -> output.json(Figure.json(figures));
      case CSV -> output.csv(figures, Figure.COLUMNS);
    }
  }
}
