package dev.redress.delivery;

import dev.redress.journal.Event;
import dev.redress.notification.Channel;
import dev.redress.notification.Channel.Mail;
import dev.redress.notification.ChannelKind;
import dev.redress.notification.NotificationTarget;
import dev.redress.notification.Receipt;
import dev.redress.notification.Sender;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Hands events as mails to an SMTP server. */
public final class MailSender implements Sender {
  private static final Duration STEP_TIME = Duration.ofSeconds(10);
  private static final Duration WHOLE_TIME = Duration.ofSeconds(20);
  private static final int HASH_DIGITS = 16;

  private final SmtpSettings settings;
  private final InstantSource clock;
  private final Duration wholeTime;
  private final Session session;

  /** With the usual times. */
  public MailSender(SmtpSettings settings, InstantSource clock) {
    this(settings, clock, WHOLE_TIME, null);
  }

  MailSender(
      SmtpSettings settings,
      InstantSource clock,
      Duration wholeTime,
      @Nullable SSLSocketFactory sockets) {
    this.settings = settings;
    this.clock = clock;
    this.wholeTime = wholeTime;
    this.session = session(settings, sockets);
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.MAIL;
  }

  /** Nothing: whether an address exists is only known once somebody wrote to it. */
  @Override
  public Optional<String> objection(Channel channel) {
    return Optional.empty();
  }

  @Override
  public Receipt send(NotificationTarget target, Event event) {
    try {
      return TimedCall.run(
          wholeTime,
          () -> {
            try {
              hand(message(target, event));
              return new Receipt.Delivered();
            } catch (MessagingException e) {
              return receipt(e);
            }
          });
    } catch (TimeoutException e) {
      return new Receipt.Failed(
          "the mail server did not take the mail within " + wholeTime.toSeconds() + " s", null);
    } catch (IOException e) {
      return new Receipt.Failed("the mail server cannot be asked", null);
    }
  }

  private void hand(Message message) throws MessagingException {
    try (Transport transport = session.getTransport("smtp")) {
      if (settings.user().isEmpty()) {
        transport.connect();
      } else {
        transport.connect(settings.host(), settings.user(), settings.password());
      }
      transport.sendMessage(message, message.getAllRecipients());
    }
  }

  private Message message(NotificationTarget target, Event event) throws MessagingException {
    MailText text = MailText.of(target, event);
    MimeMessage message = new EventMessage(session, messageId(event));
    message.setFrom(new InternetAddress(settings.from(), true));
    for (String address : mail(target.channel()).addresses()) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(address, true));
    }
    message.setSubject(text.subject(), StandardCharsets.UTF_8.name());
    message.setText(text.body(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    // Nobody's absence is answered to it (RFC 3834), and mail programs can sort by target (RFC
    // 2919).
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader(
        "List-Id",
        "<" + target.name().target() + "." + target.name().provider().provider() + ".redress>");
    message.setHeader("Redress-Event", event.entry().provider() + "/events/" + event.sequence());
    message.saveChanges();
    return message;
  }

  /** The same with each try, so that a mail which came twice is seen to be one. */
  private String messageId(Event event) {
    return "<"
        + event.entry().provider().provider()
        + "."
        + event.sequence()
        + "."
        + event.hash().substring(0, HASH_DIGITS)
        + settings.from().substring(settings.from().indexOf('@'))
        + ">";
  }

  /**
   * What a refusal means: 5yz is for good, 4yz is not (RFC 5321, section 4.2.1). A mail that some
   * recipients got is not sent again to them because of the others.
   */
  private static Receipt receipt(MessagingException failure) {
    if (failure instanceof AuthenticationFailedException) {
      return new Receipt.Failed("the mail server refused the user or the password", null);
    }
    if (failure instanceof SendFailedException refused) {
      int sent = count(refused.getValidSentAddresses());
      int unsent = count(refused.getValidUnsentAddresses()) + count(refused.getInvalidAddresses());
      String said = "the mail server refused the mail: " + code(failure);
      if (sent > 0) {
        return new Receipt.Refused(said + "; " + sent + " of " + (sent + unsent) + " got it");
      }
      return code(failure).startsWith("5")
          ? new Receipt.Refused(said)
          : new Receipt.Failed(said, null);
    }
    return new Receipt.Failed("no connection to the mail server", null);
  }

  private static int count(Object @Nullable [] addresses) {
    return addresses == null ? 0 : addresses.length;
  }

  /** The first refusal of an address in the chain, else that of the mail. */
  private static String code(MessagingException failure) {
    String code = "";
    for (@Nullable Exception next = failure;
        next instanceof MessagingException each;
        next = each.getNextException()) {
      if (each instanceof SMTPAddressFailedException address) {
        return address.getReturnCode() + " for " + address.getAddress().getAddress();
      }
      if (each instanceof SMTPSendFailedException mail) {
        code = Integer.toString(mail.getReturnCode());
      }
    }
    return code;
  }

  private static Mail mail(Channel channel) {
    return switch (channel) {
      case Mail mail -> mail;
      case Channel.Webhook _ -> throw new IllegalArgumentException("a webhook is no mail");
    };
  }

  private static Session session(SmtpSettings settings, @Nullable SSLSocketFactory sockets) {
    Properties properties = new Properties();
    String millis = Long.toString(STEP_TIME.toMillis());
    set(properties, "host", settings.host());
    set(properties, "port", Integer.toString(settings.port()));
    set(properties, "from", settings.from());
    set(properties, "connectiontimeout", millis);
    set(properties, "timeout", millis);
    set(properties, "writetimeout", millis);
    set(properties, "sendpartial", "true");
    set(properties, "auth", Boolean.toString(!settings.user().isEmpty()));
    switch (settings.security()) {
      case STARTTLS -> {
        set(properties, "starttls.enable", "true");
        set(properties, "starttls.required", "true");
      }
      case TLS -> set(properties, "ssl.enable", "true");
      case NONE -> {}
    }
    set(properties, "ssl.checkserveridentity", Boolean.toString(sockets == null));
    if (sockets != null) {
      properties.put("mail.smtp.ssl.socketFactory", sockets);
    }
    return Session.getInstance(properties);
  }

  private static void set(Properties properties, String name, String value) {
    properties.setProperty("mail.smtp." + name, value);
  }

  /** Keeps its own id, which the library would make up. */
  private static final class EventMessage extends MimeMessage {
    private final String id;

    EventMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
