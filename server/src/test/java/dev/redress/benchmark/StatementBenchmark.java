package dev.redress.benchmark;

import dev.redress.v1.GetStatementPageRequest;
import dev.redress.v1.GetStatementPageRequest.Format;
import dev.redress.v1.Import;
import dev.redress.v1.InvoiceServiceGrpc;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.StartReconciliationRequest;
import dev.redress.v1.WatchReconciliationRequest;
import io.grpc.Channel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;

/**
 * How long the statement of a long invoice takes over gRPC on embedded Derby, as HTML and as PDF.
 * Every other line is for a request, the others are in dispute.
 *
 * <p>Arguments: lines (default 2,000), rounds (default 5).
 */
public final class StatementBenchmark {
  private StatementBenchmark() {}

  /** Runs it and prints a line a round. */
  public static void main(String[] arguments) throws Exception {
    int lines = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    Path files = Files.createTempDirectory("statement");
    Files.writeString(files.resolve("requests.csv"), requests(lines));
    Files.writeString(files.resolve("invoices.csv"), invoices(lines));
    try (BenchmarkServer server = new BenchmarkServer()) {
      Files.writeString(files.resolve("customers.csv"), "customer_id,name\nC1,Atlas Dental\n");
      server.provider("bench", files);
      server.send("bench", Import.Kind.REQUESTS, files, "requests.csv");
      server.send("bench", Import.Kind.INVOICES, files, "invoices.csv");
      reconcile(server.channel());
      for (int round = 1; round <= rounds; round++) {
        for (Format format : new Format[] {Format.HTML, Format.PDF}) {
          print(server.channel(), round, format);
        }
      }
    }
  }

  private static void print(Channel channel, int round, Format format) {
    long begin = System.nanoTime();
    int bytes =
        InvoiceServiceGrpc.newBlockingStub(channel)
            .getStatementPage(
                GetStatementPageRequest.newBuilder()
                    .setName("providers/bench/customers/C1/invoices/I1")
                    .setFormat(format)
                    .build())
            .getContent()
            .size();
    System.out.printf(
        Locale.ROOT,
        "round %d: %s %.2f s, %,d bytes%n",
        round,
        format,
        (System.nanoTime() - begin) / 1e9,
        bytes);
  }

  private static void reconcile(Channel channel) {
    var stub = ReconciliationServiceGrpc.newBlockingStub(channel);
    String run =
        stub.startReconciliation(
                StartReconciliationRequest.newBuilder()
                    .setParent("providers/bench")
                    .setRequestId(UUID.randomUUID().toString())
                    .build())
            .getReconciliation()
            .getName();
    stub.watchReconciliation(WatchReconciliationRequest.newBuilder().setName(run).build())
        .forEachRemaining(_ -> {});
  }

  private static String requests(int lines) {
    StringBuilder rows = new StringBuilder("request_id,customer_id,opened_at,summary\n");
    for (int i = 0; i < lines; i += 2) {
      rows.append("R-%d,C1,2026-09-01T08:00:00Z,Printer %d jams on every page%n".formatted(i, i));
    }
    return rows.toString();
  }

  private static String invoices(int lines) {
    StringBuilder rows =
        new StringBuilder(
            "invoice_id,customer_id,invoice_date,line_id,work_date,technician,hours,rate,amount,"
                + "currency,description,reference\n");
    for (int i = 0; i < lines; i++) {
      rows.append(
          "I1,C1,2026-09-30,L%05d,2026-09-02,Tom Bell,1,120.00,120.00,USD,%s,%s%n"
              .formatted(
                  i,
                  i % 2 == 0 ? "Rollers of printer " + i + " replaced" : "Firewall rules reviewed",
                  i % 2 == 0 ? "R-" + i : ""));
    }
    return rows.toString();
  }
}
