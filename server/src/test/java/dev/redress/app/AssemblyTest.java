package dev.redress.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.v1.GetServerStatusRequest;
import dev.redress.v1.ServerServiceGrpc;
import io.grpc.ManagedChannel;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole server, as its metrics page shows it. */
class AssemblyTest {

  @Test
  void start_sweepsForEscalationsAndShowsTheLag(@TempDir Path folder) throws Exception {
    ServerConfig config =
        new ServerConfig(
            folder,
            null,
            "",
            "",
            InetAddress.getLoopbackAddress(),
            0,
            0,
            1,
            4,
            16,
            1,
            0,
            true,
            null,
            false,
            TestAccess.settings(folder),
            null);

    try (Assembly server = Assembly.start(config);
        HttpClient http = HttpClient.newHttpClient()) {
      ManagedChannel channel = TestAccess.channel(server.port(), server.tokenFile());
      var _ =
          ServerServiceGrpc.newBlockingStub(channel)
              .getServerStatus(GetServerStatusRequest.getDefaultInstance());
      channel.shutdownNow();
      URI page = URI.create("http://" + server.metricsAddress().orElseThrow() + "/metrics");

      assertThat(http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body())
          .contains("redress_escalation_lag_seconds 0.0\n", "redress_escalations_fired_total 0.0\n")
          .contains("redress_calls_seconds_count{code=\"OK\",method=\"GetServerStatus\"} 1")
          .contains("redress_cache_entries{cache=\"provider\"}")
          .contains("redress_verdicts_total{verdict=\"unmatched\"} 0.0\n")
          .contains("redress_disputes_open 0.0\n", "redress_callbacks_live 0.0\n")
          .contains("redress_callbacks_overdue 0.0\n")
          .contains("redress_sweep_age_seconds{sweep=\"escalate\"}")
          .contains("redress_sweep_failures_total{sweep=\"health\"} 0.0\n")
          .doesNotContain("NaN");
    }
  }
}
