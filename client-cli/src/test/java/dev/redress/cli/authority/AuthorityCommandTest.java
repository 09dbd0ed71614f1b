package dev.redress.cli.authority;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import com.google.type.Money;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.AuthorityLimit;
import dev.redress.v1.AuthorityServiceGrpc;
import dev.redress.v1.DeleteAuthorityLimitRequest;
import dev.redress.v1.ListAuthorityLimitsRequest;
import dev.redress.v1.ListAuthorityLimitsResponse;
import dev.redress.v1.SetAuthorityLimitRequest;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuthorityCommandTest {
  private final Limits limits = new Limits();
  private final FakeServer server = new FakeServer(limits);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void set_saysWhoMayConcedeWhat() {
    CliRun clerk =
        CliRun.of(
            server, "authority", "set", "--role", "clerk", "--limit", "200", "--currency", "USD");

    assertThat(clerk.err())
        .contains("From now on CLERK may concede up to 200.00 USD on a dispute.");
    assertThat(limits.set.getFirst().getAuthorityLimit().getRole())
        .isEqualTo(AuthorityLimit.Role.CLERK);
    assertThat(limits.set.getFirst().getRequestId()).isNotEmpty();
    CliRun goodwill =
        CliRun.of(server, "authority", "set", "--goodwill", "--limit", "25", "--currency", "USD");
    assertThat(goodwill.err()).contains("goodwill covers up to 25.00 USD");
  }

  @Test
  void list_showsHoldersAndLimits() {
    assertThat(CliRun.of(server, "authority", "list").out())
        .isEqualTo(
            """
            HOLDER       LIMIT
            mia     500.00 USD
            """);
  }

  @Test
  void remove_namesHolderAndCurrency() {
    CliRun run = CliRun.of(server, "authority", "remove", "--person", "mia", "--currency", "USD");

    assertThat(run.err()).contains("mia has no limit of its own in USD any more.");
    assertThat(limits.removed.getFirst().getAuthorityLimit().getLimit().getCurrencyCode())
        .isEqualTo("USD");
  }

  @Test
  void holder_isExactlyOne() {
    for (List<String> holder :
        List.of(List.<String>of(), List.of("--goodwill", "--person", "mia"))) {
      List<String> command = new ArrayList<>(List.of("authority", "remove", "--currency", "USD"));
      command.addAll(holder);

      CliRun run = CliRun.of(server, command.toArray(String[]::new));

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).contains("give one of --role, --person and --goodwill");
    }
  }

  private static final class Limits extends AuthorityServiceGrpc.AuthorityServiceImplBase {
    private final List<SetAuthorityLimitRequest> set = new ArrayList<>();
    private final List<DeleteAuthorityLimitRequest> removed = new ArrayList<>();

    @Override
    public void listAuthorityLimits(
        ListAuthorityLimitsRequest request, StreamObserver<ListAuthorityLimitsResponse> observer) {
      observer.onNext(
          ListAuthorityLimitsResponse.newBuilder()
              .addAuthorityLimits(
                  AuthorityLimit.newBuilder()
                      .setPerson("mia")
                      .setLimit(Money.newBuilder().setCurrencyCode("USD").setUnits(500)))
              .build());
      observer.onCompleted();
    }

    @Override
    public void setAuthorityLimit(
        SetAuthorityLimitRequest request, StreamObserver<AuthorityLimit> observer) {
      set.add(request);
      observer.onNext(request.getAuthorityLimit());
      observer.onCompleted();
    }

    @Override
    public void deleteAuthorityLimit(
        DeleteAuthorityLimitRequest request, StreamObserver<Empty> observer) {
      removed.add(request);
      observer.onNext(Empty.getDefaultInstance());
      observer.onCompleted();
    }
  }
}
