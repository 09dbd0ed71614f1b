package dev.redress.cli.connection;

import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.failure.StatusFailures;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptor;
import io.grpc.ClientInterceptors;
import io.grpc.Deadline;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.BlockingClientCall;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The calls of a command to one server. Every call has a deadline, and every failure comes out as a
 * {@link CommandFailure}.
 */
public final class Connection implements AutoCloseable {
  /** The time for a call that the server answers at once. */
  public static final Duration ANSWER_TIME = Duration.ofSeconds(30);

  /** The time for a call that makes the server match lines, or look at all, before it answers. */
  public static final Duration MATCHING_TIME = Duration.ofMinutes(10);

  /** The time for streams, up and down. */
  public static final Duration STREAM_TIME = Duration.ofHours(6);

  private static final Metadata.Key<String> ACTOR =
      Metadata.Key.of("redress-actor", Metadata.ASCII_STRING_MARSHALLER);

  private static final int RETRIES_MAX = 3;
  private static final long FIRST_PAUSE_MILLIS = 200;

  private final ServerAddress address;
  private final ManagedChannel channel;
  private final Channel calls;

  /**
   * Takes over a channel and closes it in the end.
   *
   * @param actor who makes the calls, 1 to 200 characters of ASCII; empty: not said
   */
  public Connection(ServerAddress address, ManagedChannel channel, String actor) {
    this.address = address;
    this.channel = channel;
    this.calls = actor.isEmpty() ? channel : ClientInterceptors.intercept(channel, headers(actor));
  }

  /** A fresh {@code request_id}: the server answers a repeated call with the same one only once. */
  public static String newRequestId() {
    return UUID.randomUUID().toString();
  }

  /** Who is called. */
  public ServerAddress address() {
    return address;
  }

  /** A call that changes nothing, with the usual time for its answer. */
  public <Q, R> R read(MethodDescriptor<Q, R> method, Q request) {
    return read(method, request, ANSWER_TIME);
  }

  /** A call that changes nothing. */
  public <Q, R> R read(MethodDescriptor<Q, R> method, Q request, Duration time) {
    try {
      return ClientCalls.blockingUnaryCall(calls, method, within(time), request);
    } catch (StatusRuntimeException e) {
      throw StatusFailures.of(e, address.toString());
    }
  }

  /** A call that changes something, with the usual time for its answer. */
  public <Q, R> R change(MethodDescriptor<Q, R> method, Q request) {
    return change(method, request, ANSWER_TIME);
  }

  /**
   * A call that changes something. It is repeated when the server cannot be reached, up to three
   * times and within the time given; its {@code request_id} makes that safe.
   */
  public <Q, R> R change(MethodDescriptor<Q, R> method, Q request, Duration time) {
    CallOptions options = within(time);
    return retrying(
        () -> {
          try {
            return ClientCalls.blockingUnaryCall(calls, method, options, request);
          } catch (StatusRuntimeException e) {
            throw StatusFailures.of(e, address.toString());
          }
        });
  }

  /**
   * All items of a list, fetched page by page while they are read.
   *
   * @param request the request for the page of a token; the empty token is the first page
   * @param items the items of a page
   * @param nextToken the token of the page after, empty on the last
   */
  public <Q, R, T> Iterator<T> pages(
      MethodDescriptor<Q, R> method,
      Function<String, Q> request,
      Function<R, List<T>> items,
      Function<R, String> nextToken) {
    return new Pages<>(token -> read(method, request.apply(token)), items, nextToken);
  }

  /** A stream from the server; reading from it waits for the next message. */
  public <Q, R> Iterator<R> stream(MethodDescriptor<Q, R> method, Q request) {
    return new TranslatedStream<>(
        ClientCalls.blockingServerStreamingCall(calls, method, within(STREAM_TIME), request),
        address);
  }

  /** A stream to the server. Its status exceptions become failures by {@link #failure}. */
  public <Q, R> BlockingClientCall<Q, R> upload(MethodDescriptor<Q, R> method) {
    return ClientCalls.blockingClientStreamingCall(calls, method, within(STREAM_TIME));
  }

  /** What the status of an upload means. */
  public CommandFailure failure(StatusException status) {
    return StatusFailures.of(status, address.toString());
  }

  /** Does something again, up to three times, when the server cannot be reached. */
  public <R> R retrying(Attempt<R> attempt) {
    for (int retry = 0; ; retry++) {
      try {
        return attempt.run();
      } catch (CommandFailure e) {
        if (e.exitCode() != ExitCode.UNREACHABLE || retry == RETRIES_MAX) {
          throw e;
        }
        pause(FIRST_PAUSE_MILLIS << retry, e);
        channel.resetConnectBackoff();
      }
    }
  }

  /** Something that asks the server and may find it unreachable. */
  @FunctionalInterface
  public interface Attempt<R> {
    /** Tries once. */
    R run();
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }

  private static ClientInterceptor headers(String actor) {
    Metadata headers = new Metadata();
    headers.put(ACTOR, actor);
    return MetadataUtils.newAttachHeadersInterceptor(headers);
  }

  private static void pause(long millis, CommandFailure failure) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }

  private static CallOptions within(Duration time) {
    return CallOptions.DEFAULT.withDeadline(Deadline.after(time.toMillis(), TimeUnit.MILLISECONDS));
  }

  /** A stream whose failures are those of a command. */
  private record TranslatedStream<R>(Iterator<R> messages, ServerAddress address)
      implements Iterator<R> {
    @Override
    public boolean hasNext() {
      try {
        return messages.hasNext();
      } catch (StatusRuntimeException e) {
        throw StatusFailures.of(e, address.toString());
      }
    }

    @Override
    public R next() {
      return messages.next();
    }
  }
}
