package dev.redress.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.RequestName;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.Candidate;
import dev.redress.matching.Matcher;
import dev.redress.matching.MatchingInput;
import dev.redress.matching.Verdict;
import dev.redress.money.Money;
import dev.redress.request.Request;
import dev.redress.time.Hours;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Requests and work descriptions without time entries, customer known: which request is first, or
 * among the first five, by the engine and by recipes. The lines of one split count, and {@code
 * test} is none of them.
 */
final class TidevRecipes {
  private static final Currency CURRENCY = Currency.getInstance("USD");

  /** Words with their rarity in bits, by customer; one query each for requests and lines. */
  private static final String WORDS =
      """
      CREATE TABLE %1$s_word AS
      SELECT DISTINCT customer_id, id, unnest(string_split_regex(lower(text), '[^a-z0-9]+')) AS word
      FROM %1$s
      """;

  private final Path files;
  private final String split;
  private final Map<String, Set<String>> truth = new HashMap<>();

  private TidevRecipes(Path files, String split) throws IOException {
    if (split.equals("test")) {
      throw new IllegalArgumentException("the split test is not for comparing");
    }
    this.files = files;
    this.split = split;
    Map<String, Set<String>> splits = new HashMap<>();
    for (NamedCsvRecord row : rows("truth.csv")) {
      String line = row.getField("line_id");
      truth.computeIfAbsent(line, _ -> new HashSet<>()).add(row.getField("request_id"));
      splits.computeIfAbsent(line, _ -> new HashSet<>()).add(row.getField("split"));
    }
    // Lines of several requests may be in several splits; those of "test" are in no other.
    truth
        .keySet()
        .removeIf(
            line -> {
              Set<String> own = splits.getOrDefault(line, Set.of());
              return own.contains("test") || !own.contains(split);
            });
  }

  /** Runs all of them on a folder. */
  static void run(Path files, String split) throws IOException, SQLException {
    TidevRecipes recipes = new TidevRecipes(files, split);
    recipes.redress();
    recipes.duckDb();
  }

  private void redress() throws IOException {
    List<MatchingInput> inputs = inputs();
    Map<String, List<String>> ranked = new HashMap<>();
    long begin = System.nanoTime();
    for (MatchingInput input : inputs) {
      for (Verdict verdict : Matcher.match(input)) {
        ranked.put(
            verdict.line().line(), verdict.candidates().stream().map(Candidate::request).toList());
      }
    }
    report("Redress", ranked, begin);
  }

