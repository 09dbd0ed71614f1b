package dev.redress.grpc;

import io.grpc.stub.StreamObserver;

/** How a unary call is answered. */
final class Answers {
  private Answers() {}

  /** Sends the one answer of a call. */
  static <A> void send(StreamObserver<A> observer, A answer) {
    observer.onNext(answer);
    observer.onCompleted();
  }
}
