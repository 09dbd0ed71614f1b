package dev.redress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
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
  void stranger_worksADisputeToItsEndTwice() throws Exception {
    try (TestServer server = TestServer.start(folder.resolve("data"))) {
      SampleMonth.load(server, folder);
      ManagedChannel channel = server.channel();
      ReflectionClient sarah = as("Sarah Whitlock", channel);
      ReflectionClient bo = as("bo", channel);
      limit(sarah, "CLERK", 50);
      limit(sarah, "ACCOUNT_MANAGER", 1_000);
      JsonObject dispute = open(sarah, "26091-05");
      String name = dispute.get("name").getAsString();

      String second =
          next(logged(bo, callback(dispute), "HUNG_UP", "\"approach\": \"ask for Anna\""));
      String third = next(logged(bo, second, "WRONG_NUMBER", "\"contact\": \"Anna Berg\""));
      String fourth = next(logged(bo, third, "REACHED", "\"note\": \"spoke to Anna\""));
      accepted(sarah, name, bo, "bo");
      accepted(bo, name, sarah, "Sarah Whitlock");
      assertThat(json(disputes(sarah, "GetDispute", name, "")).get("callback").getAsString())
          .isEqualTo(fourth);

      disputes(bo, "BeginReview", name, "");
      disputes(bo, "ProposeResolution", name, "\"otherLinesOutcome\": \"CREDITED\"");
      assertThatThrownBy(() -> disputes(bo, "ApproveResolution", name, ""))
          .hasMessageContaining("bo may concede up to 50.00 USD");
      disputes(sarah, "ApproveResolution", name, "");
      JsonObject resolved = json(disputes(sarah, "Resolve", name, ""));
      assertThat(resolved.get("state").getAsString()).isEqualTo("RESOLVED");

      JsonObject reopened = json(disputes(sarah, "ReopenDispute", name, "\"reason\": \"more\""));
      logged(sarah, callback(reopened), "REACHED", "\"note\": \"explained\"");
      JsonObject again =
          json(disputes(sarah, "Resolve", name, "\"otherLinesOutcome\": \"EXPLAINED\""));
      assertThat(again.get("state").getAsString()).isEqualTo("RESOLVED");
      assertThat(again.get("reopenCount").getAsInt()).isOne();
      assertThat(again.get("creditedAmount")).isEqualTo(resolved.get("creditedAmount"));
      assertThat(TestClient.violations(channel, "providers/default")).isEmpty();
      channel.shutdownNow();
    }
  }

  private static ReflectionClient as(String actor, Channel channel) {
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of("redress-actor", Metadata.ASCII_STRING_MARSHALLER), actor);
    return new ReflectionClient(
        ClientInterceptors.intercept(channel, MetadataUtils.newAttachHeadersInterceptor(headers)));
  }

  private static void limit(ReflectionClient who, String role, int units) throws Exception {
    who.call(
        "redress.v1.AuthorityService",
        "SetAuthorityLimit",
        """
        {"parent": "providers/default", "authorityLimit": {"role": "%s",
          "limit": {"currencyCode": "USD", "units": "%d"}}}
        """
            .formatted(role, units));
  }

  private static JsonObject open(ReflectionClient who, String line) throws Exception {
    return json(
        who.call(
            "redress.v1.DisputeService",
            "OpenDispute",
            """
            {"parent": "providers/default", "disputeId": "walk", "dispute": {"lines": [{"line":
              "providers/default/customers/VARN/invoices/INV-26091/lines/%s",
              "reason": "NOT_DELIVERED"}]}}
            """
                .formatted(line)));
  }

  private static String disputes(ReflectionClient who, String method, String name, String more)
      throws Exception {
    return who.call("redress.v1.DisputeService", method, named(name, more));
  }

  private static JsonObject logged(
      ReflectionClient who, String callback, String outcome, String more) throws Exception {
    return json(
        who.call(
            "redress.v1.CallbackService",
            "LogAttempt",
            named(callback, "\"outcome\": \"%s\", %s".formatted(outcome, more))));
  }

  /** Hands a dispute over, and has it accepted. */
  private static void accepted(
      ReflectionClient from, String dispute, ReflectionClient to, String receiver)
      throws Exception {
    String asked =
        disputes(
            from,
            "HandOffDispute",
            dispute,
            "\"receiver\": \"%s\", \"reason\": \"knows more\"".formatted(receiver));
    JsonObject accepted =
        json(disputes(to, "AcceptHandoff", json(asked).get("name").getAsString(), ""));
    assertThat(accepted.get("state").getAsString()).isEqualTo("ACCEPTED");
  }

  private static String named(String name, String more) {
    return "{\"name\": \"%s\"%s}".formatted(name, more.isEmpty() ? "" : ", " + more);
  }

  private static String callback(JsonObject dispute) {
    return dispute.get("callback").getAsString();
  }

  private static String next(JsonObject logged) {
    return logged.getAsJsonObject("successor").get("name").getAsString();
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
