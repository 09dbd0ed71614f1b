package dev.redress.benchmark;

import com.google.type.Date;
import com.google.type.Money;
import dev.redress.persistence.ServerRole;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.CreateCustomerRequest;
import dev.redress.v1.CreateInvoiceRequest;
import dev.redress.v1.CreateProviderRequest;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.Invoice;
import dev.redress.v1.InvoiceServiceGrpc;
import dev.redress.v1.LaborLine;
import dev.redress.v1.LogAttemptRequest;
import dev.redress.v1.OpenDisputeRequest;
import dev.redress.v1.Provider;
import dev.redress.v1.ProviderServiceGrpc;
import io.grpc.Channel;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How many disputes are opened and calls logged each second over gRPC, one transaction each,
 * against the limit: the same rows by plain JDBC, one transaction each, into the same tables of the
 * same database, with as many connections as there are callers.
 *
 * <p>Arguments: {@code derby} or {@code postgresql}, callers (default 8), disputes in a round
 * (default 2,000), rounds (default 5; one more comes first and is not counted).
 */
public final class CommitBenchmark {
  private static final int CUSTOMERS = 20;

  private CommitBenchmark() {}

  /** Runs it and prints a line a round, then the medians. */
  public static void main(String[] arguments) throws Exception {
    boolean derby = arguments[0].equals("derby");
    int callers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8;
    int disputes = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2_000;
    int rounds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 5;
    // As it is in production: a commit is on disk before it is answered.
    try (EmbeddedPostgres postgres =
            derby
                ? null
                : EmbeddedPostgres.builder().setServerConfig("synchronous_commit", "on").start();
        BenchmarkServer server =
            postgres == null
                ? new BenchmarkServer()
                : new BenchmarkServer(
                    ServerRole.newDatabase(postgres, "served"), ServerRole.NAME)) {
      // What is written for comparison is written by a superuser, whom nobody watches.
      String url =
          postgres == null
              ? "jdbc:derby:" + server.data().resolve("derby")
              : postgres.getJdbcUrl("postgres", "served");
      run(server.channel(), url, new Size(callers, disputes, rounds));
    }
  }

  private record Size(int callers, int disputes, int rounds) {}

