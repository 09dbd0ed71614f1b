package dev.redress.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.icegreen.greenmail.util.DummySSLSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.redress.delivery.SmtpSettings.Security;
import dev.redress.journal.Event;
import dev.redress.notification.Channel.Mail;
import dev.redress.notification.NotificationTarget;
import dev.redress.notification.Receipt;
import dev.redress.notification.Receipt.Delivered;
import dev.redress.notification.Receipt.Failed;
import dev.redress.notification.Receipt.Refused;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails to a real SMTP server on this machine. */
@Timeout(60)
class MailSenderTest {
  private static final NotificationTarget DESK =
      Sent.target(new Mail(List.of("mia@example.com", "bo@example.com")));

  private @Nullable GreenMail server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop();
    }
  }

  @Test
  void send_handsOverAMailInPlainText() throws Exception {
    MailSender sender = plain(smtp(ServerSetup.PROTOCOL_SMTP));

    assertThat(sender.send(DESK, Sent.escalation())).isEqualTo(new Delivered());
    assertThat(sender.send(DESK, Sent.escalation())).isEqualTo(new Delivered());

    MimeMessage[] got = received();
    // Two recipients, twice.
    assertThat(got).hasSize(4);
    assertThat(got)
        .extracting(MimeMessage::getMessageID)
        .containsOnly("<acme.17.0123456789abcdef@redress.example>");
    MimeMessage mail = got[0];
    assertThat(mail.getSubject())
        .isEqualTo(
            "[Redress] A call is waiting for Zoë Lind: VARN, due 2026-11-20T09:00:00Z, level 2");
    assertThat(mail.getFrom()[0]).hasToString("calls@redress.example");
    assertThat(mail.getRecipients(RecipientType.TO))
        .extracting(Object::toString)
        .containsExactly("mia@example.com", "bo@example.com");
    assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
    assertThat(mail.getSentDate()).hasSameTimeAs(java.util.Date.from(Sent.NOW));
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("List-Id")).containsExactly("<desk.acme.redress>");
    assertThat(mail.getHeader("Redress-Event")).containsExactly("providers/acme/events/17");
    assertThat(mail.getContent().toString().replace("\r\n", "\n"))
        .startsWith(
            """
            A call is waiting for Zoë Lind: VARN, due 2026-11-20T09:00:00Z, level 2

            what: escalation.fired
            when: 2026-11-20T10:00:00Z
            who: mia
            resource: providers/acme/escalations/e1
            customer: providers/acme/customers/VARN
            """)
        .contains("redress notification pause desk");
  }

  @Test
  void send_letsNoTextOutOfItsPlace() throws Exception {
    MailSender sender = plain(smtp(ServerSetup.PROTOCOL_SMTP));
    String hostile = "x\r\nBcc: all@example.com\r\n\r\n.\r\nMAIL FROM:<x@example.com>\u2028y\u0000";
    Event event =
        Sent.event(
            "escalation.fired",
            hostile,
            Map.of("person", hostile, "customer", hostile, "note", hostile + "z".repeat(9_000)));

    assertThat(sender.send(DESK, event)).isEqualTo(new Delivered());

    MimeMessage[] got = received();
    assertThat(got).hasSize(2);
    assertThat(got[0].getHeader("Bcc")).isNull();
    assertThat(got[0].getSubject()).hasSizeLessThanOrEqualTo(150).doesNotContain("\r", "\n");
    assertThat(Collections.list(got[0].getAllHeaderLines()))
        .noneMatch(line -> line.startsWith("Bcc") || line.contains("\nBcc"));
    assertThat(got[0].getContent().toString().lines())
        .noneMatch(line -> line.startsWith("Bcc") || line.startsWith("MAIL FROM"));
  }

  @Test
  void send_goesByStartTlsAndByTlsWithAUser() throws Exception {
    int tls = smtp(ServerSetup.PROTOCOL_SMTPS);
    running().setUser("calls@redress.example", "calls", "secret");

    assertThat(sender(tls, Security.TLS, "calls", "secret", true).send(DESK, Sent.escalation()))
        .isEqualTo(new Delivered());
    assertThat(sender(tls, Security.TLS, "calls", "wrong", true).send(DESK, Sent.escalation()))
        .isEqualTo(new Failed("the mail server refused the user or the password", null));
    // Nobody vouches for its certificate.
    assertThat(sender(tls, Security.TLS, "calls", "secret", false).send(DESK, Sent.escalation()))
        .isEqualTo(new Failed("no connection to the mail server", null));
    assertThat(received()).hasSize(2);
  }

  @Test
  void send_sendsNothingInTheClearWhereTlsIsAskedFor() throws Exception {
    int port = smtp(ServerSetup.PROTOCOL_SMTP);

    try (ScriptedServer server = new ScriptedServer("250 no tls here", "250 ok", "250 ok")) {
      Receipt receipt =
          sender(server.port(), Security.STARTTLS, "", "", true).send(DESK, Sent.escalation());
      assertThat(receipt).isInstanceOf(Failed.class);
      assertThat(server.heard()).doesNotContain("MAIL FROM", "mia@example.com");
    }
    assertThat(port).isPositive();
  }

  @ParameterizedTest(name = "RCPT {0}, DATA {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # to mia      | to bo       | end of mail   | what it means
          550 unknown   | 550 unknown | -             | refused: the mail server refused the mail: 550 for mia@example.com
          450 busy      | 450 busy    | -             | again: the mail server refused the mail: 450 for mia@example.com
          250 ok        | 550 unknown | 250 ok        | refused: the mail server refused the mail: 550 for bo@example.com; 1 of 2 got it
          250 ok        | 250 ok      | 554 spam      | refused: the mail server refused the mail: 554
          250 ok        | 250 ok      | 451 later     | again: the mail server refused the mail: 451
          """)
  void send_tellsForGoodFromForNow(String mia, String bo, String end, String expected)
      throws IOException {
    try (ScriptedServer server = new ScriptedServer(mia, bo, end)) {
      Receipt receipt =
          sender(server.port(), Security.NONE, "", "", false).send(DESK, Sent.escalation());
      assertThat(shown(receipt)).isEqualTo(expected);
    }
  }

  @Test
  void send_givesUpOnOneWhoDoesNotAnswer() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      MailSender sender =
          new MailSender(
              settings(silent.getLocalPort(), Security.NONE, "", ""),
              () -> Sent.NOW,
              Duration.ofSeconds(1),
              null);
      assertThat(sender.send(DESK, Sent.escalation()))
          .isEqualTo(new Failed("the mail server did not take the mail within 1 s", null));
    }
  }

  @Test
  void send_failsWhereNobodyListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    assertThat(sender(port, Security.NONE, "", "", false).send(DESK, Sent.escalation()))
        .isEqualTo(new Failed("no connection to the mail server", null));
  }

  @Test
  void settings_keepThePasswordToThemselves() {
    assertThat(settings(587, Security.STARTTLS, "calls", "secret").toString())
        .doesNotContain("secret");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(25, Security.NONE, "calls", "secret"))
        .withMessageContaining("needs a safe connection");
  }

  private static String shown(Receipt receipt) {
    return switch (receipt) {
      case Delivered() -> "delivered";
      case Failed(String error, _) -> "again: " + error;
      case Refused(String error) -> "refused: " + error;
      case Receipt.Gone(String error) -> "gone: " + error;
    };
  }

  private int smtp(String protocol) {
    GreenMail started = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
    started.start();
    server = started;
    return protocol.equals(ServerSetup.PROTOCOL_SMTPS)
        ? started.getSmtps().getPort()
        : started.getSmtp().getPort();
  }

  private GreenMail running() {
    return java.util.Objects.requireNonNull(server);
  }

  private MimeMessage[] received() {
    return running().getReceivedMessages();
  }

  private static MailSender plain(int port) {
    return sender(port, Security.NONE, "", "", false);
  }

  private static MailSender sender(
      int port, Security security, String user, String password, boolean trustAll) {
    SSLSocketFactory sockets = trustAll ? new DummySSLSocketFactory() : null;
    return new MailSender(
        settings(port, security, user, password), () -> Sent.NOW, Duration.ofSeconds(20), sockets);
  }

  private static SmtpSettings settings(int port, Security security, String user, String password) {
    return new SmtpSettings("127.0.0.1", port, security, "calls@redress.example", user, password);
  }

  /** An SMTP server that says what it is told to: to the first recipient, the second, the mail. */
  private static final class ScriptedServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final List<String> recipients;
    private final String end;

    ScriptedServer(String first, String second, String end) throws IOException {
      this.recipients = new java.util.ArrayList<>(List.of(first, second));
      this.end = end;
      Thread.ofVirtual().start(this::serve);
    }

    int port() {
      return socket.getLocalPort();
    }

    String heard() {
      return String.join("", heard);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }

    private void serve() {
      try (Socket client = socket.accept();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
          PrintWriter out =
              new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
        out.print("220 test\r\n");
        out.flush();
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          heard.add(line + '\n');
          String answer = data ? (line.equals(".") ? end : "") : answer(line);
          data = data ? !line.equals(".") : line.equals("DATA");
          if (!answer.isEmpty()) {
            out.print(answer + "\r\n");
            out.flush();
          }
        }
      } catch (IOException e) {
        // The test is over.
      }
    }

    private String answer(String line) {
      if (line.startsWith("RCPT")) {
        return recipients.removeFirst();
      }
      return line.equals("DATA") ? "354 go" : line.equals("QUIT") ? "221 bye" : "250 ok";
    }
  }
}
