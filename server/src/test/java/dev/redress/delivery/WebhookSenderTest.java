package dev.redress.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.redress.grpc.EventJson;
import dev.redress.notification.Channel;
import dev.redress.notification.Receipt;
import dev.redress.notification.Receipt.Delivered;
import dev.redress.notification.Receipt.Failed;
import dev.redress.notification.Receipt.Gone;
import dev.redress.notification.SigningKeys;
import dev.redress.notification.SigningSecret;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Webhooks to a real server on this machine. */
@Timeout(60)
class WebhookSenderTest {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<Headers> headers = new CopyOnWriteArrayList<>();
  private final WebhookSender sender = new WebhookSender(new EventJson(), () -> Sent.NOW, true);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    sender.close();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void send_postsTheEventSigned() {
    answer(204, Map.of(), "");

    assertThat(sender.send(Sent.webhook(url()), Sent.escalation())).isEqualTo(new Delivered());

    assertThat(bodies)
        .containsExactly(
            "{\"name\":\"providers/acme/events/17\",\"sequence\":\"17\",\"createTime\":"
                + "\"2026-11-20T10:00:00Z\",\"actor\":\"mia\",\"action\":\"escalation.fired\","
                + "\"resource\":\"providers/acme/escalations/e1\",\"details\":{\"customer\":"
                + "\"providers/acme/customers/VARN\",\"dueTime\":\"2026-11-20T09:00:00Z\","
                + "\"level\":\"2\",\"person\":\"Zoë Lind\",\"subjectKind\":\"CALLBACK\"},\"hash\":\""
                + "0123456789abcdef".repeat(4)
                + "\"}");
    Headers got = headers.getFirst();
    assertThat(got.getFirst("Content-Type")).isEqualTo("application/json");
    assertThat(got.getFirst("Webhook-Id")).isEqualTo("acme-17");
    assertThat(got.getFirst("Webhook-Timestamp"))
        .isEqualTo(Long.toString(Sent.NOW.getEpochSecond()));
    assertThat(got.getFirst("Webhook-Signature"))
        .isEqualTo(
            StandardWebhooks.signatures(
                List.of(Sent.SECRET), "acme-17", Sent.NOW, bodies.getFirst()));
  }

  @Test
  void send_signsWithBothSecretsAfterAChange() {
    answer(200, Map.of(), "ok");
    SigningSecret other = new SigningSecret("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD");
    SigningKeys keys = SigningKeys.of(Sent.SECRET).rotated(other, Sent.NOW.minusSeconds(60));

    sender.send(Sent.target(new Channel.Webhook(url(), keys)), Sent.escalation());

    assertThat(headers.getFirst().getFirst("Webhook-Signature").split(" ")).hasSize(2);
  }

