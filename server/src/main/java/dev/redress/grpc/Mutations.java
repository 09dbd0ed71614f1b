package dev.redress.grpc;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.redress.error.RedressException;
import dev.redress.idempotency.Retries;
import dev.redress.identity.ContentHash;
import dev.redress.identity.ProviderName;
import io.grpc.MethodDescriptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs changes once for each {@code request_id} (AIP-155). Callers get the recorded bytes of the
 * answer, the first time as well as later, so that a retry gets the same answer to the byte.
 */
final class Mutations {
  private static final int TRIES_MAX = 3;

  private final Retries retries;

  Mutations(Retries retries) {
    this.retries = retries;
  }

  /**
   * Runs a change, or gives its earlier answer.
   *
   * @param provider within which the request id counts
   * @param request its field {@code request_id} is the key; all of it, with the method, tells a
   *     retry from a mistake
   * @throws RedressException {@code REQUEST_ID_INVALID}, {@code REQUEST_ID_REUSED}
   */
  <Q extends Message, A extends Message> A run(
      ProviderName provider, MethodDescriptor<Q, A> method, Q request, Supplier<A> work) {
    return run(provider, method, key(request), content(request), work);
  }

  /**
   * Runs a change for which must be thought long: the thinking is done outside of the transaction,
   * and not at all for a retry whose answer is there.
   *
   * @param thinking stores nothing
   * @param storing what was thought of
   * @throws RedressException as the other {@code run}
   */
  <Q extends Message, A extends Message, T> A run(
      ProviderName provider,
      MethodDescriptor<Q, A> method,
      Q request,
      Supplier<T> thinking,
      Function<T, A> storing) {
    String fingerprint = fingerprint(method, content(request));
    Optional<byte[]> before = retries.before(provider, key(request), fingerprint);
    if (before.isPresent()) {
      CallContext.markReplayed();
      return method.parseResponse(new ByteArrayInputStream(before.get()));
    }
    T thought = thinking.get();
    return run(provider, method, request, () -> storing.apply(thought));
  }

  private static String key(Message request) {
    FieldDescriptor key = request.getDescriptorForType().findFieldByName("request_id");
    return request.getField(key).toString();
  }

  private static String content(Message request) {
    return HexFormat.of().formatHex(ContentHash.sha256().digest(bytes(request)));
  }

  private static String fingerprint(MethodDescriptor<?, ?> method, String content) {
    return ContentHash.of(method.getFullMethodName(), content);
  }

  /**
   * Runs a change that has its key in another place.
   *
   * @param content a text that differs when the content of the call differs
   */
  <A extends Message> A run(
      ProviderName provider,
      MethodDescriptor<?, A> method,
      String requestId,
      String content,
      Supplier<A> work) {
    String fingerprint = fingerprint(method, content);
    AtomicReference<byte[]> made = new AtomicReference<>();
    byte[] answer =
        once(
            provider,
            requestId,
            fingerprint,
            () -> {
              byte[] bytes = bytes(work.get());
              made.set(bytes);
              return bytes;
            });
    if (answer != made.get()) {
      CallContext.markReplayed();
    }
    return method.parseResponse(new ByteArrayInputStream(answer));
  }

  /**
   * When two calls with one request id run at the same time, the second one can stumble over what
   * the first one has just done, before it gets to see its answer. So it looks again.
   */
  private byte[] once(
      ProviderName provider, String requestId, String fingerprint, Supplier<byte[]> work) {
    for (int tries = 1; ; tries++) {
      try {
        return retries.once(provider, requestId, fingerprint, work);
      } catch (RedressException e) {
        if (requestId.isEmpty() || tries == TRIES_MAX || !canBeByTwin(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean canBeByTwin(RedressException refusal) {
    return switch (refusal.reason().kind()) {
      case ALREADY_EXISTS, ABORTED, FAILED_PRECONDITION -> true;
      case UNAUTHENTICATED,
          INVALID_ARGUMENT,
          NOT_FOUND,
          PERMISSION_DENIED,
          RESOURCE_EXHAUSTED,
          UNAVAILABLE,
          INTERNAL_ERROR ->
          false;
    };
  }

  /** The bytes of a message, the same for equal messages: maps in the order of their keys. */
  private static byte[] bytes(Message message) {
    byte[] bytes = new byte[message.getSerializedSize()];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    try {
      message.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to an array cannot fail", e);
    }
    return bytes;
  }
}
