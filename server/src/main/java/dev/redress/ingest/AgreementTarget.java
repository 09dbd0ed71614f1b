package dev.redress.ingest;

import dev.redress.agreement.Agreement;
import dev.redress.agreement.AgreementStore;
import dev.redress.agreement.RateRule;
import dev.redress.customer.FactsVersionStore;
import dev.redress.identity.AgreementName;
import dev.redress.identity.ContentHash;
import dev.redress.identity.CustomerName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stores the rate rules of agreements, and the agreements that their rows describe. A rule that a
 * file leaves out stays: a file that was cut off must not make work free of charge.
 *
 * <p>Remembers every agreement of the file, so its rows are limited.
 */
final class AgreementTarget implements RowTarget<AgreedRate> {
  /** Most rows of a file of agreements. */
  static final long ROWS_MAX = 100_000;

  private final AgreementStore agreements;
  private final FactsVersionStore factsVersions;
  private final Map<CustomerName, Map<AgreementName, Noted>> noted = new HashMap<>();

  /**
   * In this store.
   *
   * @param factsVersions locks customers, so that nobody else gives them an agreement meanwhile
   */
  AgreementTarget(AgreementStore agreements, FactsVersionStore factsVersions) {
    this.agreements = agreements;
    this.factsVersions = factsVersions;
  }

  @Override
  public String noun() {
    return "agreement_rate";
  }

  @Override
  public Column idColumn() {
    return Column.RATE;
  }

  @Override
  public String id(AgreedRate row) {
    RateRule rule = row.rule();
    return rule == null ? "" : rule.rate().toMajor().toPlainString();
  }

  @Override
  public String key(AgreedRate row) {
    return customer(row).customer()
        + '\n'
        + row.terms().name().agreement()
        + '\n'
        + row.condition();
  }

  @Override
  public CustomerName customer(AgreedRate row) {
    return row.terms().customer();
  }

  @Override
  public String resource(AgreedRate row) {
    return row.terms().name().toString();
  }

  @Override
  public String contentHash(AgreedRate row) {
    return hash(row);
  }

  @Override
  public Batch<AgreedRate> load(List<AgreedRate> rows) {
    return new AgreementBatch(
        agreements, factsVersions, noted, rows.stream().map(this::customer).distinct().toList());
  }

  /** Changes when a rule says something else; the spelling of what it asks for counts. */
  static String hash(AgreedRate row) {
    RateRule rule = row.rule();
    return rule == null
        ? ContentHash.of("no rule")
        : ContentHash.of(
            rule.role(), rule.technician(), rule.workType(), rule.timeOfWork(), rule.rate());
  }

  /** What the file has said of an agreement. */
  static final class Noted {
    private final Agreement terms;
    private final long line;
    private final boolean isStored;
    private final Set<String> conditions = new HashSet<>();

    /**
     * Said for the first time.
     *
     * @param line where
     * @param isStored whether there was such an agreement before the file
     */
    Noted(Agreement terms, long line, boolean isStored) {
      this.terms = terms;
      this.line = line;
      this.isStored = isStored;
    }

    Agreement terms() {
      return terms;
    }

    long line() {
      return line;
    }

    boolean isStored() {
      return isStored;
    }

    /** What its rules ask for, those that were stored before included. */
    Set<String> conditions() {
      return conditions;
    }
  }
}
