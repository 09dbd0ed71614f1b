package dev.redress.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.redress.identity.ContentHash;
import dev.redress.v1.Import;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How fast requests are imported over gRPC into embedded Derby, against the limit: the same rows,
 * by plain JDBC batches of 1,000 in one transaction, into the same table of the same database.
 *
 * <p>Arguments: a folder with {@code customers.csv} and {@code requests.csv}, and perhaps the
 * number of rounds (default 5). Each round stores the rows under a provider of its own, once each
 * way.
 */
public final class ImportBenchmark {
  private static final int BATCH_ROWS = 1_000;
  private static final String INSERT =
      "INSERT INTO request (provider_id, customer_id, request_id, open_time, close_time, summary,"
          + " description, requester, assignee, request_type, status, component, attributes,"
          + " content_hash, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";

  private ImportBenchmark() {}

  /** Runs it and prints a line a round, then the medians. */
  public static void main(String[] arguments) throws Exception {
    Path files = Path.of(arguments[0]);
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    List<Object[]> rows = rows(files.resolve("requests.csv"));
    try (BenchmarkServer server = new BenchmarkServer();
        Connection raw =
            DriverManager.getConnection("jdbc:derby:" + server.data().resolve("derby"))) {
      raw.setAutoCommit(false);
      double[] ratios = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        server.provider("raw" + round, files);
        server.provider("import" + round, files);
        double rawRate = rows.size() / insert(raw, "raw" + round, rows);
        double importRate =
            rows.size()
                / server.send("import" + round, Import.Kind.REQUESTS, files, "requests.csv");
        ratios[round] = importRate / rawRate;
        System.out.printf(
            Locale.ROOT,
            "round %d: raw %,.0f rows/s, import %,.0f rows/s, ratio %.2f%n",
            round + 1,
            rawRate,
            importRate,
            ratios[round]);
      }
      Arrays.sort(ratios);
      System.out.printf(
          Locale.ROOT,
          "%,d rows, median ratio %.2f (from %.2f to %.2f)%n",
          rows.size(),
          ratios[rounds / 2],
          ratios[0],
          ratios[rounds - 1]);
    }
  }

  /** Seconds that the rows take by plain JDBC. */
  private static double insert(Connection connection, String provider, List<Object[]> rows)
      throws SQLException {
    long begin = System.nanoTime();
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      int pending = 0;
      for (Object[] row : rows) {
        statement.setString(1, provider);
        for (int i = 0; i < row.length; i++) {
          statement.setObject(i + 2, row[i]);
        }
        statement.addBatch();
        if (++pending % BATCH_ROWS == 0) {
          statement.executeBatch();
        }
      }
      statement.executeBatch();
    }
    connection.commit();
    return seconds(begin);
  }

  private static List<Object[]> rows(Path file) throws IOException {
    List<Object[]> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : reader) {
        rows.add(
            new Object[] {
              row.getField("customer_id"),
              row.getField("request_id"),
              moment(row.getField("opened_at")),
              moment(row.getField("closed_at")),
              text(row, "summary"),
              text(row, "description"),
              text(row, "requester"),
              text(row, "assignee"),
              text(row, "type"),
              text(row, "status"),
              text(row, "component"),
              "{}",
              ContentHash.of(row.getFields().toArray())
            });
      }
    }
    return rows;
  }

  /** As the import stores it: PostgreSQL and Derby take the same text. */
  private static String text(NamedCsvRecord row, String column) {
    return row.findField(column).orElse("").replace('\0', '\uFFFD');
  }

  private static @Nullable Timestamp moment(String text) {
    return text.isEmpty()
        ? null
        : Timestamp.valueOf(
            LocalDateTime.ofInstant(OffsetDateTime.parse(text).toInstant(), ZoneOffset.UTC));
  }

  private static double seconds(long begin) {
    return (System.nanoTime() - begin) / 1e9;
  }
}
