package dev.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.DayOfWeek;
import dev.redress.v1.BusinessDay;
import dev.redress.v1.BusinessWindow;
import dev.redress.v1.CreateProviderRequest;
import dev.redress.v1.Escalation;
import dev.redress.v1.EscalationServiceGrpc;
import dev.redress.v1.Event;
import dev.redress.v1.EventServiceGrpc;
import dev.redress.v1.ListEscalationsRequest;
import dev.redress.v1.ListEscalationsResponse;
import dev.redress.v1.ListEventsRequest;
import dev.redress.v1.ListEventsResponse;
import dev.redress.v1.Provider;
import dev.redress.v1.ProviderServiceGrpc;
import dev.redress.v1.ProviderSettings;
import io.grpc.Channel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight people work on the same disputes by two servers on one PostgreSQL, each of which is killed
 * in turn. Nothing that was answered is lost or done twice, and somebody who follows the events
 * sees each of them, in order.
 *
 * <p>How much is done is set by {@code redress.drill.commands} and {@code
 * redress.drill.killSeconds}; the build does little, docs/performance.md says what was done.
 */
class DrillIT {
  private static final long COMMANDS = Long.getLong("redress.drill.commands", 4_000);
  private static final long KILL_SECONDS = Long.getLong("redress.drill.killSeconds", 4);
  private static final long SEED = Long.getLong("redress.drill.seed", 20_261_122);
  private static final int CLERKS = 8;
  private static final int CUSTOMERS = 12;
  private static final int INVOICES = 10;
  private static final int PAGE_SIZE = 1_000;
  private static final long CATCH_UP_SECONDS = 60;

  @TempDir private Path folder;

  @Test
  void nothingIsLostOrDoneTwice_whateverIsKilled() throws Exception {
    try (TestDatabase database =
            TestDatabase.open(TestDatabase.Kind.POSTGRESQL, folder.resolve("data"));
        TwoServers servers = new TwoServers(database, folder)) {
      String provider = createProvider(servers.channel(0));
      Desk desk = Desk.create(servers.channel(0), provider, CUSTOMERS, INVOICES);
      Ledger ledger = new Ledger(COMMANDS);
      Watcher watcher = new Watcher(servers, provider);
      Thread watching = Thread.ofPlatform().start(watcher);
      long begin = System.nanoTime();
      try {
        work(servers, provider, desk, ledger);
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
        List<Event> journal = events(servers.channel(0), provider);
        awaitSeen(watcher, journal.getLast().getSequence());
        List<Escalation> escalations = escalations(servers.channel(0), provider);
        System.out.printf(
            Locale.ROOT,
            "%d commands in %d s, %d refused; %d kills, %d connections of the watcher; %d events, %d"
                + " escalations; refused: %s%n",
            ledger.count(),
            seconds,
            ledger.refusals().values().stream().mapToLong(LongAdder::sum).sum(),
            servers.kills(),
            watcher.connections(),
            journal.size(),
            escalations.size(),
            ledger.refusals());
        assertThat(ledger.differences(journal)).isEmpty();
        assertThat(violations(servers, provider)).isEmpty();
        assertThat(escalations)
            .extracting(
                each -> each.getSubject() + " level " + each.getLevel() + " " + each.getLevelTime())
            .doesNotHaveDuplicates();
        assertThat(servers.errors()).isEmpty();
      } catch (ExecutionException e) {
        throw new AssertionError("a call failed; the servers said: " + servers.errors(), e);
      } finally {
        watcher.stop();
        watching.join();
      }
      assertThat(watcher.problems()).isEmpty();
      assertThat(watcher.seen())
          .startsWith(
              events(servers.channel(0), provider).stream()
                  .limit(watcher.seen().size())
                  .toArray(Event[]::new));
      assertThat(servers.kills()).isPositive();
    }
  }

  private static void work(TwoServers servers, String provider, Desk desk, Ledger ledger)
      throws Exception {
    List<String> names = IntStream.range(0, CLERKS).mapToObj(i -> "clerk" + i).toList();
    try (ExecutorService people = Executors.newFixedThreadPool(CLERKS)) {
      List<Future<Void>> all =
          IntStream.range(0, CLERKS)
              .mapToObj(
                  i -> new Clerk(names.get(i), names, servers, provider, desk, ledger, i, SEED + i))
              .map(people::submit)
              .toList();
      try {
        for (Future<Void> each : all) {
          while (!isDone(each)) {
            servers.killOne();
          }
        }
      } finally {
        ledger.close();
      }
    }
  }

  /** Whether somebody is done before the next server is to be killed. */
  private static boolean isDone(Future<Void> work) throws Exception {
    try {
      work.get(KILL_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }

  private static String createProvider(Channel channel) {
    return ProviderServiceGrpc.newBlockingStub(channel)
        .createProvider(
            CreateProviderRequest.newBuilder()
                .setProviderId("north")
                .setProvider(
                    Provider.newBuilder()
                        .setDisplayName("North")
                        .setSettings(
                            ProviderSettings.newBuilder()
                                .setAttemptsMax(2)
                                .addAllBusinessDays(allDays())))
                .build())
        .getName();
  }

  private static List<BusinessDay> allDays() {
    return Stream.of(DayOfWeek.values())
        .filter(day -> day != DayOfWeek.DAY_OF_WEEK_UNSPECIFIED && day != DayOfWeek.UNRECOGNIZED)
        .map(
            day ->
                BusinessDay.newBuilder()
                    .setDay(day)
                    .addWindows(BusinessWindow.newBuilder().setEndMinutes(24 * 60))
                    .build())
        .toList();
  }

  private static void awaitSeen(Watcher watcher, long sequence) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(CATCH_UP_SECONDS);
    while (watcher.last() < sequence && System.nanoTime() < until) {
      Thread.sleep(50);
    }
    assertThat(watcher.last()).isGreaterThanOrEqualTo(sequence);
  }

  private static List<String> violations(TwoServers servers, String provider) {
    return TestClient.violations(servers.channel(0), provider);
  }

  private static List<Event> events(Channel channel, String provider) {
    List<Event> all = new ArrayList<>();
    String token = "";
    do {
      ListEventsResponse page =
          EventServiceGrpc.newBlockingStub(channel)
              .listEvents(
                  ListEventsRequest.newBuilder()
                      .setParent(provider)
                      .setPageSize(PAGE_SIZE)
                      .setPageToken(token)
                      .build());
      all.addAll(page.getEventsList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return all;
  }

  private static List<Escalation> escalations(Channel channel, String provider) {
    List<Escalation> all = new ArrayList<>();
    String token = "";
    do {
      ListEscalationsResponse page =
          EscalationServiceGrpc.newBlockingStub(channel)
              .listEscalations(
                  ListEscalationsRequest.newBuilder()
                      .setParent(provider)
                      .setPageSize(PAGE_SIZE)
                      .setPageToken(token)
                      .build());
      all.addAll(page.getEscalationsList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return all;
  }
}