  @ParameterizedTest(name = "{0} Retry-After {1}: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # status | Retry-After                   | error                       | wait
          301      | -                             | the receiver answered 301   | -
          400      | -                             | the receiver answered 400   | -
          404      | -                             | the receiver answered 404   | -
          429      | 120                           | the receiver answered 429   | PT2M
          503      | Fri, 20 Nov 2026 10:00:30 GMT | the receiver answered 503   | PT30S
          503      | soon                          | the receiver answered 503   | -
          500      | 99999999999                   | the receiver answered 500   | -
          """)
  void send_failsByStatus(
      int status, @Nullable String retryAfter, String error, @Nullable Duration wait) {
    answer(status, retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter), "");

    assertThat(sender.send(Sent.webhook(url()), Sent.escalation()))
        .isEqualTo(new Failed(error, wait));
  }

  @Test
  void send_followsNoRedirect() {
    AtomicBoolean followed = new AtomicBoolean();
    server.createContext("/elsewhere", _ -> followed.set(true));
    answer(307, Map.of("Location", "/elsewhere"), "");

    assertThat(sender.send(Sent.webhook(url()), Sent.escalation())).isInstanceOf(Failed.class);
    assertThat(followed).isFalse();
  }

  @Test
  void send_knowsWhoIsGone() {
    answer(410, Map.of(), "");

    assertThat(sender.send(Sent.webhook(url()), Sent.escalation())).isInstanceOf(Gone.class);
  }

  @Test
  void send_givesUpOnOneWhoDoesNotAnswer() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(sendInAHurry(silent.getLocalPort()))
          .isEqualTo(new Failed("no answer within 2 s", null));
    }
  }

  @Test
  void send_givesUpOnOneWhoNeverEndsItsHeaders() throws IOException {
    try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var _ =
          threads.submit(
              () -> {
                try (Socket socket = slow.accept();
                    OutputStream out = socket.getOutputStream()) {
                  out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
                  while (true) {
                    out.write("X-A: b\r\n".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    Thread.sleep(100);
                  }
                }
              });
      assertThat(sendInAHurry(slow.getLocalPort()))
          .isEqualTo(new Failed("no answer within 2 s", null));
    }
  }

  /** The status is there: the receiver has the event. */
  @Test
  void send_readsNoEndlessBody() {
    server.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(200, 0);
          byte[] bytes = new byte[100_000];
          try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
              out.write(bytes);
            }
          }
        });

    assertThat(sender.send(Sent.webhook(url()), Sent.escalation())).isEqualTo(new Delivered());
  }

  @Test
  void send_failsWhereNobodyListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    assertThat(send(port)).isEqualTo(new Failed("no connection", null));
  }

  @Test
  void send_failsWhereTheConnectionBreaks() throws IOException {
    try (ServerSocket rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var _ =
          threads.submit(
              () -> {
                while (true) {
                  rude.accept().close();
                }
              });
      assertThat(send(rude.getLocalPort())).isEqualTo(new Failed("the connection broke", null));
    }
  }

  /** The check is made with each try: a name can lead elsewhere by then. */
  @Test
  void send_asksWhereTheHostIsEachTime() {
    answer(200, Map.of(), "");
    try (WebhookSender strict = new WebhookSender(new EventJson(), () -> Sent.NOW, false)) {
      Receipt receipt =
          strict.send(
              Sent.webhook("https://localhost:" + server.getAddress().getPort()),
              Sent.escalation());

      assertThat(receipt)
          .isEqualTo(
              new Failed(
                  "the host localhost is not on the public internet; a server started with"
                      + " --notify-private-hosts allows that",
                  null));
    }
    assertThat(bodies).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/x",
        "https://localhost/x",
        "https://[::1]/x",
        "https://10.1.2.3",
        "https://169.254.169.254/latest/meta-data",
        "https://192.168.0.1:8080",
        "https://0.0.0.0",
        "https://[::ffff:127.0.0.1]",
        "https://[fd00::1]",
        "https://2130706433",
        "http://8.8.8.8"
      })
  void objection_isMadeToHostsInside(String url) {
    try (WebhookSender strict = new WebhookSender(new EventJson(), () -> Sent.NOW, false)) {
      assertThat(strict.objection(Sent.webhook(url).channel())).isPresent();
    }
  }

  @Test
  void objection_isNotMadeToTheInternetOrWherePrivateHostsAreAllowed() {
    try (WebhookSender strict = new WebhookSender(new EventJson(), () -> Sent.NOW, false)) {
      assertThat(strict.objection(Sent.webhook("https://8.8.8.8/x").channel())).isEmpty();
    }
    assertThat(sender.objection(Sent.webhook("http://127.0.0.1/x").channel())).isEmpty();
    assertThat(sender.objection(Sent.webhook("https://10.1.2.3/x").channel())).isEmpty();
    assertThat(sender.objection(Sent.webhook("http://8.8.8.8/x").channel()))
        .contains("the URL must begin with https:// for a host on the public internet");
  }

  private Receipt send(int port) {
    return sender.send(Sent.webhook("http://127.0.0.1:" + port + "/x"), Sent.escalation());
  }

  private Receipt sendInAHurry(int port) {
    try (WebhookSender hurried =
        new WebhookSender(new EventJson(), () -> Sent.NOW, true, Duration.ofSeconds(2))) {
      return hurried.send(Sent.webhook("http://127.0.0.1:" + port + "/x"), Sent.escalation());
    }
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  private void answer(int status, Map<String, String> with, String body) {
    server.createContext("/hook", exchange -> answer(exchange, status, with, body));
  }

  private void answer(HttpExchange exchange, int status, Map<String, String> with, String body)
      throws IOException {
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    headers.add(exchange.getRequestHeaders());
    with.forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
