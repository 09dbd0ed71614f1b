package dev.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.grpc.ManagedChannel;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that is not ours works a dispute, with nothing but what the server says of itself. */
class StrangerIT {
  @TempDir private Path folder;

  @Test
  void stranger_listsVerdictsOpensADisputeAndLogsAnAttempt() throws Exception {
    try (TestServer server = TestServer.start(folder.resolve("data"))) {
      SampleMonth.load(server, folder);
      ManagedChannel channel = server.channel();
      ReflectionClient stranger = new ReflectionClient(channel);

      JsonArray matched =
          json(stranger.call(
                  "redress.v1.ReconciliationService",
                  "ListVerdicts",
                  """
                      {"parent": "providers/default", "filter": "verdict = \\"MATCHED\\""}
                      """))
              .getAsJsonArray("verdicts");
      assertThat(matched).isNotEmpty();
      String line = matched.get(0).getAsJsonObject().get("line").getAsString();

      String open =
          """
          {"parent": "providers/default", "requestId": "%s", "dispute": {"lines": [
            {"line": "%s", "reason": "CUSTOMER_UNRECOGNIZED"}]}}
          """
              .formatted(UUID.randomUUID(), line);
      JsonObject dispute = json(stranger.call("redress.v1.DisputeService", "OpenDispute", open));
      JsonObject again = json(stranger.call("redress.v1.DisputeService", "OpenDispute", open));
      assertThat(again).isEqualTo(dispute);

      JsonObject followed =
          json(
              stranger.call(
                  "redress.v1.CallbackService",
                  "LogAttempt",
                  """
                  {"name": "%s", "outcome": "REACHED", "note": "will look at it"}
                  """
                      .formatted(dispute.get("callback").getAsString())));
      assertThat(followed.getAsJsonObject("callback").get("state").getAsString())
          .isEqualTo("COMPLETED");
      assertThat(followed.getAsJsonObject("successor").get("state").getAsString())
          .isEqualTo("SCHEDULED");

      JsonObject seen =
          json(
              stranger.call(
                  "redress.v1.DisputeService",
                  "GetDispute",
                  "{\"name\": \"%s\"}".formatted(dispute.get("name").getAsString())));
      assertThat(seen.get("customerReached").getAsBoolean()).isTrue();
      channel.shutdownNow();
    }
  }

  @Test
  void terminate_endsWithZeroAndTheDataIsThereAgain() throws Exception {
    Path data = folder.resolve("data");
    TestServer server = TestServer.start(data);
    SampleMonth.load(server, folder);
    int verdicts;
    try (TestClient client = new TestClient(server)) {
      verdicts = client.verdicts("default").size();
    }
    assertThat(server.terminate()).as("exit code; said: %s", server.said()).isZero();
    try (TestServer next = TestServer.start(data);
        TestClient client = new TestClient(next)) {
      assertThat(client.verdicts("default")).hasSize(verdicts).isNotEmpty();
      assertThat(client.violations("default")).isEmpty();
    }
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }
}
