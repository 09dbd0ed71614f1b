package dev.redress.grpc;

import com.google.protobuf.Message;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import io.grpc.Attributes;
import io.grpc.BindableService;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.SecurityLevel;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages such that bytes which are none (garbage, invalid UTF-8, nesting without end) and
 * messages that unpack beyond the limit are refused with a reason. Left alone, gRPC answers {@code
 * UNKNOWN} to both, because its marshallers fail outside of every interceptor.
 */
final class CheckedMessages {
  private CheckedMessages() {}

  /** The same service, reading messages this way. */
  static ServerServiceDefinition wrap(BindableService plainService) {
    ServerServiceDefinition plain = plainService.bindService();
    List<ServerMethodDefinition<?, ?>> methods = new ArrayList<>();
    ServiceDescriptor.Builder descriptor =
        ServiceDescriptor.newBuilder(plain.getServiceDescriptor().getName())
            // What reflection shows.
            .setSchemaDescriptor(plain.getServiceDescriptor().getSchemaDescriptor());
    for (ServerMethodDefinition<?, ?> method : plain.getMethods()) {
      ServerMethodDefinition<?, ?> checked = wrap(method);
      methods.add(checked);
      descriptor.addMethod(checked.getMethodDescriptor());
    }
    ServerServiceDefinition.Builder service = ServerServiceDefinition.builder(descriptor.build());
    methods.forEach(service::addMethod);
    return service.build();
  }

  /**
   * The message that an interceptor sees, as the handler will; empty when its bytes are none, which
   * is refused later.
   */
  static Optional<Message> seen(Object message) {
    if (message instanceof Read<?> read) {
      return Optional.ofNullable((Message) read.message());
    }
    throw new IllegalStateException(
        "a service reads messages in another way: " + message.getClass());
  }

  private static <Q, A> ServerMethodDefinition<Read<Q>, A> wrap(
      ServerMethodDefinition<Q, A> method) {
    MethodDescriptor<Q, A> plain = method.getMethodDescriptor();
    MethodDescriptor<Read<Q>, A> checked =
        plain.toBuilder(
                new ReadMarshaller<>(plain.getRequestMarshaller()), plain.getResponseMarshaller())
            .build();
    ServerCallHandler<Q, A> handler = method.getServerCallHandler();
    return ServerMethodDefinition.create(
        checked,
        (call, headers) ->
            new ReadListener<>(handler.startCall(new PlainCall<>(call, plain), headers)));
  }

  /**
   * A message, or why the bytes are none.
   *
   * @param message absent exactly when there is a refusal
   */
  private record Read<Q>(@Nullable Q message, @Nullable RedressException refusal) {}

  private record ReadMarshaller<Q>(Marshaller<Q> plain) implements Marshaller<Read<Q>> {
    @Override
    public InputStream stream(Read<Q> value) {
      throw new UnsupportedOperationException("a server sends no requests");
    }

    @Override
    public Read<Q> parse(InputStream stream) {
      try {
        return new Read<>(plain.parse(stream), null);
      } catch (StatusRuntimeException e) {
        return new Read<>(
            null,
            e.getStatus().getCode() == Status.Code.RESOURCE_EXHAUSTED ? tooLarge() : malformed());
      } catch (RuntimeException | StackOverflowError e) {
        return new Read<>(null, malformed());
      }
    }

    private static RedressException malformed() {
      return new RedressException(
          ErrorReason.MESSAGE_MALFORMED,
          "the bytes of the call are no message of its kind; texts must be valid UTF-8");
    }

    private static RedressException tooLarge() {
      return new RedressException(
          ErrorReason.TOO_LARGE, "the message unpacks to more than is allowed; send less at once");
    }
  }

  /** The call as the handler knows it. */
  private static final class PlainCall<Q, A> extends ServerCall<Q, A> {
    private final ServerCall<Read<Q>, A> call;
    private final MethodDescriptor<Q, A> method;

    PlainCall(ServerCall<Read<Q>, A> call, MethodDescriptor<Q, A> method) {
      this.call = call;
      this.method = method;
    }

    @Override
    public void request(int count) {
      call.request(count);
    }

    @Override
    public void sendHeaders(Metadata headers) {
      call.sendHeaders(headers);
    }

    @Override
    public void sendMessage(A message) {
      call.sendMessage(message);
    }

    @Override
    public boolean isReady() {
      return call.isReady();
    }

    @Override
    public void setOnReadyThreshold(int bytes) {
      call.setOnReadyThreshold(bytes);
    }

    @Override
    public void close(Status status, Metadata trailers) {
      call.close(status, trailers);
    }

    @Override
    public boolean isCancelled() {
      return call.isCancelled();
    }

    @Override
    public void setMessageCompression(boolean enabled) {
      call.setMessageCompression(enabled);
    }

    @Override
    public void setCompression(String compressor) {
      call.setCompression(compressor);
    }

    @Override
    public SecurityLevel getSecurityLevel() {
      return call.getSecurityLevel();
    }

    @Override
    public Attributes getAttributes() {
      return call.getAttributes();
    }

    @Override
    public @Nullable String getAuthority() {
      return call.getAuthority();
    }

    @Override
    public MethodDescriptor<Q, A> getMethodDescriptor() {
      return method;
    }
  }

  /** Hands messages on, and refusals to whoever turns them into a status. */
  private static final class ReadListener<Q> extends ServerCall.Listener<Read<Q>> {
    private final ServerCall.Listener<Q> handler;

    ReadListener(ServerCall.Listener<Q> handler) {
      this.handler = handler;
    }

    @Override
    public void onMessage(Read<Q> read) {
      if (read.refusal() != null) {
        throw read.refusal();
      }
      handler.onMessage(Objects.requireNonNull(read.message()));
    }

    @Override
    public void onHalfClose() {
      handler.onHalfClose();
    }

    @Override
    public void onCancel() {
      handler.onCancel();
    }

    @Override
    public void onComplete() {
      handler.onComplete();
    }

    @Override
    public void onReady() {
      handler.onReady();
    }
  }
}
