package dev.redress.cli.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Duration;
import com.google.protobuf.Empty;
import com.google.protobuf.Message;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.DeleteServiceLevelRequest;
import dev.redress.v1.Dispute;
import dev.redress.v1.ListServiceLevelsRequest;
import dev.redress.v1.ListServiceLevelsResponse;
import dev.redress.v1.ServiceLevel;
import dev.redress.v1.ServiceLevelServiceGrpc;
import dev.redress.v1.SetServiceLevelRequest;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceLevelCommandTest {
  private static final ServiceLevel GOLD =
      ServiceLevel.newBuilder()
          .setName("providers/default/serviceLevels/s1")
          .setTier("gold")
          .setFirstCallbackDays(1)
          .setOwnerPercent(50)
          .setLeadPercent(75)
          .setAccountManagerPercent(100)
          .build();

  private final Levels levels = new Levels();
  private final FakeServer server = new FakeServer(levels);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void set_sendsWhatIsSaidAndNothingElse() {
    CliRun run =
        CliRun.of(
            server,
            "service-level",
            "set",
            "--customer",
            "VARN",
            "--priority",
            "urgent",
            "--attempts",
            "9",
            "--gap-minutes",
            "60");
    CliRun.of(server, "service-level", "set", "--tier", "gold", "--resolution-minutes", "960");

    assertThat(levels.calls.stream().map(SetServiceLevelRequest.class::cast))
        .extracting(SetServiceLevelRequest::getServiceLevel)
        .containsExactly(
            ServiceLevel.newBuilder()
                .setCustomer("providers/default/customers/VARN")
                .setPriority(Dispute.Priority.URGENT)
                .setAttemptsMax(9)
                .setAttemptGap(Duration.newBuilder().setSeconds(3_600))
                .build(),
            ServiceLevel.newBuilder()
                .setTier("gold")
                .setResolutionTarget(Duration.newBuilder().setSeconds(57_600))
                .build());
    assertThat(run.out()).contains("50/75/100\n");
    assertThat(run.err())
        .isEqualTo("Set; what was promised before stays.\nnext: redress service-level remove s1\n");
  }

  @Test
  void list_leavesEmptyWhatIsNotSaid() {
    CliRun run = CliRun.of(server, "service-level", "list", "-o", "csv");

    assertThat(levels.calls).hasSize(1);
    assertThat(((ListServiceLevelsRequest) levels.calls.getFirst()).getParent())
        .isEqualTo("providers/default");
    assertThat(run.out()).contains(",gold,,1,,,,50/75/100,,");
  }

  @Test
  void remove_namesWhatIsGone() {
    CliRun run = CliRun.of(server, "service-level", "remove", "s1");

    DeleteServiceLevelRequest request = (DeleteServiceLevelRequest) levels.calls.getFirst();
    assertThat(request.getName()).isEqualTo("providers/default/serviceLevels/s1");
    assertThat(request.getRequestId()).isNotEmpty();
    assertThat(run.err()).isEqualTo("Removed providers/default/serviceLevels/s1.\n");
  }

  /** Knows one service level. */
  private static final class Levels extends ServiceLevelServiceGrpc.ServiceLevelServiceImplBase {
    private final List<Message> calls = new ArrayList<>();

    @Override
    public void setServiceLevel(
        SetServiceLevelRequest request, StreamObserver<ServiceLevel> answer) {
      calls.add(request);
      answer.onNext(GOLD);
      answer.onCompleted();
    }

    @Override
    public void listServiceLevels(
        ListServiceLevelsRequest request, StreamObserver<ListServiceLevelsResponse> answer) {
      calls.add(request);
      answer.onNext(ListServiceLevelsResponse.newBuilder().addServiceLevels(GOLD).build());
      answer.onCompleted();
    }

    @Override
    public void deleteServiceLevel(
        DeleteServiceLevelRequest request, StreamObserver<Empty> answer) {
      calls.add(request);
      answer.onNext(Empty.getDefaultInstance());
      answer.onCompleted();
    }
  }
}
