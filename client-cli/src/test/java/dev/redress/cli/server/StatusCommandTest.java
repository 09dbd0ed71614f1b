package dev.redress.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.CacheStatus;
import dev.redress.v1.GetServerStatusRequest;
import dev.redress.v1.ServerServiceGrpc;
import dev.redress.v1.ServerStatus;
import io.grpc.stub.StreamObserver;
import org.junit.jupiter.api.Test;

class StatusCommandTest {
  @Test
  void status_showsTheServerAndItsCaches() {
    CliRun run = run(true);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            SERVING         yes
            VERSION         1.0
            DATABASE        Apache Derby
            SCHEMA VERSION  007

            CACHE     ENTRIES  HITS  MISSES  HIT %
            customer        3     9       3   75.0
            """);
  }

  @Test
  void status_ofAServerThatDoesNotServeExitsWith7() {
    CliRun run = run(false);
    assertThat(run.exitCode()).isEqualTo(7);
    assertThat(run.out()).startsWith("SERVING         no\n");
    assertThat(run.err()).contains("its database does not");
  }

  private static CliRun run(boolean serving) {
    ServerServiceGrpc.ServerServiceImplBase service =
        new ServerServiceGrpc.ServerServiceImplBase() {
          @Override
          public void getServerStatus(
              GetServerStatusRequest request, StreamObserver<ServerStatus> answer) {
            answer.onNext(
                ServerStatus.newBuilder()
                    .setServing(serving)
                    .setVersion("1.0")
                    .setDatabase("Apache Derby")
                    .setSchemaVersion("007")
                    .addCaches(
                        CacheStatus.newBuilder()
                            .setCache("customer")
                            .setEntries(3)
                            .setHits(9)
                            .setMisses(3))
                    .build());
            answer.onCompleted();
          }
        };
    try (FakeServer server = new FakeServer(service)) {
      return CliRun.of(server, "status");
    }
  }
}
