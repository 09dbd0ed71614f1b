package dev.redress.ingest;

import dev.redress.agreement.Agreement;
import dev.redress.agreement.AgreementService;
import dev.redress.agreement.AgreementStore;
import dev.redress.agreement.RateCard;
import dev.redress.agreement.RateRule;
import dev.redress.customer.FactsVersionStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.AgreementName;
import dev.redress.identity.CustomerName;
import dev.redress.ingest.AgreementTarget.Noted;
import dev.redress.ingest.CheckedRow.Accepted;
import dev.redress.ingest.ImportProblem.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rate rules that are stored together. The first row of an agreement that stands says how the
 * agreement is, all others of the file must agree. Rows count in their order: the row that ends an
 * agreement stands before that of its successor.
 */
final class AgreementBatch implements RowTarget.Batch<AgreedRate> {
  private final AgreementStore agreements;
  private final FactsVersionStore factsVersions;
  private final Map<CustomerName, Map<AgreementName, Noted>> noted;
  private final Map<CustomerName, Map<AgreementName, Agreement>> stored = new HashMap<>();
  private final Set<AgreementName> changedTerms = new LinkedHashSet<>();
  private final Set<AgreementName> extended = new HashSet<>();
  private final List<RowTarget.Change> sideChanges = new ArrayList<>();

  /**
   * Reads what is stored.
   *
   * @param noted what this pass has accepted so far
   * @param customers whose rows they are
   */
  AgreementBatch(
      AgreementStore agreements,
      FactsVersionStore factsVersions,
      Map<CustomerName, Map<AgreementName, Noted>> noted,
      List<CustomerName> customers) {
    this.agreements = agreements;
    this.factsVersions = factsVersions;
    this.noted = noted;
    for (CustomerName customer : customers) {
      Map<AgreementName, Agreement> own = new HashMap<>();
      agreements
          .list(customer, "", AgreementService.COUNT_MAX)
          .forEach(agreement -> own.put(agreement.name(), agreement));
      stored.put(customer, own);
    }
  }

  @Override
  public String storedHash(AgreedRate row) {
    Noted before = noted(row.terms().name());
    if (before == null || !before.isStored()) {
      return "";
    }
    if (row.rule() == null) {
      return AgreementTarget.hash(row);
    }
    return rulesOf(row.terms().name()).stream()
        .filter(rule -> rule.condition().equals(row.condition()))
        .map(rule -> AgreementTarget.hash(new AgreedRate(row.terms(), rule)))
        .findFirst()
        .orElse("");
  }

  @Override
  public List<ImportProblem> objections(Accepted<AgreedRate> row) {
    Noted before = noted(row.value().terms().name());
    Optional<ImportProblem> objection = before == null ? newTerms(row) : mismatch(row, before);
    return objection.or(() -> tooManyRules(row)).stream().toList();
  }

  @Override
  public boolean accept(Accepted<AgreedRate> row) {
    Agreement terms = row.value().terms();
    Agreement before = stored(terms.name());
    Noted said = noted(terms.name());
    boolean changes = false;
    if (said == null) {
      said = new Noted(terms, row.line(), before != null);
      for (RateRule rule : rulesOf(terms.name())) {
        said.conditions().add(rule.condition());
      }
      noted.computeIfAbsent(terms.customer(), _ -> new HashMap<>()).put(terms.name(), said);
      changes =
          before != null && !with(before, List.of()).contentHash().equals(terms.contentHash());
      if (changes || before == null) {
        changedTerms.add(terms.name());
      }
    }
    if (row.value().rule() != null) {
      said.conditions().add(row.value().condition());
    }
    return changes;
  }

  @Override
  public void save(List<AgreedRate> created, List<AgreedRate> updated) {
    Map<AgreementName, Map<String, RateRule>> cards = new LinkedHashMap<>();
    changedTerms.forEach(name -> cards.put(name, card(name)));
    created.forEach(row -> extended.add(row.terms().name()));
    Stream.concat(created.stream(), updated.stream())
        .forEach(
            row -> {
              RateRule rule = row.rule();
              if (rule != null) {
                cards.computeIfAbsent(row.terms().name(), this::card).put(rule.condition(), rule);
              }
            });
    if (cards.isEmpty()) {
      return;
    }
    factsVersions.advance(cards.keySet().stream().map(AgreementName::customer).distinct().toList());
    List<Agreement> saved = new ArrayList<>();
    cards.forEach((name, card) -> saved.add(save(name, List.copyOf(card.values()))));
    if (saved.stream().anyMatch(agreement -> agreements.overlapping(agreement).isPresent())) {
      throw new RedressException(
          ErrorReason.CONCURRENT_CHANGE,
          "another call gave a customer an agreement while its file was imported: send it again");
    }
  }

