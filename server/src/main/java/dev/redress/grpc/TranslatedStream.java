package dev.redress.grpc;

import io.grpc.stub.StreamObserver;
import java.util.function.Function;

/** Receives messages of one type for a receiver of another. */
record TranslatedStream<Q, R>(StreamObserver<R> receiver, Function<Q, R> translation)
    implements StreamObserver<Q> {

  @Override
  public void onNext(Q message) {
    receiver.onNext(translation.apply(message));
  }

  @Override
  public void onError(Throwable failure) {
    receiver.onError(failure);
  }

  @Override
  public void onCompleted() {
    receiver.onCompleted();
  }
}
