package dev.redress.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.comparators.JaroWinkler;
import no.priv.garshol.duke.comparators.NumericComparator;
import no.priv.garshol.duke.databases.InMemoryBlockingDatabase;
import no.priv.garshol.duke.datasources.InMemoryDataSource;
import no.priv.garshol.duke.matchers.AbstractMatchListener;

/** What others make of the payments that {@link TransactionRecords} reads. */
final class PaymentRecipes {
  private static final String LEVELS =
      """
      CASE WHEN o.amount = d.amount THEN 0
        WHEN abs(d.amount - o.amount) <= 0.01 * o.amount THEN 1
        WHEN abs(d.amount - o.amount) <= 0.02 * o.amount THEN 2
        WHEN abs(d.amount - o.amount) <= 0.03 * o.amount THEN 3
        WHEN abs(d.amount - o.amount) <= 0.05 * o.amount THEN 4
        WHEN abs(d.amount - o.amount) <= 0.1 * o.amount THEN 5
        ELSE 6 END AS g0,
      CASE WHEN d.day - o.day BETWEEN 0 AND 4 THEN d.day - o.day
        WHEN d.day - o.day BETWEEN 5 AND 7 THEN 5
        WHEN d.day - o.day BETWEEN 8 AND 21 THEN 6
        ELSE 7 END AS g1,
      CASE WHEN o.memo = d.memo THEN 0
        WHEN starts_with(d.memo, trim(o.memo)) OR starts_with(o.memo, trim(d.memo)) THEN 1
        WHEN jaro_winkler_similarity(o.memo, d.memo) >= 0.95 THEN 2
        WHEN jaro_winkler_similarity(o.memo, d.memo) >= 0.9 THEN 3
        WHEN jaro_winkler_similarity(o.memo, d.memo) >= 0.8 THEN 4
        ELSE 5 END AS g2
      """;

  private PaymentRecipes() {}

  /** A pair that somebody would match. */
  record Pair(String origin, String destination, double score) {}

  /** Fellegi-Sunter and greedy one-to-one in DuckDB. */
  static void duckDb(Path files) throws SQLException {
    long begin = System.nanoTime();
    List<Pair> pairs = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      for (String side : List.of("origin", "destination")) {
        statement.execute(
            """
            CREATE TABLE %s AS SELECT ground_truth AS id, memo, amount,
              date_diff('day', DATE '2000-01-01', transaction_date) AS day
            FROM read_csv('%s')
            """
                .formatted(side, files.resolve(side + ".csv")));
      }
      statement.execute(
          "CREATE TABLE pair AS SELECT o.id AS origin, d.id AS destination, "
              + LEVELS
              + """
              FROM origin o JOIN destination d ON d.day >= o.day AND d.day <= o.day + 21
                AND d.amount BETWEEN 0.9 * o.amount AND 1.1 * o.amount
              """);
      statement.execute(
          "CREATE TABLE random_pair AS SELECT "
              + LEVELS
              + """
              FROM (SELECT * FROM origin USING SAMPLE reservoir(1000 ROWS) REPEATABLE (1)) o
                CROSS JOIN
                (SELECT * FROM destination USING SAMPLE reservoir(1000 ROWS) REPEATABLE (2)) d
              """);
      new FellegiSunterRecipe(connection, 3).score(1 / 22_663.0);
      try (ResultSet rows =
          statement.executeQuery("SELECT origin, destination, bits FROM scored WHERE bits > 0")) {
        while (rows.next()) {
          pairs.add(new Pair(rows.getString(1), rows.getString(2), rows.getDouble(3)));
        }
      }
    }
    report("DuckDB, Fellegi-Sunter", pairs, begin);
  }

  /** Duke with the weights that its guide proposes for names, numbers and the rest. */
  static void duke(List<TransactionRecords> origins, List<TransactionRecords> destinations) {
    long begin = System.nanoTime();
    NumericComparator amounts = new NumericComparator();
    amounts.setMinRatio(0.9);
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration.setThreshold(0.7);
    configuration.setProperties(
        List.of(
            new PropertyImpl("ID"),
            new PropertyImpl("MEMO", new JaroWinkler(), 0.3, 0.88),
            new PropertyImpl("AMOUNT", amounts, 0.2, 0.9),
            new PropertyImpl("DAY", new NumericComparator(), 0.3, 0.7)));
    InMemoryBlockingDatabase database = new InMemoryBlockingDatabase();
    // Amounts within a twentieth, twice, so that neighbours of a border meet in the other key.
    database.setKeyFunctions(List.of(new AmountKey(0), new AmountKey(0.5)));
    configuration.setDatabase(database);
    configuration.addDataSource(1, source("o", origins));
    configuration.addDataSource(2, source("d", destinations));
    configuration.validate();
    List<Pair> pairs = new ArrayList<>();
    Processor processor = new Processor(configuration);
    processor.addMatchListener(
        new AbstractMatchListener() {
          @Override
          public void matches(Record one, Record other, double confidence) {
            String first = one.getValue("ID");
            String second = other.getValue("ID");
            boolean ordered = first.startsWith("o");
            pairs.add(
                new Pair(
                    (ordered ? first : second).substring(1),
                    (ordered ? second : first).substring(1),
                    confidence));
          }
        });
    processor.link();
    report("Duke 1.2", pairs, begin);
  }

  /** JedAI, see {@link JedaiRecipe}. */
  static void jedai(List<TransactionRecords> origins, List<TransactionRecords> destinations) {
    long begin = System.nanoTime();
    report("JedAI 3.1", JedaiRecipe.pairs(origins, destinations), begin);
  }

  /** Blocks by amount on a logarithmic scale. */
  private record AmountKey(double shift) implements no.priv.garshol.duke.databases.KeyFunction {
    @Override
    public String makeKey(Record record) {
      double amount = Double.parseDouble(record.getValue("AMOUNT"));
      return String.valueOf(amountKey(amount, shift));
    }
  }

  /** The same for amounts within a twentieth. */
  static long amountKey(double amount, double shift) {
    return (long) Math.floor(Math.log(amount) / Math.log(1.05) + shift);
  }

  private static InMemoryDataSource source(String side, List<TransactionRecords> records) {
    InMemoryDataSource source = new InMemoryDataSource();
    for (TransactionRecords one : records) {
      RecordImpl row = new RecordImpl();
      row.addValue("ID", side + one.id());
      row.addValue("MEMO", one.memo());
      row.addValue("AMOUNT", one.amount().toString());
      row.addValue("DAY", String.valueOf(one.date().toEpochDay()));
      source.add(row);
    }
    return source;
  }

  /** The best pairs first, each record once. */
  private static void report(String name, List<Pair> pairs, long begin) {
    pairs.sort(
        Comparator.comparingDouble(Pair::score)
            .reversed()
            .thenComparing(Pair::origin)
            .thenComparing(Pair::destination));
    Set<String> origins = new HashSet<>();
    Set<String> destinations = new HashSet<>();
    int right = 0;
    for (Pair pair : pairs) {
      if (!origins.contains(pair.origin()) && !destinations.contains(pair.destination())) {
        origins.add(pair.origin());
        destinations.add(pair.destination());
        right += pair.origin().equals(pair.destination()) ? 1 : 0;
      }
    }
    double precision = (double) right / origins.size();
    double recall = right / 22_663.0;
    System.out.printf(
        Locale.ROOT,
        "%s: precision %.4f recall %.4f F1 %.4f; %.1f s%n",
        name,
        precision,
        recall,
        2 * precision * recall / (precision + recall),
        (System.nanoTime() - begin) / 1e9);
  }
}