  private static void run(Channel channel, String url, Size size) throws Exception {
    double[] opened = new double[size.rounds()];
    double[] logged = new double[size.rounds()];
    try (ExecutorService people = Executors.newFixedThreadPool(size.callers());
        RawCommits raw = new RawCommits(url, size.callers())) {
      for (int round = 0; round <= size.rounds(); round++) {
        String provider = "served" + round;
        List<String> lines = invoiced(channel, provider, size.disputes());
        String rawProvider = "raw" + round;
        invoiced(channel, rawProvider, size.disputes());

        Dispute[] all = new Dispute[lines.size()];
        double openRate =
            rate(people, size, (caller, i) -> all[i] = open(channel, provider, lines.get(i)));
        List<String> ids = Arrays.stream(all).map(CommitBenchmark::id).toList();
        raw.readOpened(provider, rawProvider, ids);
        double rawOpenRate = rate(people, size, raw::open);
        double logRate = rate(people, size, (caller, i) -> log(channel, all[i].getCallback()));
        raw.readLogged(provider, rawProvider, ids);
        double rawLogRate = rate(people, size, raw::log);

        System.out.printf(
            Locale.ROOT,
            "round %d: OpenDispute %,.0f/s, raw %,.0f/s, ratio %.2f; LogAttempt %,.0f/s, raw %,.0f/s,"
                + " ratio %.2f%n",
            round,
            openRate,
            rawOpenRate,
            openRate / rawOpenRate,
            logRate,
            rawLogRate,
            logRate / rawLogRate);
        if (round > 0) {
          opened[round - 1] = openRate / rawOpenRate;
          logged[round - 1] = logRate / rawLogRate;
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d callers, %,d disputes a round: median ratio OpenDispute %s, LogAttempt %s%n",
        size.callers(),
        size.disputes(),
        median(opened),
        median(logged));
  }

  private static String median(double[] ratios) {
    Arrays.sort(ratios);
    return String.format(
        Locale.ROOT,
        "%.2f (from %.2f to %.2f)",
        ratios[ratios.length / 2],
        ratios[0],
        ratios[ratios.length - 1]);
  }

  /** One of many pieces of work, done by one of several callers. */
  private interface Piece {
    void doIt(int caller, int number) throws SQLException;
  }

  /** Pieces a second. */
  private static double rate(ExecutorService people, Size size, Piece piece) throws Exception {
    long begin = System.nanoTime();
    List<Future<?>> all = new ArrayList<>();
    for (int caller = 0; caller < size.callers(); caller++) {
      int first = caller;
      all.add(
          people.submit(
              () -> {
                for (int i = first; i < size.disputes(); i += size.callers()) {
                  piece.doIt(first, i);
                }
                return null;
              }));
    }
    for (Future<?> each : all) {
      each.get();
    }
    return size.disputes() / ((System.nanoTime() - begin) / 1e9);
  }

  private static Dispute open(Channel channel, String provider, String line) {
    return DisputeServiceGrpc.newBlockingStub(channel)
        .openDispute(
            OpenDisputeRequest.newBuilder()
                .setParent("providers/" + provider)
                .setRequestId(UUID.randomUUID().toString())
                .setDispute(
                    Dispute.newBuilder()
                        .addLines(
                            DisputedLine.newBuilder()
                                .setLine(line)
                                .setReason(DisputedLine.Reason.CUSTOMER_UNRECOGNIZED)))
                .build());
  }

  private static void log(Channel channel, String callback) {
    var _ =
        CallbackServiceGrpc.newBlockingStub(channel)
            .logAttempt(
                LogAttemptRequest.newBuilder()
                    .setName(callback)
                    .setRequestId(UUID.randomUUID().toString())
                    .setOutcome(Callback.Outcome.NO_ANSWER)
                    .setNote("rang for a minute")
                    .build());
  }

  /** The names of the lines of so many invoices of a new provider. */
  private static List<String> invoiced(Channel channel, String provider, int invoices) {
    String parent =
        ProviderServiceGrpc.newBlockingStub(channel)
            .createProvider(
                CreateProviderRequest.newBuilder()
                    .setProviderId(provider)
                    .setProvider(Provider.newBuilder().setDisplayName(provider))
                    .build())
            .getName();
    List<String> customers = new ArrayList<>();
    for (int i = 0; i < CUSTOMERS; i++) {
      customers.add(customer(channel, parent, "c" + i));
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < invoices; i++) {
      lines.add(line(channel, customers.get(i % CUSTOMERS), "i" + i));
    }
    return lines;
  }

  private static String customer(Channel channel, String provider, String id) {
    return CustomerServiceGrpc.newBlockingStub(channel)
        .createCustomer(
            CreateCustomerRequest.newBuilder()
                .setParent(provider)
                .setCustomerId(id)
                .setCustomer(
                    Customer.newBuilder()
                        .setDisplayName("Customer " + id)
                        .setTimeZone("Europe/Berlin")
                        .setPhone("+1 312 555 0100"))
                .build())
        .getName();
  }

  private static String line(Channel channel, String customer, String invoice) {
    Money amount = Money.newBuilder().setCurrencyCode("USD").setUnits(120).build();
    Date day = Date.newBuilder().setYear(2026).setMonth(5).setDay(5).build();
    return InvoiceServiceGrpc.newBlockingStub(channel)
            .createInvoice(
                CreateInvoiceRequest.newBuilder()
                    .setParent(customer)
                    .setInvoiceId(invoice)
                    .setInvoice(Invoice.newBuilder().setInvoiceDate(day).setCurrencyCode("USD"))
                    .addLaborLines(
                        LaborLine.newBuilder()
                            .setName("lines/1")
                            .setWorkDate(day)
                            .setTechnician("Tom Bell")
                            .setHours(1)
                            .setRate(amount)
                            .setAmount(amount)
                            .setDescription("Firewall firmware upgrade"))
                    .build())
            .getName()
        + "/lines/1";
  }

  private static String id(Dispute dispute) {
    return dispute.getName().substring(dispute.getName().lastIndexOf('/') + 1);
  }
}
