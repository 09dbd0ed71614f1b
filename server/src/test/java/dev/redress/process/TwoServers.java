package dev.redress.process;

import io.grpc.ManagedChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/** Two server processes on one database, one of which is killed now and then. */
final class TwoServers implements AutoCloseable {
  private static final int COUNT = 2;
  private static final int ERROR_LINES_MAX = 60;

  private final TestDatabase database;
  private final Path folder;
  private final AtomicReferenceArray<Running> running = new AtomicReferenceArray<>(COUNT);
  private int kills;

  TwoServers(TestDatabase database, Path folder) {
    this.database = database;
    this.folder = folder;
    for (int i = 0; i < COUNT; i++) {
      running.set(i, start(i));
    }
  }

  /** A connection to one of them; it may be dead already. */
  ManagedChannel channel(int number) {
    return running.get(Math.floorMod(number, COUNT)).channel();
  }

  /** Ends one as a power cut would, and starts it again. */
  void killOne() {
    int victim = kills % COUNT;
    running.get(victim).server().kill();
    Running next = start(victim);
    running.getAndSet(victim, next).channel().shutdownNow();
    kills++;
  }

  /** What those that run now logged as errors, which no call may lead to. */
  List<String> errors() {
    return IntStream.range(0, COUNT)
        .mapToObj(running::get)
        .flatMap(each -> each.server().said().stream())
        .dropWhile(line -> !line.contains(" ERROR "))
        .limit(ERROR_LINES_MAX)
        .toList();
  }

  /** How often one was killed. */
  int kills() {
    return kills;
  }

  private Running start(int number) {
    TestServer server = database.startServer(folder.resolve("server" + number));
    return new Running(server, server.channel());
  }

  @Override
  public void close() {
    List<Running> all = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      all.add(running.get(i));
    }
    for (Running each : all) {
      each.channel().shutdownNow();
      each.server().close();
    }
  }

  private record Running(TestServer server, ManagedChannel channel) {}
}
