package dev.redress.grpc;

import dev.redress.v1.AccessServiceGrpc;
import dev.redress.v1.ApiKey;
import dev.redress.v1.CreateApiKeyRequest;
import dev.redress.v1.CreatePrincipalRequest;
import dev.redress.v1.Principal;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import java.util.Locale;

/** People and systems with keys, for tests of who may do what. */
final class Keys {
  private Keys() {}

  /** Lets somebody in. */
  static Principal principal(TestApi api, String provider, String id, Principal.Builder who) {
    return AccessServiceGrpc.newBlockingStub(api.channel())
        .createPrincipal(
            CreatePrincipalRequest.newBuilder()
                .setParent(provider)
                .setPrincipalId(id)
                .setPrincipal(who)
                .setRequestId(TestApi.requestId())
                .build());
  }

  /** A new key with its secret. */
  static ApiKey key(TestApi api, String principal) {
    return AccessServiceGrpc.newBlockingStub(api.channel())
        .createApiKey(
            CreateApiKeyRequest.newBuilder()
                .setParent(principal)
                .setRequestId(TestApi.requestId())
                .build());
  }

  /** Calls with a secret. */
  static Channel with(Channel channel, String secret) {
    Metadata headers = new Metadata();
    headers.put(AccessInterceptor.AUTHORIZATION, "Bearer " + secret);
    return ClientInterceptors.intercept(
        channel, MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  /** Calls with a secret, in somebody's name. */
  static Channel with(Channel channel, String secret, String actor) {
    Metadata headers = new Metadata();
    headers.put(AccessInterceptor.ACTOR, actor);
    return ClientInterceptors.intercept(
        with(channel, secret), MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  /** The channel of somebody new with this role. */
  static Channel of(TestApi api, String provider, Principal.Role role) {
    return of(api, provider, role, "");
  }

  /** The same of somebody of a customer. */
  static Channel of(TestApi api, String provider, Principal.Role role, String customer) {
    Principal who =
        principal(
            api,
            provider,
            role.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            Principal.newBuilder().setRole(role).setCustomer(customer));
    return with(api.channel(), key(api, who.getName()).getSecret());
  }
}
