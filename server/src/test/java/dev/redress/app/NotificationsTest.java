package dev.redress.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dev.redress.delivery.SmtpSettings;
import dev.redress.delivery.SmtpSettings.Security;
import dev.redress.v1.CreateNotificationTargetRequest;
import dev.redress.v1.GetNotificationTargetRequest;
import dev.redress.v1.Mail;
import dev.redress.v1.NotificationServiceGrpc;
import dev.redress.v1.NotificationServiceGrpc.NotificationServiceBlockingStub;
import dev.redress.v1.NotificationTarget;
import dev.redress.v1.Webhook;
import io.grpc.ManagedChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A whole server that tells a real HTTP server and a real mail server what happens. */
@Timeout(120)
class NotificationsTest {
  private static final String PROVIDER = "providers/default";

  @Test
  void server_sendsAsThingsHappenAndGoesOnWhereItWas(@TempDir Path folder) throws Exception {
    List<String> ids = new CopyOnWriteArrayList<>();
    AtomicInteger status = new AtomicInteger(200);
    HttpServer desk = desk(ids, status);
    GreenMail mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mails.start();
    ServerConfig config = config(folder, mails.getSmtp().getPort());
    try {
      try (Assembly server = Assembly.start(config)) {
        ManagedChannel channel = channel(server);
        NotificationServiceBlockingStub stub = NotificationServiceGrpc.newBlockingStub(channel);
        create(
            stub,
            "desk",
            NotificationTarget.newBuilder()
                .addActions("notification_target.*")
                .setWebhook(
                    Webhook.newBuilder()
                        .setUrl("http://127.0.0.1:" + desk.getAddress().getPort() + "/hook")
                        .setSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")));
        until(() -> ids.equals(List.of("default-2")));
        create(
            stub,
            "lead",
            NotificationTarget.newBuilder()
                .addActions("*")
                .setMail(Mail.newBuilder().addAddresses("lead@example.com")));
        until(() -> ids.size() == 2 && mails.getReceivedMessages().length == 1);
        assertThat(mails.getReceivedMessages()[0].getSubject())
            .isEqualTo(
                "[Redress] notification_target.created: " + PROVIDER + "/notificationTargets/lead");

        status.set(500);
        create(
            stub,
            "other",
            NotificationTarget.newBuilder()
                .setMail(Mail.newBuilder().addAddresses("other@example.com")));
        until(() -> ids.size() >= 3 && mails.getReceivedMessages().length == 2);
        until(() -> get(stub, "desk").getLastError().equals("the receiver answered 500"));
        assertThat(metrics(server))
            .contains(
                "redress_notification_tries_total{kind=\"webhook\",result=\"delivered\"} 2.0\n",
                "redress_notification_tries_total{kind=\"webhook\",result=\"failed\"} 1.0\n",
                "redress_notification_tries_total{kind=\"mail\",result=\"delivered\"} 2.0\n",
                "redress_notification_backlog_seconds ",
                "redress_notification_waiting 0.0\n",
                "redress_notification_dead_letters 0.0\n");
        channel.shutdownNow();
      }

      status.set(200);
      try (Assembly server = Assembly.start(config)) {
        ManagedChannel channel = channel(server);
        NotificationServiceBlockingStub stub = NotificationServiceGrpc.newBlockingStub(channel);
        until(() -> get(stub, "desk").getSequence() >= 4);
        channel.shutdownNow();
      }
      assertThat(ids.stream().distinct()).containsExactly("default-2", "default-3", "default-4");
      assertThat(mails.getReceivedMessages()).hasSize(2);
    } finally {
      desk.stop(0);
      mails.stop();
    }
  }

  private static HttpServer desk(List<String> ids, AtomicInteger status) throws IOException {
    HttpServer desk =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    desk.createContext(
        "/hook",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          assertThat(new String(body, StandardCharsets.UTF_8)).startsWith("{\"name\":");
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
          ids.add(exchange.getRequestHeaders().getFirst("webhook-id"));
        });
    desk.start();
    return desk;
  }

  private static ServerConfig config(Path folder, int smtpPort) {
    return new ServerConfig(
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
        new SmtpSettings("127.0.0.1", smtpPort, Security.NONE, "calls@example.com", "", ""),
        true,
        TestAccess.settings(folder),
        null);
  }

  private static ManagedChannel channel(Assembly server) {
    return TestAccess.channel(server.port(), server.tokenFile());
  }

  private static void create(
      NotificationServiceBlockingStub stub, String id, NotificationTarget.Builder target) {
    var _ =
        stub.createNotificationTarget(
            CreateNotificationTargetRequest.newBuilder()
                .setParent(PROVIDER)
                .setNotificationTargetId(id)
                .setNotificationTarget(target)
                .build());
  }

  private static NotificationTarget get(NotificationServiceBlockingStub stub, String id) {
    return stub.getNotificationTarget(
        GetNotificationTargetRequest.newBuilder()
            .setName(PROVIDER + "/notificationTargets/" + id)
            .build());
  }

  private static String metrics(Assembly server) throws Exception {
    URI page = URI.create("http://" + server.metricsAddress().orElseThrow() + "/metrics");
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()).body();
    }
  }

  private static void until(BooleanSupplier condition) {
    for (int tries = 0; tries < 3_000 && !condition.getAsBoolean(); tries++) {
      LockSupport.parkNanos(10_000_000);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
