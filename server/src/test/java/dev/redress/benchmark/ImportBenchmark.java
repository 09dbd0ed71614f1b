package dev.redress.benchmark;

import com.google.protobuf.ByteString;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.redress.app.Assembly;
import dev.redress.app.ServerConfig;
import dev.redress.identity.ContentHash;
import dev.redress.v1.CreateProviderRequest;
import dev.redress.v1.Import;
import dev.redress.v1.ImportFileRequest;
import dev.redress.v1.ImportHeader;
import dev.redress.v1.ImportServiceGrpc;
import dev.redress.v1.Provider;
import dev.redress.v1.ProviderServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
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
  private static final int CHUNK_BYTES = 64 * 1024;
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
    Path data = Files.createTempDirectory("redress-benchmark");
    try (Assembly server = Assembly.start(config(data));
        Connection raw = DriverManager.getConnection("jdbc:derby:" + data.resolve("derby"))) {
      raw.setAutoCommit(false);
      ManagedChannel channel =
          NettyChannelBuilder.forAddress("127.0.0.1", server.port()).usePlaintext().build();
      double[] ratios = new double[rounds];
      for (int round = 0; round < rounds; round++) {
        provider(channel, "raw" + round, files);
        provider(channel, "import" + round, files);
        double rawRate = rows.size() / insert(raw, "raw" + round, rows);
        double importRate =
            rows.size()
                / send(channel, "import" + round, Import.Kind.REQUESTS, files, "requests.csv");
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
      channel.shutdownNow();
    } finally {
      delete(data);
    }
  }

  private static ServerConfig config(Path data) {
    return new ServerConfig(
        data, null, "", "", InetAddress.getLoopbackAddress(), 0, -1, 1, 8, 256, 4_096, 5, false);
  }

  /** Creates a provider with its customers, and leaves them out of the measurement. */
  private static void provider(ManagedChannel channel, String id, Path files) {
    ProviderServiceGrpc.newBlockingStub(channel)
        .createProvider(
            CreateProviderRequest.newBuilder()
                .setProviderId(id)
                .setProvider(Provider.newBuilder().setDisplayName(id))
                .build());
    send(channel, id, Import.Kind.CUSTOMERS, files, "customers.csv");
  }

  /** Seconds that a file takes from the first byte sent to the answer. */
  private static double send(
      ManagedChannel channel, String provider, Import.Kind kind, Path files, String name) {
    long begin = System.nanoTime();
    CompletableFuture<Import> answer = new CompletableFuture<>();
    ImportServiceGrpc.newStub(channel)
        .importFile(new Upload(provider, kind, files.resolve(name), answer));
    Import result = answer.join();
    if (result.getRowsRejected() > 0 || result.getRowsCreated() != result.getRowsRead()) {
      throw new IllegalStateException("not every row was created: " + result);
    }
    return seconds(begin);
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

  private static void delete(Path folder) throws IOException {
    try (var paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /** Sends a file as fast as the server takes it. */
  private static final class Upload implements ClientResponseObserver<ImportFileRequest, Import> {
    private final String provider;
    private final Import.Kind kind;
    private final Path file;
    private final CompletableFuture<Import> answer;

    Upload(String provider, Import.Kind kind, Path file, CompletableFuture<Import> answer) {
      this.provider = provider;
      this.kind = kind;
      this.file = file;
      this.answer = answer;
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<ImportFileRequest> sink) {
      InputStream content = open();
      boolean[] state = new boolean[2];
      sink.setOnReadyHandler(
          () -> {
            if (!state[0]) {
              state[0] = true;
              sink.onNext(
                  ImportFileRequest.newBuilder()
                      .setHeader(
                          ImportHeader.newBuilder()
                              .setParent("providers/" + provider)
                              .setKind(kind))
                      .build());
            }
            while (sink.isReady() && !state[1]) {
              ByteString part = read(content);
              if (part.isEmpty()) {
                state[1] = true;
                sink.onCompleted();
              } else {
                sink.onNext(ImportFileRequest.newBuilder().setContent(part).build());
              }
            }
          });
    }

    private InputStream open() {
      try {
        return Files.newInputStream(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static ByteString read(InputStream content) {
      try {
        return ByteString.copyFrom(content.readNBytes(CHUNK_BYTES));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void onNext(Import value) {
      answer.complete(value);
    }

    @Override
    public void onError(Throwable failure) {
      answer.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {}
  }
}
