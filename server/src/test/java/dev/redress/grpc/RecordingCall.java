package dev.redress.grpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A call by hand, with any bytes as its message, that remembers how it ended. */
final class RecordingCall extends ClientCall.Listener<byte[]> {
  private static final Marshaller<byte[]> BYTES =
      new Marshaller<>() {
        @Override
        public InputStream stream(byte[] value) {
          return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
          try {
            return stream.readAllBytes();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      };

  private final CompletableFuture<Refusal> end = new CompletableFuture<>();

  private final ClientCall<byte[], byte[]> call;

  private RecordingCall(ClientCall<byte[], byte[]> call) {
    this.call = call;
  }

  /** A call of the status of the server whose message never comes. */
  static RecordingCall start(Channel channel) {
    ClientCall<byte[], byte[]> call =
        channel.newCall(method("redress.v1.ServerService/GetServerStatus"), CallOptions.DEFAULT);
    RecordingCall recording = new RecordingCall(call);
    call.start(recording, new Metadata());
    call.request(1);
    return recording;
  }

  /** A whole call with these bytes as its message. */
  static RecordingCall send(
      Channel channel, String method, byte[] message, CallOptions options, boolean compressed) {
    ClientCall<byte[], byte[]> call = channel.newCall(method(method), options);
    RecordingCall recording = new RecordingCall(call);
    call.start(recording, new Metadata());
    call.setMessageCompression(compressed);
    call.request(1);
    call.sendMessage(message);
    call.halfClose();
    return recording;
  }

  /** Resets the call. */
  void cancel() {
    call.cancel("reset", null);
  }

  /** Whether the call has ended. */
  boolean hasEnded() {
    return end.isDone();
  }

  /** How the call ended; waits for it. */
  Status status() {
    return refusal().status();
  }

  /** How the call ended, with all details; waits for it. */
  Refusal refusal() {
    try {
      return end.get(20, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("the call did not end", e);
    }
  }

  @Override
  public void onClose(Status status, Metadata trailers) {
    end.complete(Refusal.of(status.asRuntimeException(trailers)));
  }

  private static MethodDescriptor<byte[], byte[]> method(String name) {
    return MethodDescriptor.<byte[], byte[]>newBuilder()
        .setType(MethodType.UNARY)
        .setFullMethodName(name)
        .setRequestMarshaller(BYTES)
        .setResponseMarshaller(BYTES)
        .build();
  }
}
