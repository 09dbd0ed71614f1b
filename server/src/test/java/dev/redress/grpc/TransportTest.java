package dev.redress.grpc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import dev.redress.error.ErrorReason;
import dev.redress.grpc.ServerGrpcService.CacheFacts;
import dev.redress.grpc.ServerGrpcService.ServerFacts;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.GetServerStatusRequest;
import dev.redress.v1.ServerServiceGrpc;
import dev.redress.v1.ServerStatus;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What strangers send over TCP, and what they are told. */
class TransportTest {
  private static final String STATUS = "redress.v1.ServerService/GetServerStatus";
  private static final String DISPUTE = "redress.v1.DisputeService/GetDispute";

  private static TestServer server;

  @BeforeAll
  static void start() {
    ServerGrpcService status =
        new ServerGrpcService(
            () ->
                new ServerFacts(
                    "1.0", "Apache Derby", "007", true, List.of(new CacheFacts("x", 1, 2, 3))),
            TestApi.noBackups());
    server =
        TestServer.onPort(
            CallLimits.DEFAULT,
            true,
            status,
            // Its handlers are never reached: the messages of these tests are none.
            new DisputeServiceGrpc.DisputeServiceImplBase() {});
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Whatever was sent, the next call is served. */
  @AfterEach
  void serves() {
    ServerStatus status =
        ServerServiceGrpc.newBlockingStub(server.channel())
            .getServerStatus(GetServerStatusRequest.getDefaultInstance());
    assertThat(status.getDatabase()).isEqualTo("Apache Derby");
    assertThat(status.getCaches(0).getMisses()).isEqualTo(3);
  }

  @Test
  void unknownMethods() {
    assertThat(send("redress.v1.ServerService/Nothing", new byte[0]).status().getCode())
        .isEqualTo(Status.Code.UNIMPLEMENTED);
    assertThat(send("redress.v1.NothingService/Get", new byte[0]).status().getCode())
        .isEqualTo(Status.Code.UNIMPLEMENTED);
  }

  @Test
  void garbageBytes() {
    send(DISPUTE, new byte[] {(byte) 0xFF, 0x13, 0x37, (byte) 0xFF})
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.MESSAGE_MALFORMED);
  }

