package dev.redress.life;

import com.google.protobuf.Message;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.util.List;
import java.util.function.Function;

/**
 * A call that somebody makes.
 *
 * @param request with a request id, so that it can be sent again until there is an answer
 * @param changes what the journal must say once the answer is there
 */
public record Command<Q extends Message, A extends Message>(
    Deed deed,
    MethodDescriptor<Q, A> method,
    Q request,
    String actor,
    Function<A, List<Change>> changes) {
  private static final Metadata.Key<String> ACTOR =
      Metadata.Key.of("redress-actor", Metadata.ASCII_STRING_MARSHALLER);

  /** Sends it once. */
  public Done send(Channel channel, CallOptions options) {
    Metadata headers = new Metadata();
    headers.put(ACTOR, actor);
    A answer =
        ClientCalls.blockingUnaryCall(
            ClientInterceptors.intercept(
                channel, MetadataUtils.newAttachHeadersInterceptor(headers)),
            method,
            options,
            request);
    return new Done(answer, changes.apply(answer));
  }

  /** What was answered, and what the journal says of it. */
  public record Done(Message answer, List<Change> changes) {
    public Done {
      changes = List.copyOf(changes);
    }
  }
}
