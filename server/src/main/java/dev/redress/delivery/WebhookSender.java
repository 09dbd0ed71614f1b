package dev.redress.delivery;

import dev.redress.journal.Event;
import dev.redress.notification.Channel;
import dev.redress.notification.Channel.Webhook;
import dev.redress.notification.ChannelKind;
import dev.redress.notification.NotificationTarget;
import dev.redress.notification.Receipt;
import dev.redress.notification.Sender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends events as signed HTTP requests. Redirects are not followed: the secret is shared with the
 * one who was named. Of an answer only status and {@code Retry-After} count; its body is neither
 * kept nor shown, so that nobody reads through Redress what only Redress can reach.
 */
public final class WebhookSender implements Sender, AutoCloseable {
  private static final Duration CONNECT_TIME = Duration.ofSeconds(5);
  private static final Duration WHOLE_TIME = Duration.ofSeconds(15);
  private static final int STATUS_GONE = 410;

  private final Function<Event, String> json;
  private final InstantSource clock;
  private final boolean privateHosts;
  private final Duration wholeTime;
  private final HttpClient client;

  /**
   * With the usual times.
   *
   * @param json writes an event as the body
   * @param privateHosts whether hosts outside of the public internet are allowed, and with them
   *     plain HTTP
   */
  public WebhookSender(Function<Event, String> json, InstantSource clock, boolean privateHosts) {
    this(json, clock, privateHosts, WHOLE_TIME);
  }

  WebhookSender(
      Function<Event, String> json, InstantSource clock, boolean privateHosts, Duration wholeTime) {
    this.json = json;
    this.clock = clock;
    this.privateHosts = privateHosts;
    this.wholeTime = wholeTime;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIME)
            .build();
  }

  @Override
  public ChannelKind kind() {
    return ChannelKind.WEBHOOK;
  }

  /** Resolves the host. */
  @Override
  public Optional<String> objection(Channel channel) {
    return objection(webhook(channel).uri());
  }

  @Override
  public Receipt send(NotificationTarget target, Event event) {
    Webhook webhook = webhook(target.channel());
    AtomicReference<@Nullable Answer> answer = new AtomicReference<>();
    try {
      return TimedCall.run(
          wholeTime,
          () -> {
            // What the host resolves to now; the JVM keeps that for the request that follows.
            Optional<String> objection = objection(webhook.uri());
            if (objection.isPresent()) {
              return new Receipt.Failed(objection.get(), null);
            }
            HttpResponse.BodyHandler<Long> handler =
                info -> {
                  answer.set(new Answer(info.statusCode(), info.headers()));
                  return new DrainedBody();
                };
            client.send(request(webhook, event), handler);
            return receipt(answer.get(), "");
          });
    } catch (TimeoutException e) {
      return receipt(answer.get(), "no answer within " + wholeTime.toSeconds() + " s");
    } catch (IOException e) {
      return receipt(answer.get(), reason(e));
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private HttpRequest request(Webhook webhook, Event event) {
    String id = StandardWebhooks.id(event);
    Instant now = clock.instant();
    String body = json.apply(event);
    return HttpRequest.newBuilder(webhook.uri())
        .header("content-type", "application/json")
        .header("user-agent", "Redress")
        .header(StandardWebhooks.ID, id)
        .header(StandardWebhooks.TIMESTAMP, Long.toString(now.getEpochSecond()))
        .header(
            StandardWebhooks.SIGNATURE,
            StandardWebhooks.signatures(webhook.keys().at(now), id, now, body))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  /** Once there is a status it decides, whatever becomes of the rest of the answer. */
  private Receipt receipt(@Nullable Answer answer, String error) {
    if (answer == null) {
      return new Receipt.Failed(error, null);
    }
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return new Receipt.Delivered();
    }
    return status == STATUS_GONE
        ? new Receipt.Gone("the receiver answered 410 Gone: it wants no events any more")
        : new Receipt.Failed("the receiver answered " + status, retryAfter(answer.headers()));
  }

  private Optional<String> objection(URI uri) {
    boolean plain = !String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT).equals("https");
    if (plain && !privateHosts) {
      return Optional.of("the URL must begin with https://");
    }
    InetAddress[] addresses;
    try {
      addresses = InetAddress.getAllByName(uri.getHost());
    } catch (UnknownHostException _) {
      return Optional.of("the host " + uri.getHost() + " has no address");
    }
    boolean allPublic = Arrays.stream(addresses).allMatch(PublicAddress::isPublic);
    if (!allPublic && !privateHosts) {
      return Optional.of(
          "the host "
              + uri.getHost()
              + " is not on the public internet; a server started with --notify-private-hosts"
              + " allows that");
    }
    return plain && allPublic
        ? Optional.of("the URL must begin with https:// for a host on the public internet")
        : Optional.empty();
  }

  /** In seconds, or as a date (RFC 9110, section 10.2.3). */
  private @Nullable Duration retryAfter(HttpHeaders headers) {
    String said = headers.firstValue("retry-after").orElse("").strip();
    if (said.matches("[0-9]{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(said));
    }
    try {
      Instant time = ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Duration.between(clock.instant(), time);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static Webhook webhook(Channel channel) {
    return switch (channel) {
      case Webhook webhook -> webhook;
      case Channel.Mail _ -> throw new IllegalArgumentException("a mail is no webhook");
    };
  }

  /** Never the URL, which may hold a secret. */
  private static String reason(IOException failure) {
    return switch (failure) {
      case java.net.http.HttpConnectTimeoutException _ ->
          "no connection within " + CONNECT_TIME.toSeconds() + " s";
      case java.net.ConnectException _ -> "no connection";
      case javax.net.ssl.SSLException tls -> "no safe connection: " + tls.getMessage();
      default -> "the connection broke";
    };
  }

  /** The head of an answer. */
  private record Answer(int status, HttpHeaders headers) {}
}
