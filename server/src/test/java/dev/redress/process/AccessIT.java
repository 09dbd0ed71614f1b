package dev.redress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets into a real server by a real command line, and who does not. */
class AccessIT {
  @TempDir Path folder;

  @Test
  void operator_isWhoeverReadsTheTokenFile_ofThisStart() throws Exception {
    Path data = folder.resolve("data");
    Path file = folder.resolve("token");
    String first;
    try (TestServer server = TestServer.start(data, "--token-file", file.toString())) {
      first = Files.readString(file);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(run(server, file, "whoami").out()).contains("ADMINISTRATOR");
      assertThat(server.terminate()).isZero();
      assertThat(file).doesNotExist();
    }
    Path old = Files.writeString(folder.resolve("old"), first);
    try (TestServer server = TestServer.start(data, "--token-file", file.toString())) {
      CommandLine.Run refused = run(server, old, "whoami");
      assertThat(refused.exitCode()).isEqualTo(5);
      assertThat(refused.err()).contains("is not that of this start of the server");
      server.kill();
    }
    assertThat(file).as("a token that stays is worthless").exists();
    try (TestServer server = TestServer.start(data, "--token-file", file.toString())) {
      assertThat(run(server, file, "whoami").exitCode()).isZero();
      assertThat(Files.readString(file)).isNotEqualTo(first);
    }
  }

  @Test
  void keyFile_isNotOverwrittenByAServer() throws IOException {
    Path key = Files.writeString(folder.resolve("ann.key"), "rdk.acme.ann.k1.secret");

    assertThatThrownBy(
            () -> TestServer.start(folder.resolve("data"), "--token-file", key.toString()))
        .hasMessageContaining("holds something else, such as a key");
    assertThat(key).hasContent("rdk.acme.ann.k1.secret");
  }

  @Test
  void key_letsIn_survivesARestart_andEndsWhenItIsRevoked() throws Exception {
    Path data = folder.resolve("data");
    Path key = folder.resolve("ann.key");
    String id;
    try (TestServer server = TestServer.start(data)) {
      CommandLine operator = new CommandLine(server, folder);
      assertThat(
              operator
                  .run(List.of("principal", "add", "ann", "--role", "clerk", "--as", "Ann Weaver"))
                  .exitCode())
          .isZero();
      CommandLine.Run made =
          operator.run(List.of("key", "create", "ann", "--out", key.toString(), "-o", "csv"));
      assertThat(made.exitCode()).isZero();
      assertThat(made.out() + made.err()).doesNotContain("rdk.");
      id = made.out().lines().skip(1).findFirst().orElseThrow().split(",", 2)[0];
      id = id.substring(id.lastIndexOf('/') + 1);
    }
    try (TestServer server = TestServer.start(data)) {
      CommandLine operator = new CommandLine(server, folder);
      assertThat(run(server, key, "whoami").out()).contains("Ann Weaver", "CLERK");
      CommandLine.Run forbidden = run(server, key, "provider", "list");
      assertThat(forbidden.exitCode()).isEqualTo(5);
      assertThat(forbidden.err()).contains("may not call ListProviders");
      assertThat(operator.run(List.of("key", "revoke", "ann", id)).exitCode()).isZero();
      CommandLine.Run revoked = run(server, key, "whoami");
      assertThat(revoked.exitCode()).isEqualTo(5);
      assertThat(revoked.err()).contains("the key was revoked");
      assertThat(operator.run(List.of("audit", "verify")).exitCode()).isZero();
      String secret = Files.readString(key).strip();
      assertThat(String.join("\n", server.said()))
          .contains("redress.v1.AccessService/RevokeApiKey OK")
          .as("secrets are in no log")
          .doesNotContain(secret, secret.substring(secret.lastIndexOf('.') + 1));
    }
  }

  @Test
  void otherAddresses_needTls() {
    assertThatThrownBy(() -> TestServer.start(folder.resolve("data"), "--bind", "0.0.0.0"))
        .hasMessageContaining("is not a loopback address and needs --tls-cert and --tls-key");
  }

  private CommandLine.Run run(TestServer server, Path token, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(words));
    command.addAll(List.of("--token-file", token.toString()));
    return new CommandLine(server, folder).run(command);
  }
}
