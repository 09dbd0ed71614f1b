package dev.redress.benchmark;

import com.google.type.Date;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.redress.v1.Import;
import dev.redress.v1.LaborLine;
import dev.redress.v1.ReconcileLineRequest;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.ReconciliationServiceGrpc.ReconciliationServiceBlockingStub;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How long a call of ReconcileLine takes over gRPC on embedded Derby: lines of a folder that are
 * about to be billed a second time, so that each competes with the first. The first call for a
 * customer, which reads and solves it, is counted apart.
 *
 * <p>Arguments: a folder as {@code redress generate} writes it, and calls (default 2,000).
 */
public final class LineBenchmark {
  private LineBenchmark() {}

  /** Runs it and prints the times. */
  public static void main(String[] arguments) throws Exception {
    Path files = Path.of(arguments[0]);
    int calls = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
    try (BenchmarkServer server = new BenchmarkServer()) {
      server.provider("bench", files);
      server.send("bench", Import.Kind.REQUESTS, files, "requests.csv");
      server.send("bench", Import.Kind.TIME_ENTRIES, files, "time-entries.csv");
      server.send("bench", Import.Kind.INVOICES, files, "invoices.csv");
      ReconciliationServiceBlockingStub stub =
          ReconciliationServiceGrpc.newBlockingStub(server.channel());
      Set<String> customers = new HashSet<>();
      List<Double> first = new ArrayList<>();
      List<Double> later = new ArrayList<>();
      try (CsvReader<NamedCsvRecord> rows =
          CsvReader.builder().ofNamedCsvRecord(files.resolve("invoices.csv"))) {
        for (NamedCsvRecord row : rows) {
          if (later.size() == calls) {
            break;
          }
          ReconcileLineRequest request =
              ReconcileLineRequest.newBuilder().setDraft(again(row)).build();
          long begin = System.nanoTime();
          stub.reconcileLine(request);
          double millis = (System.nanoTime() - begin) / 1e6;
          (customers.add(row.getField("customer_id")) ? first : later).add(millis);
        }
      }
      print("first call for a customer", first);
      print("later calls", later);
    }
  }

  /** The line of a row, billed once more. */
  private static LaborLine again(NamedCsvRecord row) {
    LocalDate worked = LocalDate.parse(row.getField("work_date"));
    return LaborLine.newBuilder()
        .setName(
            "providers/bench/customers/%s/invoices/%s/lines/%s-again"
                .formatted(
                    row.getField("customer_id"),
                    row.getField("invoice_id"),
                    row.getField("line_id")))
        .setWorkDate(
            Date.newBuilder()
                .setYear(worked.getYear())
                .setMonth(worked.getMonthValue())
                .setDay(worked.getDayOfMonth()))
        .setTechnician(row.getField("technician"))
        .setHours(Double.parseDouble(row.getField("hours")))
        .setAmount(money(row))
        .setDescription(row.getField("description"))
        .setReference(row.getField("reference"))
        .setWorkType(row.getField("work_type"))
        .build();
  }

  private static com.google.type.Money money(NamedCsvRecord row) {
    BigDecimal[] parts = new BigDecimal(row.getField("amount")).divideAndRemainder(BigDecimal.ONE);
    return com.google.type.Money.newBuilder()
        .setCurrencyCode(row.getField("currency"))
        .setUnits(parts[0].longValueExact())
        .setNanos(parts[1].movePointRight(9).intValueExact())
        .build();
  }

  private static void print(String name, List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%s: %,d, median %.1f ms, 95 %% within %.1f ms, 99 %% within %.1f ms, longest %.1f ms%n",
        name,
        sorted.size(),
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 95 / 100),
        sorted.get(sorted.size() * 99 / 100),
        sorted.getLast());
  }
}
