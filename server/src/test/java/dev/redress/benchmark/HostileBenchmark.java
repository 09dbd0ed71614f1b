package dev.redress.benchmark;

import com.google.protobuf.ByteString;
import dev.redress.app.TestAccess;
import dev.redress.v1.AccessServiceGrpc;
import dev.redress.v1.CreateApiKeyRequest;
import dev.redress.v1.CreateCustomerRequest;
import dev.redress.v1.CreatePrincipalRequest;
import dev.redress.v1.Customer;
import dev.redress.v1.CustomerServiceGrpc;
import dev.redress.v1.GetProviderRequest;
import dev.redress.v1.ListCustomersRequest;
import dev.redress.v1.Principal;
import dev.redress.v1.ProviderServiceGrpc;
import io.grpc.ManagedChannel;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * What honest callers notice while one thread of somebody hostile does its worst: how long their
 * calls take, whether one fails, and what memory the server takes.
 *
 * <p>A server in a process of its own with a heap of 256 MiB, on embedded Derby. Two callers, one
 * that reads a provider and one that creates customers, 50 calls a second each, over connections
 * that they have and, once a second, over a new one. All run on one machine, so that an attack also
 * takes processor time from the callers.
 *
 * <p>Arguments: seconds of each attack (default 15).
 */
public final class HostileBenchmark {
  private static final int CUSTOMERS = 1_000;
  private static final long PAUSE_NANOS = 20_000_000;

  private HostileBenchmark() {}

  /** Runs it and prints the times. */
  public static void main(String[] arguments) throws Exception {
    int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
    Path data = Files.createTempDirectory("redress-hostile");
    Process server = start(data);
    try (BufferedReader said = server.errorReader()) {
      int port = port(said);
      Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
      Path token = data.resolve("token");
      ManagedChannel channel = TestAccess.channel(port, token);
      fill(channel);
      Attack.Target target =
          new Attack.Target(
              port,
              key(channel),
              ByteString.copyFrom(
                  RawConnection.message(
                      ListCustomersRequest.newBuilder()
                          .setParent("providers/default")
                          .setPageSize(CUSTOMERS)
                          .build()
                          .toByteArray(),
                      false)));
      measure(server, token, Attack.NONE, target, seconds);
      System.out.printf(
          Locale.ROOT,
          "%-14s %9s %7s %9s %9s %9s %9s %8s %8s%n",
          "attack",
          "done",
          "calls",
          "p50 ms",
          "p99 ms",
          "max ms",
          "new p99",
          "failed",
          "RSS MiB");
      for (Attack attack : Attack.values()) {
        System.out.println(measure(server, token, attack, target, seconds));
      }
      channel.shutdownNow();
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static Process start(Path data) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            "dev.redress.app.Main",
            "--data",
            data.toString(),
            "--port",
            "0",
            "--token-file",
            data.resolve("token").toString())
        .start();
  }

  private static int port(BufferedReader said) throws IOException {
    String line = said.readLine();
    while (line != null && !line.startsWith("redress: ready on ")) {
      line = said.readLine();
    }
    if (line == null) {
      throw new IllegalStateException("the server did not start");
    }
    String address = line.substring(0, line.indexOf(','));
    String port = address.substring(address.lastIndexOf(':') + 1);
    said.readLine();
    return Integer.parseInt(port);
  }

  /** So that a list is long. */
  private static void fill(ManagedChannel channel) {
    for (int i = 0; i < CUSTOMERS; i++) {
      create(channel);
    }
  }

  /** The key of a system that is let in, and then turns hostile. */
  private static String key(ManagedChannel channel) {
    AccessServiceGrpc.AccessServiceBlockingStub access = AccessServiceGrpc.newBlockingStub(channel);
    Principal hostile =
        access.createPrincipal(
            CreatePrincipalRequest.newBuilder()
                .setParent("providers/default")
                .setPrincipalId("hostile")
                .setPrincipal(
                    Principal.newBuilder().setRole(Principal.Role.INTEGRATION).setActor("hostile"))
                .build());
    return access
        .createApiKey(CreateApiKeyRequest.newBuilder().setParent(hostile.getName()).build())
        .getSecret();
  }