  @Override
  public List<RowTarget.Change> sideChanges() {
    return sideChanges;
  }

  private Agreement save(AgreementName name, List<RateRule> rules) {
    Noted said = Objects.requireNonNull(noted(name));
    Agreement wanted = with(said.terms(), rules);
    Agreement before = stored(name);
    if (before == null) {
      agreements.insert(wanted);
      return wanted;
    }
    Agreement after =
        wanted.stored(name, before.createTime(), wanted.updateTime(), before.version() + 1);
    agreements.update(after);
    // A rate that changed is an entry of its own, and what the file itself has brought stands by
    // it.
    if (said.isStored() && (changedTerms.contains(name) || extended.contains(name))) {
      sideChanges.add(
          new RowTarget.Change(
              "agreement.updated", name.toString(), before.contentHash(), after.contentHash()));
    }
    return after;
  }

  private Optional<ImportProblem> newTerms(Accepted<AgreedRate> row) {
    Agreement terms = row.value().terms();
    Agreement before = stored(terms.name());
    if (before != null && !before.currency().equals(terms.currency())) {
      return problem(
          row,
          Column.CURRENCY,
          terms.currency(),
          "must stay " + before.currency() + ", in which the agreement is stored");
    }
    Map<AgreementName, Agreement> others = others(terms);
    if (before == null && others.size() >= AgreementService.COUNT_MAX) {
      return problem(
          row,
          Column.AGREEMENT_ID,
          terms.name().agreement(),
          "would be one more than the 200 agreements that a customer may have");
    }
    return others.values().stream()
        .filter(terms::overlaps)
        .findFirst()
        .flatMap(
            other ->
                problem(
                    row,
                    Column.VALID_FROM,
                    terms.validFrom(),
                    "is not possible: the agreement would be in force "
                        + terms.days()
                        + ", and "
                        + other.name().agreement()
                        + " is "
                        + other.days()
                        + "; end the one before the other begins"));
  }

  /** The customer's other agreements, as they are by now. */
  private Map<AgreementName, Agreement> others(Agreement terms) {
    Map<AgreementName, Agreement> others =
        new HashMap<>(stored.getOrDefault(terms.customer(), Map.of()));
    noted
        .getOrDefault(terms.customer(), Map.of())
        .forEach((name, said) -> others.put(name, said.terms()));
    others.remove(terms.name());
    return others;
  }

  private static Optional<ImportProblem> mismatch(Accepted<AgreedRate> row, Noted before) {
    Agreement terms = row.value().terms();
    if (terms.contentHash().equals(before.terms().contentHash())) {
      return Optional.empty();
    }
    return problem(
        row,
        Column.AGREEMENT_ID,
        terms.name().agreement(),
        "must have the same dates, currency, included hours, rounding and work types in every row,"
            + " and line "
            + before.line()
            + " has others");
  }

  private Optional<ImportProblem> tooManyRules(Accepted<AgreedRate> row) {
    RateRule rule = row.value().rule();
    if (rule == null) {
      return Optional.empty();
    }
    AgreementName name = row.value().terms().name();
    Noted before = noted(name);
    Set<String> conditions = before == null ? card(name).keySet() : before.conditions();
    return conditions.size() < RateCard.RULES_MAX || conditions.contains(rule.condition())
        ? Optional.empty()
        : problem(
            row,
            Column.RATE,
            rule.rate().toMajor().toPlainString(),
            "would be one more than the 200 rates that an agreement may have");
  }

  private static Optional<ImportProblem> problem(
      Accepted<AgreedRate> row, Column column, Object value, String message) {
    return Optional.of(
        ImportProblems.of(row.line(), Code.AGREEMENT_MISMATCH, column, value.toString(), message));
  }

  private List<RateRule> rulesOf(AgreementName name) {
    Agreement before = stored(name);
    return before == null ? List.of() : before.rates().rules();
  }

  private @Nullable Agreement stored(AgreementName name) {
    return stored.getOrDefault(name.customer(), Map.of()).get(name);
  }

  private @Nullable Noted noted(AgreementName name) {
    return noted.getOrDefault(name.customer(), Map.of()).get(name);
  }

  /** The stored rules in their order, by what they ask for. */
  private Map<String, RateRule> card(AgreementName name) {
    Map<String, RateRule> card = new LinkedHashMap<>();
    rulesOf(name).forEach(rule -> card.put(rule.condition(), rule));
    return card;
  }

  private static Agreement with(Agreement terms, List<RateRule> rules) {
    return new Agreement(
        terms.name(),
        terms.validFrom(),
        terms.validUntil(),
        terms.currency(),
        new RateCard(rules),
        terms.included(),
        terms.rounding(),
        terms.scope(),
        terms.createTime(),
        terms.updateTime(),
        terms.version());
  }
}
