package dev.redress.reconciliation;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.LineName;
import dev.redress.identity.ModelName;
import dev.redress.identity.ReconciliationName;
import dev.redress.matching.MatchingModel;
import dev.redress.reconciliation.CustomerSolver.Facts;
import dev.redress.reconciliation.CustomerSolver.Solution;
import dev.redress.reconciliation.Reconciliation.State;
import dev.redress.reconciliation.ReconciliationStore.DonePart;
import dev.redress.reconciliation.Replay.Outcome;
import dev.redress.transaction.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Does a run again by the model that it names, and tells whether the same comes out. Stores
 * nothing.
 */
public final class ReplayService {
  private final Transactions transactions;
  private final ReconciliationStore runs;
  private final VerdictStore verdicts;
  private final Models models;
  private final CustomerSolver solver;

  /** Over the stores that it needs. */
  public ReplayService(
      Transactions transactions,
      ReconciliationStore runs,
      VerdictStore verdicts,
      Models models,
      CustomerSolver solver) {
    this.transactions = transactions;
    this.runs = runs;
    this.verdicts = verdicts;
    this.models = models;
    this.solver = solver;
  }

  /**
   * What a run came to that was done again.
   *
   * @param model that the run names
   * @param customers of the run, by id
   */
  public record Replayed(ModelName model, List<Replay> customers) {}

  /**
   * Does a run again.
   *
   * @throws RedressException {@code RECONCILIATION_NOT_FOUND}, {@code MODEL_NOT_FOUND}, {@code
   *     RECONCILIATION_NOT_ENDED}
   */
  public Replayed replay(ReconciliationName name) {
    Reconciliation run =
        transactions
            .run(() -> runs.find(name))
            .orElseThrow(
                () ->
                    new RedressException(
                        ErrorReason.RECONCILIATION_NOT_FOUND,
                        "there is no reconciliation " + name));
    if (run.state() == State.RUNNING) {
      throw new RedressException(
          ErrorReason.RECONCILIATION_NOT_ENDED,
          name + " is still running; replay it when it has ended",
          Map.of("reconciliation", name.toString()));
    }
    ModelName modelName = new ModelName(name.provider(), run.modelVersion());
    MatchingModel model = transactions.run(() -> models.require(modelName).model());
    List<Replay> replays = new ArrayList<>();
    for (DonePart part : transactions.run(() -> runs.parts(name))) {
      replays.add(replay(run, part, model));
    }
    return new Replayed(modelName, replays);
  }

  private Replay replay(Reconciliation run, DonePart part, MatchingModel model) {
    Long factsVersion = part.factsVersion();
    if (factsVersion == null) {
      return new Replay(part.customer(), Outcome.UNKNOWN, List.of());
    }
    Facts facts = transactions.run(() -> solver.read(part.customer()));
    if (facts.version() != factsVersion) {
      return new Replay(part.customer(), Outcome.FACTS_CHANGED, List.of());
    }
    Solution solution = solver.solve(facts, run.scope()::contains, model);
    List<LineName> differing =
        transactions.run(
            () -> verdicts.differing(run.name(), part.customer(), solution.allVerdicts()));
    return new Replay(
        part.customer(), differing.isEmpty() ? Outcome.SAME : Outcome.DIFFERENT, differing);
  }
}