  @Test
  void invalidUtf8() {
    // Field 1, a string of two bytes that are no UTF-8.
    send(DISPUTE, new byte[] {0x0A, 0x02, (byte) 0xC3, 0x28})
        .assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.MESSAGE_MALFORMED);
  }

  @Test
  void groupsNestedWithoutEnd() {
    // 5,000 times the beginning of the unknown group 15.
    byte[] groups = new byte[5_000];
    Arrays.fill(groups, (byte) 0x7B);

    send(DISPUTE, groups).assertIs(Status.Code.INVALID_ARGUMENT, ErrorReason.MESSAGE_MALFORMED);
  }

  @Test
  void gzipBomb() throws IOException {
    // Field 1, a string of 64 MiB, which gzip makes 64 KiB of.
    ByteString.Output bomb = ByteString.newOutput();
    CodedOutputStream out = CodedOutputStream.newInstance(bomb);
    out.writeByteArray(1, new byte[64 * 1024 * 1024]);
    out.flush();

    RecordingCall call =
        RecordingCall.send(
            server.channel(),
            DISPUTE,
            bomb.toByteString().toByteArray(),
            CallOptions.DEFAULT.withCompression("gzip"),
            true);

    call.refusal().assertIs(Status.Code.RESOURCE_EXHAUSTED, ErrorReason.TOO_LARGE);
  }

  @Test
  void oversizeMessage() {
    assertThat(send(DISPUTE, new byte[9 * 1024 * 1024]).status().getCode())
        .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
  }

  @Test
  void emptyMessageIsAMessage() {
    // Of a service that implements nothing; the message itself is fine.
    assertThat(send(DISPUTE, new byte[0]).status().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED);
  }

  @Test
  void hugeMetadata() {
    Metadata huge = new Metadata();
    huge.put(AccessInterceptor.ACTOR, "x".repeat(20_000));

    Refusal refusal =
        Refusal.of(
            () ->
                ServerServiceGrpc.newBlockingStub(server.channel())
                    .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(huge))
                    .getServerStatus(GetServerStatusRequest.getDefaultInstance()));

    assertThat(refusal.status().getCode())
        .isIn(Status.Code.INTERNAL, Status.Code.UNAVAILABLE, Status.Code.RESOURCE_EXHAUSTED);
  }

  @Test
  void rapidReset() {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ManagedChannel attacker =
        NettyChannelBuilder.forAddress(loopback.getHostAddress(), server.server().port())
            .usePlaintext()
            .build();
    try {
      RecordingCall victim = RecordingCall.start(attacker);
      for (int i = 0; i < 2_000 && !victim.hasEnded(); i++) {
        RecordingCall.start(attacker).cancel();
      }
      // The connection with the flood is closed; those of others are not, as the next call shows.
      assertThat(victim.status().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
    } finally {
      attacker.shutdownNow();
    }
  }

  @Test
  void connectionsOfOneAddressKeepNobodyElseOut() throws IOException {
    InetAddress other = InetAddress.ofLiteral("127.0.0.2");
    List<Socket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 10 * TestServer.CONNECTIONS_AT_ONCE; i++) {
        held.add(new Socket(InetAddress.getLoopbackAddress(), server.server().port(), other, 0));
      }
      ManagedChannel honest =
          NettyChannelBuilder.forAddress(
                  InetAddress.getLoopbackAddress().getHostAddress(), server.server().port())
              .usePlaintext()
              .build();
      try {
        assertThat(
                ServerServiceGrpc.newBlockingStub(honest)
                    .getServerStatus(GetServerStatusRequest.getDefaultInstance())
                    .getServing())
            .isTrue();
      } finally {
        honest.shutdownNow();
      }
      assertThat(held.stream().filter(TransportTest::isCutOff).count())
          .isGreaterThan(5 * TestServer.CONNECTIONS_AT_ONCE);
    } finally {
      for (Socket socket : held) {
        socket.close();
      }
    }
  }

  /** Whether the server has closed a connection; one that it keeps gets its settings. */
  private static boolean isCutOff(Socket socket) {
    try {
      socket.setSoTimeout(10_000);
      return socket.getInputStream().read() < 0;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void plainHttpAndSilence() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (Socket silent = new Socket(loopback, server.server().port());
        Socket http = new Socket(loopback, server.server().port())) {
      http.setSoTimeout(10_000);
      http.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
      // Told off or cut off, but never kept waiting.
      assertThat(http.getInputStream().readAllBytes().length).isLessThan(1_000);
      assertThat(silent.isConnected()).isTrue();
    }
  }

  @Test
  void health_knowsTheServerAndEachService() {
    for (String service : List.of("", "redress.v1.ServerService", "redress.v1.DisputeService")) {
      assertThat(health(service)).isEqualTo(ServingStatus.SERVING);
    }
    server.server().setServing(false);
    assertThat(health("")).isEqualTo(ServingStatus.NOT_SERVING);
    assertThat(health("alive")).isEqualTo(ServingStatus.SERVING);
    server.server().setServing(true);
    assertThat(health("redress.v1.ServerService")).isEqualTo(ServingStatus.SERVING);
  }

  @Test
  void reflection_listsTheServices() throws Exception {
    assertThat(reflected(server)).contains("redress.v1.ServerService", "redress.v1.DisputeService");
  }

  @Test
  void reflection_canBeTurnedOff() {
    try (TestServer quiet = TestServer.onPort(CallLimits.DEFAULT, false)) {
      assertThat(
              RecordingCall.send(
                      quiet.channel(),
                      "grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
                      new byte[0],
                      CallOptions.DEFAULT,
                      false)
                  .status()
                  .getCode())
          .isEqualTo(Status.Code.UNIMPLEMENTED);
    }
  }

  @Test
  void stop_endsCallsThatOutliveTheGrace() throws Exception {
    TestServer stopping =
        TestServer.onPort(
            CallLimits.DEFAULT,
            false,
            new ServerServiceGrpc.ServerServiceImplBase() {
              @Override
              public void getServerStatus(
                  GetServerStatusRequest request, StreamObserver<ServerStatus> observer) {
                // Never answers.
              }
            });
    RecordingCall call =
        RecordingCall.send(stopping.channel(), STATUS, new byte[0], CallOptions.DEFAULT, false);
    HealthGrpc.newBlockingStub(stopping.channel()).check(HealthCheckRequest.getDefaultInstance());

    assertThat(stopping.server().stop(Duration.ofMillis(100))).isFalse();
    assertThat(call.status().getCode()).isIn(Status.Code.UNAVAILABLE, Status.Code.CANCELLED);
    stopping.close();
  }

  private static Refusal send(String method, byte[] message) {
    return RecordingCall.send(server.channel(), method, message, CallOptions.DEFAULT, false)
        .refusal();
  }

  private static ServingStatus health(String service) {
    return HealthGrpc.newBlockingStub(server.channel())
        .check(HealthCheckRequest.newBuilder().setService(service).build())
        .getStatus();
  }

  private static List<String> reflected(TestServer of) throws Exception {
    CompletableFuture<List<String>> names = new CompletableFuture<>();
    StreamObserver<ServerReflectionRequest> questions =
        ServerReflectionGrpc.newStub(of.channel())
            .serverReflectionInfo(
                new StreamObserver<>() {
                  @Override
                  public void onNext(ServerReflectionResponse answer) {
                    names.complete(
                        answer.getListServicesResponse().getServiceList().stream()
                            .map(service -> service.getName())
                            .toList());
                  }

                  @Override
                  public void onError(Throwable failure) {
                    names.completeExceptionally(failure);
                  }

                  @Override
                  public void onCompleted() {}
                });
    questions.onNext(ServerReflectionRequest.newBuilder().setListServices("*").build());
    List<String> found = names.get(10, TimeUnit.SECONDS);
    questions.onCompleted();
    return found;
  }
}
