package dev.redress.grpc;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.ServerCall;

/**
 * Gives the place of a call back when the call has ended. Its events come one after the other, so
 * by then its handler has returned too, even where the caller left early.
 */
final class ReleasingListener<Q> extends SimpleForwardingServerCallListener<Q> {
  private final Runnable release;

  ReleasingListener(ServerCall.Listener<Q> listener, Runnable release) {
    super(listener);
    this.release = release;
  }

  @Override
  public void onCancel() {
    release.run();
    super.onCancel();
  }

  @Override
  public void onComplete() {
    release.run();
    super.onComplete();
  }
}
