package dev.redress.cli.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.AccessServiceGrpc;
import dev.redress.v1.ApiKey;
import dev.redress.v1.Caller;
import dev.redress.v1.CreateApiKeyRequest;
import dev.redress.v1.CreatePrincipalRequest;
import dev.redress.v1.GetCallerRequest;
import dev.redress.v1.Principal;
import dev.redress.v1.RevokeApiKeyRequest;
import dev.redress.v1.UpdatePrincipalRequest;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessCommandsTest {
  private static final String ANN = "providers/default/principals/ann";

  @TempDir Path folder;

  private final Access access = new Access();
  private final FakeServer server = new FakeServer(access);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void whoami_saysWhatTheServerUnderstood() {
    CliRun run = CliRun.of(server, "whoami");

    assertThat(run.out())
        .contains("ACTOR      Ann Weaver\n", "ROLE       CLERK\n", "PROVED BY  " + ANN + "\n");
  }

  @Test
  void principalAdd_saysWhatComesNext() {
    CliRun run = CliRun.of(server, "principal", "add", "ann", "--role", "clerk", "--as", "Ann W");

    CreatePrincipalRequest request = (CreatePrincipalRequest) access.calls.getFirst();
    assertThat(request.getParent()).isEqualTo("providers/default");
    assertThat(request.getPrincipal().getRole()).isEqualTo(Principal.Role.CLERK);
    assertThat(request.getPrincipal().getActor()).isEqualTo("Ann W");
    assertThat(run.err()).isEqualTo("next: redress key create ann --out FILE\n");
  }

  @Test
  void principalUpdate_changesWhatIsNamed() {
    CliRun.of(server, "principal", "update", "ann", "--disabled");
    CliRun.of(server, "principal", "update", "ann", "--role", "lead", "--subject", "");

    assertThat(((UpdatePrincipalRequest) access.calls.get(0)).getUpdateMask().getPathsList())
        .containsExactly("disabled");
    assertThat(((UpdatePrincipalRequest) access.calls.get(1)).getUpdateMask().getPathsList())
        .containsExactly("role", "subject");
    assertThat(CliRun.of(server, "principal", "update", "ann").exitCode()).isEqualTo(2);
    assertThat(
            CliRun.of(server, "principal", "update", "ann", "--disabled", "--enabled").exitCode())
        .isEqualTo(2);
  }

  @Test
  void keyCreate_writesAFileThatOnlyItsOwnerReads() throws IOException {
    Path file = folder.resolve("ann.key");

    CliRun run = CliRun.of(server, "key", "create", "ann", "--out", file.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(file).hasContent("rdk.default.ann.k1.secret\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(run.out() + run.err()).doesNotContain("secret\n").contains("--token-file " + file);
  }

  @Test
  void keyCreate_doesNotMakeAKeyForAFileThatIsThere() throws IOException {
    Path file = Files.writeString(folder.resolve("ann.key"), "precious");

    CliRun run = CliRun.of(server, "key", "create", "ann", "--out", file.toString());

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(file).hasContent("precious");
    assertThat(access.calls).isEmpty();
  }

  @Test
  void keyCreate_printsTheSecretWhereNoFileIsNamed_andTellsWhenItWasLost() {
    assertThat(CliRun.of(server, "key", "create", "ann").out())
        .isEqualTo("rdk.default.ann.k1.secret\n");

    access.secret = "";
    CliRun lost =
        CliRun.of(server, "key", "create", "ann", "--out", folder.resolve("x").toString());

    assertThat(lost.exitCode()).isEqualTo(6);
    assertThat(lost.err()).contains("its secret was lost on the way");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void keyRotation_namesTheOldKeyAndTheOverlap() {
    CliRun.of(
        server, "key", "create", "ann", "--replaces", "k0", "--overlap-days", "7", "--days", "90");

    CreateApiKeyRequest request = (CreateApiKeyRequest) access.calls.getFirst();
    assertThat(request.getReplaces()).isEqualTo(ANN + "/apiKeys/k0");
    assertThat(request.getOverlap().getSeconds()).isEqualTo(7 * 86_400);
    assertThat(request.getApiKey().hasExpireTime()).isTrue();
    assertThat(CliRun.of(server, "key", "create", "ann", "--days", "0").exitCode()).isEqualTo(2);
  }

  @Test
  void keyRevoke_namesTheKey() {
    CliRun.of(server, "key", "revoke", "ann", "k1");

    assertThat(((RevokeApiKeyRequest) access.calls.getFirst()).getName())
        .isEqualTo(ANN + "/apiKeys/k1");
  }

  private static final class Access extends AccessServiceGrpc.AccessServiceImplBase {
    private final List<Message> calls = new ArrayList<>();
    private String secret = "rdk.default.ann.k1.secret";

    private <A> void answer(Message request, A answer, StreamObserver<A> observer) {
      calls.add(request);
      observer.onNext(answer);
      observer.onCompleted();
    }

    @Override
    public void getCaller(GetCallerRequest request, StreamObserver<Caller> observer) {
      answer(
          request,
          Caller.newBuilder()
              .setActor("Ann Weaver")
              .setRole(Principal.Role.CLERK)
              .setProvider("providers/default")
              .setPrincipal(ANN)
              .build(),
          observer);
    }

    @Override
    public void createPrincipal(
        CreatePrincipalRequest request, StreamObserver<Principal> observer) {
      answer(request, request.getPrincipal().toBuilder().setName(ANN).build(), observer);
    }

    @Override
    public void updatePrincipal(
        UpdatePrincipalRequest request, StreamObserver<Principal> observer) {
      answer(request, request.getPrincipal(), observer);
    }

    @Override
    public void createApiKey(CreateApiKeyRequest request, StreamObserver<ApiKey> observer) {
      answer(
          request,
          ApiKey.newBuilder().setName(ANN + "/apiKeys/k1").setSecret(secret).build(),
          observer);
    }

    @Override
    public void revokeApiKey(RevokeApiKeyRequest request, StreamObserver<ApiKey> observer) {
      answer(request, ApiKey.newBuilder().setName(request.getName()).build(), observer);
    }
  }
}
