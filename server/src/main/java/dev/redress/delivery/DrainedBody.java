package dev.redress.delivery;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer that nobody reads: a short one is let pass, so that the connection can be
 * used again, a long one is cut off. It gives the number of bytes that came.
 */
final class DrainedBody implements BodySubscriber<Long> {
  private static final int BYTES_MAX = 16_384;

  private final CompletableFuture<Long> end = new CompletableFuture<>();
  private @Nullable Subscription subscription;
  private long bytes;

  @Override
  public CompletionStage<Long> getBody() {
    return end;
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    bytes += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    Subscription source = Objects.requireNonNull(subscription, "subscribed first");
    if (bytes > BYTES_MAX) {
      source.cancel();
      end.complete(bytes);
    } else {
      source.request(1);
    }
  }

  @Override
  public void onError(Throwable failure) {
    end.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    end.complete(bytes);
  }
}
