package dev.redress.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;

/**
 * Turns calls away whose principal has used up its rate, before they take a place of others and
 * before the database is asked for their key. Who it is has not been proved here, which does no
 * harm: only calls that prove it are counted, so nobody uses up the rate of another.
 */
final class RateInterceptor implements ServerInterceptor {
  private final CallRates rates;

  RateInterceptor(CallRates rates) {
    this.rates = rates;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    CallCredentials.of(call, headers).claimedPrincipal().ifPresent(rates::requireLeft);
    return next.startCall(call, headers);
  }
}
