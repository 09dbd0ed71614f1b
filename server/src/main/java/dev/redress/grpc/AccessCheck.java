package dev.redress.grpc;

import dev.redress.access.Authenticator;
import dev.redress.access.ReadLog;

/**
 * How a server finds out who calls, and how much each may call.
 *
 * @param callsPerSecond of one principal, 1 or more
 */
public record AccessCheck(Authenticator authenticator, ReadLog reads, int callsPerSecond) {

  CallRates rates() {
    return new CallRates(callsPerSecond);
  }

  AccessInterceptor interceptor(CallRates rates) {
    return new AccessInterceptor(authenticator, rates, reads);
  }
}