  private void duckDb() throws SQLException {
    long begin = System.nanoTime();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      load(statement);
      // Untuned: BM25, with 3 bits for the person and up to 3 for the date.
      statement.execute(
          """
          CREATE TABLE plain AS SELECT line, request,
            bm25 + CASE WHEN g2 = 0 THEN 3 ELSE 0 END + 3 - 0.75 * g1 AS bits FROM pair
          """);
      report("BM25 + person + date, untuned, in DuckDB", ranked(statement, "plain"), begin);
      new FellegiSunterRecipe(connection, 4).score(1 / 1_000.0);
      report("DuckDB, Fellegi-Sunter", ranked(statement, "scored"), begin);
      report("DuckDB, Fellegi-Sunter, greedy one-to-one", greedy(statement), begin);
    }
  }

  private void load(Statement statement) throws SQLException {
    statement.execute(
        """
        CREATE TABLE request AS SELECT customer_id, request_id AS id, assignee,
          CAST(opened_at AS DATE) AS opened, CAST(closed_at AS DATE) AS closed,
          concat_ws(' ', summary, summary, description) AS text
        FROM read_csv('%s', header = true, all_varchar = true, max_line_size = 10000000)
        """
            .formatted(files.resolve("requests.csv")));
    statement.execute(
        """
        CREATE TABLE line AS SELECT customer_id, line_id AS id, technician,
          CAST(work_date AS DATE) AS day, description AS text
        FROM read_csv('%s', header = true, all_varchar = true, max_line_size = 10000000)
        """
            .formatted(files.resolve("invoices.csv")));
    statement.execute(WORDS.formatted("request"));
    statement.execute(WORDS.formatted("line"));
    statement.execute(
        """
        CREATE TABLE rarity AS
        SELECT customer_id, word, log2(1 + (n - count(*) + 0.5) / (count(*) + 0.5)) AS bits
        FROM request_word JOIN (SELECT customer_id, count(*) AS n FROM request GROUP BY 1)
          USING (customer_id)
        WHERE length(word) > 1
        GROUP BY customer_id, word, n
        """);
    statement.execute(
        """
        CREATE TABLE frequency AS SELECT customer_id, id, word, count(*) AS times FROM (
          SELECT customer_id, id, unnest(string_split_regex(lower(text), '[^a-z0-9]+')) AS word
          FROM request) GROUP BY ALL
        """);
    statement.execute(
        """
        CREATE TABLE size AS SELECT customer_id, id, sum(times) AS words,
          avg(sum(times)) OVER (PARTITION BY customer_id) AS average
        FROM frequency GROUP BY customer_id, id
        """);
    statement.execute(
        """
        CREATE TABLE words AS
        SELECT w.customer_id, w.id AS line, f.id AS request,
          sum(r.bits * f.times * 2.2 / (f.times + 1.2 * (0.25 + 0.75 * s.words / s.average))) AS bm25
        FROM line_word w JOIN rarity r USING (customer_id, word)
          JOIN frequency f USING (customer_id, word)
          JOIN size s ON s.customer_id = f.customer_id AND s.id = f.id
        GROUP BY ALL
        """);
    String levels =
        """
        coalesce(bm25, 0) AS bm25,
        CASE WHEN bm25 IS NULL THEN 6 WHEN bm25 >= 50 THEN 0 WHEN bm25 >= 35 THEN 1
          WHEN bm25 >= 25 THEN 2 WHEN bm25 >= 15 THEN 3 WHEN bm25 >= 8 THEN 4 ELSE 5 END AS g0,
        CASE WHEN r.closed IS NULL THEN 4
          WHEN abs(date_diff('day', l.day, r.closed)) <= 1 THEN 0
          WHEN abs(date_diff('day', l.day, r.closed)) <= 7 THEN 1
          WHEN l.day BETWEEN r.opened AND r.closed THEN 2
          WHEN abs(date_diff('day', l.day, r.closed)) <= 60 THEN 3 ELSE 5 END AS g1,
        CASE WHEN l.technician = r.assignee THEN 0 WHEN r.assignee IS NULL THEN 1 ELSE 2 END AS g2,
        CASE WHEN date_diff('day', r.opened, l.day) BETWEEN 0 AND 3 THEN 0
          WHEN date_diff('day', r.opened, l.day) BETWEEN 4 AND 30 THEN 1
          WHEN date_diff('day', r.opened, l.day) BETWEEN 31 AND 180 THEN 2
          WHEN date_diff('day', r.opened, l.day) > 180 THEN 3 ELSE 4 END AS g3
        """;
    String from =
        """
        FROM line l JOIN request r USING (customer_id)
          LEFT JOIN words w ON w.customer_id = l.customer_id AND w.line = l.id AND w.request = r.id
        """;
    // Blocked on telling words, or on the person near the end of the request.
    statement.execute(
        "CREATE TABLE pair AS SELECT l.id AS line, r.id AS request, "
            + levels
            + from
            + """
            WHERE bm25 >= 8
              OR (l.technician = r.assignee AND abs(date_diff('day', l.day, r.closed)) <= 30)
              OR abs(date_diff('day', l.day, r.closed)) <= 2
            """);
    statement.execute(
        "CREATE TABLE random_pair AS SELECT "
            + levels
            + from
            + "WHERE hash(l.id || r.id) % 50 = 0");
  }

  private static Map<String, List<String>> ranked(Statement statement, String table)
      throws SQLException {
    Map<String, List<String>> ranked = new HashMap<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT line, request FROM "
                + table
                + " QUALIFY row_number() OVER (PARTITION BY line ORDER BY bits DESC, request) <= 5"
                + " ORDER BY line, bits DESC, request")) {
      while (rows.next()) {
        ranked.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>()).add(rows.getString(2));
      }
    }
    return ranked;
  }

  private static Map<String, List<String>> greedy(Statement statement) throws SQLException {
    Map<String, List<String>> ranked = new HashMap<>();
    Set<String> taken = new HashSet<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT line, request FROM scored ORDER BY bits DESC, line, request")) {
      while (rows.next()) {
        if (!ranked.containsKey(rows.getString(1)) && taken.add(rows.getString(2))) {
          ranked.put(rows.getString(1), List.of(rows.getString(2)));
        }
      }
    }
    return ranked;
  }

  private void report(String name, Map<String, List<String>> ranked, long begin) {
    int first = 0;
    int five = 0;
    for (Map.Entry<String, Set<String>> line : truth.entrySet()) {
      List<String> best = ranked.getOrDefault(line.getKey(), List.of());
      first += !best.isEmpty() && line.getValue().contains(best.getFirst()) ? 1 : 0;
      five += best.stream().limit(5).anyMatch(line.getValue()::contains) ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "%s: top-1 %s, top-5 %s of %,d lines of %s; %.1f s%n",
        name,
        wilson(first, truth.size()),
        wilson(five, truth.size()),
        truth.size(),
        split,
        (System.nanoTime() - begin) / 1e9);
  }

  /** A share with its 95 % interval (Wilson 1927), in percent. */
  private static String wilson(int hits, int all) {
    double z = 1.96;
    double share = (double) hits / all;
    double scale = 1 + z * z / all;
    double middle = (share + z * z / (2 * all)) / scale;
    double width = z / scale * Math.sqrt(share * (1 - share) / all + z * z / (4.0 * all * all));
    return "%.1f (%.1f to %.1f)"
        .formatted(100 * share, 100 * (middle - width), 100 * (middle + width));
  }

  private List<MatchingInput> inputs() throws IOException {
    Map<String, List<Request>> requests = new LinkedHashMap<>();
    for (NamedCsvRecord row : rows("requests.csv")) {
      CustomerName customer = customer(row);
      Instant opened = OffsetDateTime.parse(row.getField("opened_at")).toInstant();
      String closed = row.getField("closed_at");
      requests
          .computeIfAbsent(customer.customer(), _ -> new ArrayList<>())
          .add(
              new Request(
                  new RequestName(customer, row.getField("request_id")),
                  opened,
                  closed.isEmpty() ? null : OffsetDateTime.parse(closed).toInstant(),
                  row.getField("summary"),
                  row.getField("description"),
                  row.getField("requester"),
                  row.getField("assignee"),
                  row.getField("type"),
                  row.getField("status"),
                  row.getField("component"),
                  Map.of()));
    }
    Map<String, List<LaborLine>> lines = new LinkedHashMap<>();
    for (NamedCsvRecord row : rows("invoices.csv")) {
      InvoiceName invoice = new InvoiceName(customer(row), row.getField("invoice_id"));
      lines
          .computeIfAbsent(row.getField("customer_id"), _ -> new ArrayList<>())
          .add(
              new LaborLine(
                  new LineName(invoice, row.getField("line_id")),
                  LocalDate.parse(row.getField("work_date")),
                  row.getField("technician").strip(),
                  Hours.of(row.getField("hours")),
                  null,
                  new Money(0, CURRENCY),
                  row.getField("description"),
                  "",
                  "",
                  Map.of()));
    }
    List<MatchingInput> inputs = new ArrayList<>();
    lines.forEach(
        (customer, own) ->
            inputs.add(
                new MatchingInput(
                    ZoneOffset.UTC,
                    own,
                    requests.getOrDefault(customer, List.of()),
                    List.of(),
                    List.of(),
                    null)));
    return inputs;
  }

  private static CustomerName customer(NamedCsvRecord row) {
    return new CustomerName(new ProviderName("benchmark"), row.getField("customer_id"));
  }

  private List<NamedCsvRecord> rows(String file) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(files.resolve(file))) {
      return reader.stream().toList();
    }
  }
}