  private static void create(ManagedChannel channel) {
    String id = UUID.randomUUID().toString();
    var _ =
        CustomerServiceGrpc.newBlockingStub(channel)
            .createCustomer(
                CreateCustomerRequest.newBuilder()
                    .setParent("providers/default")
                    .setCustomerId(id)
                    .setCustomer(Customer.newBuilder().setDisplayName(id).setTimeZone("UTC"))
                    .build());
  }

  private static void read(ManagedChannel channel) {
    var _ =
        ProviderServiceGrpc.newBlockingStub(channel)
            .getProvider(GetProviderRequest.newBuilder().setName("providers/default").build());
  }

  private static String measure(
      Process server, Path token, Attack attack, Attack.Target target, int seconds)
      throws Exception {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    AtomicBoolean goOn = new AtomicBoolean(true);
    AtomicLong done = new AtomicLong();
    Thread attacker =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (goOn.get()) {
                    try {
                      attack.once(target, goOn::get);
                    } catch (IOException e) {
                      // Cut off; it comes again.
                    } catch (InterruptedException e) {
                      return;
                    }
                    done.incrementAndGet();
                  }
                });
    Honest reader = new Honest(target.port(), token, end, HostileBenchmark::read);
    Honest writer = new Honest(target.port(), token, end, HostileBenchmark::create);
    Thread reading = Thread.ofPlatform().start(reader);
    writer.run();
    reading.join();
    goOn.set(false);
    attacker.join();
    List<Double> known = new ArrayList<>(reader.known);
    known.addAll(writer.known);
    List<Double> fresh = new ArrayList<>(reader.fresh);
    fresh.addAll(writer.fresh);
    return String.format(
        Locale.ROOT,
        "%-14s %,9d %,7d %9.1f %9.1f %9.1f %9.1f %8d %8d",
        attack.name().toLowerCase(Locale.ROOT).replace('_', ' '),
        done.get(),
        known.size() + fresh.size(),
        quantile(known, 0.5),
        quantile(known, 0.99),
        quantile(known, 1),
        quantile(fresh, 0.99),
        reader.failed + writer.failed,
        residentMiB(server));
  }

  private static double quantile(List<Double> millis, double part) {
    double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1L, Math.round(part * sorted.length))];
  }

  /** What the process takes of memory now, as the system counts it. */
  private static long residentMiB(Process server) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + server.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024)
        .findFirst()
        .orElse(-1);
  }

  /** A caller, 50 times a second. */
  private static final class Honest implements Runnable {
    private static final int CALLS_A_CONNECTION = 50;

    private final int port;
    private final Path token;
    private final long endNanos;
    private final Call call;
    final List<Double> known = new ArrayList<>();
    final List<Double> fresh = new ArrayList<>();
    int failed;

    Honest(int port, Path token, long endNanos, Call call) {
      this.port = port;
      this.token = token;
      this.endNanos = endNanos;
      this.call = call;
    }

    @Override
    public void run() {
      ManagedChannel held = TestAccess.channel(port, token);
      time(held, new ArrayList<>());
      for (int number = 1; System.nanoTime() < endNanos; number++) {
        if (number % CALLS_A_CONNECTION == 0) {
          ManagedChannel other = TestAccess.channel(port, token);
          time(other, fresh);
          other.shutdownNow();
        } else {
          time(held, known);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      held.shutdownNow();
    }

    private void time(ManagedChannel channel, List<Double> millis) {
      long begin = System.nanoTime();
      try {
        call.on(channel);
        millis.add((System.nanoTime() - begin) / 1e6);
      } catch (RuntimeException e) {
        failed++;
        System.err.println(e.getMessage());
      }
    }
  }

  /** What a caller asks for. */
  @FunctionalInterface
  private interface Call {
    void on(ManagedChannel channel);
  }
}
