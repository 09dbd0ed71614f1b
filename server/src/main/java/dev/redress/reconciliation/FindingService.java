package dev.redress.reconciliation;

import dev.redress.customer.ProviderStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.finding.FindingCode;
import dev.redress.finding.FindingMode;
import dev.redress.finding.FindingRules;
import dev.redress.finding.Thresholds;
import dev.redress.identity.Actor;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.invoice.LaborLine;
import dev.redress.invoice.LaborLineStore;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.reconciliation.FindingRulesStore.Versioned;
import dev.redress.reconciliation.FindingStore.FindingFilter;
import dev.redress.reconciliation.FindingStore.Place;
import dev.redress.transaction.Transactions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Shows what is wrong with lines, takes what clerks do not mind, and what is looked for. */
public final class FindingService {
  private final Transactions transactions;
  private final ProviderStore providers;
  private final LaborLineStore lines;
  private final FindingStore findings;
  private final FindingRulesStore rules;
  private final Journal journal;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public FindingService(
      Transactions transactions,
      ProviderStore providers,
      LaborLineStore lines,
      FindingStore findings,
      FindingRulesStore rules,
      Journal journal,
      InstantSource clock) {
    this.transactions = transactions;
    this.providers = providers;
    this.lines = lines;
    this.findings = findings;
    this.rules = rules;
    this.journal = journal;
    this.clock = clock;
  }

  /** Findings, see {@link FindingStore#list}; or {@code PROVIDER_NOT_FOUND}. */
  public List<KnownFinding> list(
      ProviderName provider, FindingFilter filter, @Nullable Place after, int countMax) {
    return transactions.run(
        () -> {
          require(provider);
          return findings.list(provider, filter, after, countMax);
        });
  }

  /**
   * Dismisses a finding as long as its line says the same: later runs find it again and do nothing
   * about it. A dispute that was opened for it goes on.
   *
   * @param reason 1 to 2,000 characters
   * @throws RedressException {@code LINE_NOT_FOUND}, {@code FINDING_NOT_FOUND}
   */
  public KnownFinding dismiss(LineName name, FindingCode code, String reason, Actor actor) {
    return transactions.run(
        () -> {
          LaborLine line = lines.require(name);
          requireFinding(name, code);
          Instant now = clock.instant();
          findings.dismiss(new Dismissal(name, code, line.contentHash(), reason, actor, now));
          record(actor, "finding.dismissed", name.provider(), name, reason, code, now);
          return requireFinding(name, code);
        });
  }

  /**
   * Takes a dismissal back; from the next run on what follows from the finding follows again.
   *
   * @param reason at most 2,000 characters
   * @throws RedressException {@code LINE_NOT_FOUND}, {@code FINDING_NOT_FOUND} when there is no
   *     such finding or it is not dismissed
   */
  public KnownFinding restore(LineName name, FindingCode code, String reason, Actor actor) {
    return transactions.run(
        () -> {
          lines.require(name);
          if (!findings.restore(name, code)) {
            throw new RedressException(
                ErrorReason.FINDING_NOT_FOUND,
                "the finding " + code + " of " + name + " is not dismissed",
                Map.of("line", name.toString(), "code", code.name()));
          }
          record(actor, "finding.restored", name.provider(), name, reason, code, clock.instant());
          return requireFinding(name, code);
        });
  }

  /** What a provider looks for, or {@code PROVIDER_NOT_FOUND}. */
  public Versioned rules(ProviderName provider) {
    return transactions.run(
        () -> {
          require(provider);
          return rules.find(provider);
        });
  }

  /**
   * Changes what a provider looks for, from the next run on. A change that leaves all as it was is
   * no change.
   *
   * @param expectedVersion absent: whatever it is
   * @throws RedressException {@code PROVIDER_NOT_FOUND}, {@code STALE_VERSION}
   */
  public Versioned change(
      ProviderName provider,
      @Nullable Long expectedVersion,
      UnaryOperator<FindingRules> change,
      Actor actor) {
    return transactions.run(
        () -> {
          require(provider);
          Versioned before = rules.find(provider);
          if (expectedVersion != null && before.version() != expectedVersion) {
            throw new RedressException(
                ErrorReason.STALE_VERSION,
                "the finding rules of " + provider + " changed meanwhile; read them again",
                Map.of("provider", provider.toString()));
          }
          FindingRules wanted = change.apply(before.rules());
          Map<String, String> changed = facts(wanted);
          changed.entrySet().removeAll(facts(before.rules()).entrySet());
          if (changed.isEmpty()) {
            return before;
          }
          Versioned after = new Versioned(wanted, before.version() + 1);
          rules.put(provider, after);
          journal.append(
              new JournalEntry(
                  provider,
                  clock.instant(),
                  actor,
                  "finding_rules.updated",
                  provider.toString(),
                  "",
                  changed));
          return after;
        });
  }

  private static Map<String, String> facts(FindingRules rules) {
    Map<String, String> facts = new TreeMap<>();
    for (Map.Entry<FindingCode, FindingMode> mode : rules.modes().entrySet()) {
      facts.put("mode[" + mode.getKey() + "]", mode.getValue().name());
    }
    Thresholds thresholds = rules.thresholds();
    facts.put("beforeRequestDays", Integer.toString(thresholds.beforeRequestDays()));
    facts.put("afterCloseDays", Integer.toString(thresholds.afterCloseDays()));
    facts.put("overlapMinutes", Integer.toString(thresholds.overlapMinutes()));
    facts.put("dayHoursMax", thresholds.dayHoursMax().toString());
    facts.put("lateLoggedDays", Integer.toString(thresholds.lateLoggedDays()));
    facts.put("blockHoursMin", thresholds.blockHoursMin().toString());
    facts.put("blockTasksMin", Integer.toString(thresholds.blockTasksMin()));
    facts.put("staleDays", Integer.toString(thresholds.staleDays()));
    facts.put("watchWords", String.join(", ", thresholds.watchWords()));
    return facts;
  }

  private KnownFinding requireFinding(LineName line, FindingCode code) {
    return findings
        .find(line, code)
        .orElseThrow(
            () ->
                new RedressException(
                    ErrorReason.FINDING_NOT_FOUND,
                    "the last run found no " + code + " on " + line,
                    Map.of("line", line.toString(), "code", code.name())));
  }

  private void require(ProviderName provider) {
    if (providers.find(provider).isEmpty()) {
      throw new RedressException(
          ErrorReason.PROVIDER_NOT_FOUND,
          "there is no provider " + provider,
          Map.of("provider", provider.toString()));
    }
  }

  private void record(
      Actor actor,
      String action,
      ProviderName provider,
      LineName line,
      String reason,
      FindingCode code,
      Instant now) {
    journal.append(
        new JournalEntry(
            provider, now, actor, action, line.toString(), reason, Map.of("code", code.name())));
  }
}
