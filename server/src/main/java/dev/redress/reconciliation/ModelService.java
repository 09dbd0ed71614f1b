package dev.redress.reconciliation;

import dev.redress.customer.ProviderStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ModelName;
import dev.redress.identity.ProviderName;
import dev.redress.invoice.LaborLineStore;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.matching.LabelledInput;
import dev.redress.matching.MatchingInput;
import dev.redress.matching.MatchingModel;
import dev.redress.matching.ModelFit;
import dev.redress.matching.ModelFit.Fitted;
import dev.redress.matching.ModelNumbers;
import dev.redress.reconciliation.CustomerSolver.Facts;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fits models to what clerks decided, and switches between them when somebody says so. */
public final class ModelService {
  /**
   * Requests, lines and time entries that one fit holds in memory. Customers are taken in the order
   * of their ids; those beyond are left out.
   */
  private static final int FACTS_MAX = 500_000;

  private final Transactions transactions;
  private final ProviderStore providers;
  private final LaborLineStore lines;
  private final ModelStore store;
  private final Models models;
  private final CustomerSolver solver;
  private final Journal journal;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public ModelService(
      Transactions transactions,
      ProviderStore providers,
      LaborLineStore lines,
      ModelStore store,
      CustomerSolver solver,
      Journal journal,
      InstantSource clock) {
    this.transactions = transactions;
    this.providers = providers;
    this.lines = lines;
    this.store = store;
    this.models = new Models(store);
    this.solver = solver;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * A model as people see it.
   *
   * @param inUse whether the provider's next run uses it
   * @param useVersion how often the provider has chosen a model
   */
  public record ModelView(ModelVersion version, boolean inUse, long useVersion) {}

  /**
   * Fits a model to the labels of a provider and stores nothing. Takes long, so it must not be
   * called within a transaction.
   *
   * @param targetPrecision the share of MATCHED lines that shall be right
   * @throws RedressException {@code PROVIDER_NOT_FOUND}, {@code TOO_FEW_DECISIONS}
   */
  public Fitted fit(ProviderName provider, double targetPrecision) {
    requireProvider(provider);
    List<LabelledInput> labelled = labelled(provider);
    int labels = ModelFit.labels(labelled);
    if (labels < ModelFit.LABELS_MIN) {
      throw new RedressException(
          ErrorReason.TOO_FEW_DECISIONS,
          "a model is fitted to at least "
              + ModelFit.LABELS_MIN
              + " lines that were confirmed, rejected, accepted or name their request, and "
              + provider
              + " has "
              + labels,
          Map.of("labels", Integer.toString(labels)));
    }
    MatchingModel shipped = MatchingModel.shipped();
    MatchingModel inUse = transactions.run(() -> models.inUse(provider));
    return ModelFit.fit(labelled, shipped, inUse, "fit", targetPrecision);
  }

  /**
   * Stores what was fitted under the next name, {@code fit-1}, {@code fit-2} and so on. Nobody uses
   * it yet.
   *
   * @throws RedressException {@code CONCURRENT_CHANGE} when another fit takes the name meanwhile
   */
  public ModelView keep(ProviderName provider, Fitted fitted, Actor actor) {
    return transactions.run(
        () -> {
          Instant now = clock.instant();
          int ordinal =
              1
                  + store.list(provider, Integer.MAX_VALUE, 1).stream()
                      .mapToInt(ModelVersion::ordinal)
                      .findFirst()
                      .orElse(0);
          ModelName name = new ModelName(provider, "fit-" + ordinal);
          ModelVersion.Origin origin =
              new ModelVersion.Origin(
                  ordinal, MatchingModel.shipped().version(), fitted.report(), actor, now);
          MatchingModel model = ModelNumbers.toModel(name.model(), ModelNumbers.of(fitted.model()));
          ModelVersion version = new ModelVersion(name, model, origin);
          store.insert(version);
          journal.append(
              new JournalEntry(
                  provider,
                  now,
                  actor,
                  "model.fitted",
                  name.toString(),
                  "",
                  Map.of(
                      "baseVersion", origin.baseVersion(),
                      "changes", Integer.toString(fitted.report().changes().size()))));
          return view(version);
        });
  }

  /**
   * Has the provider's next runs use a model. What was answered before stays until then.
   *
   * @param reason 1 to 2,000 characters
   * @param expectedVersion how often a model was chosen as far as the caller knows; absent:
   *     whatever
   * @throws RedressException {@code PROVIDER_NOT_FOUND}, {@code MODEL_NOT_FOUND}, {@code
   *     STALE_VERSION}
   */
  public ModelView use(ModelName name, String reason, @Nullable Long expectedVersion, Actor actor) {
    return transactions.run(
        () -> {
          requireProvider(name.provider());
          ModelVersion version = models.require(name);
          ModelName before = models.nameInUse(name.provider());
          long useVersion = useVersion(name.provider());
          if (expectedVersion != null && expectedVersion != useVersion) {
            throw new RedressException(
                ErrorReason.STALE_VERSION,
                "another model was chosen since " + name + " was read; read it again",
                Map.of("resource", name.toString()));
          }
          if (!before.equals(name)) {
            Instant now = clock.instant();
            store.put(new ModelUse(name, now, useVersion + 1));
            journal.append(
                new JournalEntry(
                    name.provider(),
                    now,
                    actor,
                    "model.used",
                    name.toString(),
                    reason,
                    Map.of("before", before.model())));
          }
          return view(version);
        });
  }

  /** The model, or {@code PROVIDER_NOT_FOUND}, {@code MODEL_NOT_FOUND}. */
  public ModelView get(ModelName name) {
    return transactions.run(
        () -> {
          requireProvider(name.provider());
          return view(models.require(name));
        });
  }

  /**
   * The models of a provider, the newest first and the shipped one last.
   *
   * @param beforeOrdinal only those with a smaller ordinal
   * @throws RedressException {@code PROVIDER_NOT_FOUND}
   */
  public List<ModelView> list(ProviderName provider, int beforeOrdinal, int countMax) {
    return transactions.run(
        () -> {
          requireProvider(provider);
          List<ModelVersion> page = new ArrayList<>(store.list(provider, beforeOrdinal, countMax));
          if (page.size() < countMax && beforeOrdinal > 0) {
            page.add(models.shipped(provider));
          }
          return page.stream().map(this::view).toList();
        });
  }

  private ModelView view(ModelVersion version) {
    ProviderName provider = version.name().provider();
    return new ModelView(
        version, models.nameInUse(provider).equals(version.name()), useVersion(provider));
  }

  private long useVersion(ProviderName provider) {
    return store.use(provider).map(ModelUse::version).orElse(0L);
  }

  /** What is known of the lines of each customer of whom anything is. */
  private List<LabelledInput> labelled(ProviderName provider) {
    List<LabelledInput> labelled = new ArrayList<>();
    int held = 0;
    for (CustomerName customer :
        transactions.run(() -> lines.customersWithLines(provider, LineScope.ALL))) {
      Facts facts = transactions.run(() -> solver.read(customer));
      MatchingInput input = facts.input();
      LabelledInput known =
          LabelledInput.of(
              new MatchingInput(
                  input.timeZone(),
                  facts.lines(),
                  input.requests(),
                  input.timeEntries(),
                  input.decisions(),
                  input.requestLogCompleteFrom()),
              facts.accepted().keySet());
      if (!known.labels().isEmpty()) {
        held += facts.lines().size() + input.requests().size() + input.timeEntries().size();
        if (held > FACTS_MAX && !labelled.isEmpty()) {
          break;
        }
        labelled.add(known);
      }
    }
    return labelled;
  }

  private void requireProvider(ProviderName provider) {
    if (transactions.run(() -> providers.find(provider)).isEmpty()) {
      throw new RedressException(
          ErrorReason.PROVIDER_NOT_FOUND,
          "there is no provider " + provider,
          Map.of("provider", provider.toString()));
    }
  }
}
