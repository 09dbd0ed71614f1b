package dev.redress.grpc;

import com.google.protobuf.FieldMask;
import dev.redress.access.Caller;
import dev.redress.access.Principal;
import dev.redress.access.Role;
import dev.redress.identity.CustomerName;
import dev.redress.identity.PrincipalName;
import dev.redress.identity.ProviderName;
import dev.redress.v1.ApiKey;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Conversion of principals, keys and callers. */
final class AccessProtos {
  private static final Set<String> FIXED = Set.of("name", "actor", "create_time", "etag");

  private AccessProtos() {}

  /** For the wire. */
  static dev.redress.v1.Principal toProto(Principal principal) {
    return dev.redress.v1.Principal.newBuilder()
        .setName(principal.name().toString())
        .setActor(principal.actor().name())
        .setRole(role(principal.role()))
        .setCustomer(principal.customer().map(CustomerName::toString).orElse(""))
        .setSubject(principal.subject())
        .setDisabled(principal.disabled())
        .setCreateTime(TimeProtos.toProto(principal.createTime()))
        .setEtag(Etags.of(principal.version()))
        .build();
  }

  /** For the wire, without a secret. */
  static ApiKey toProto(dev.redress.access.ApiKey key) {
    ApiKey.Builder proto =
        ApiKey.newBuilder()
            .setName(key.name().toString())
            .setCreateTime(TimeProtos.toProto(key.createTime()))
            .setExpireTime(TimeProtos.toProto(key.expireTime()));
    key.revokeTime().map(TimeProtos::toProto).ifPresent(proto::setRevokeTime);
    return proto.build();
  }

  /** For the wire. */
  static dev.redress.v1.Caller toProto(Caller caller) {
    return dev.redress.v1.Caller.newBuilder()
        .setActor(caller.actor().name())
        .setRole(role(caller.role()))
        .setProvider(caller.provider().map(ProviderName::toString).orElse(""))
        .setCustomer(caller.customer().map(CustomerName::toString).orElse(""))
        .setPrincipal(caller.principal().map(PrincipalName::toString).orElse(""))
        .build();
  }

  /** The fields to change, or {@code FIELD_INVALID}. */
  static FieldMask mask(FieldMask mask, dev.redress.v1.Principal given) {
    return FieldMasks.of(mask, given, FIXED);
  }

  /** The stored principal with the masked fields of the given one, or {@code FIELD_INVALID}. */
  static Principal merge(FieldMask mask, dev.redress.v1.Principal given, Principal stored) {
    dev.redress.v1.Principal merged = FieldMasks.merge(mask, given, toProto(stored));
    Field field = new Field("principal");
    return field.checked(
        () ->
            new Principal(
                stored.name(),
                stored.actor(),
                role(field, merged),
                customer(field, merged),
                subject(field, merged),
                merged.getDisabled(),
                stored.createTime(),
                stored.version()));
  }

  /** The role, or {@code FIELD_INVALID}. */
  static Role role(Field field, dev.redress.v1.Principal given) {
    return Constants.fromProto(field.child("role"), given.getRole(), Role.class);
  }

  /** The customer, or {@code NAME_INVALID}. */
  static Optional<CustomerName> customer(Field field, dev.redress.v1.Principal given) {
    return given.getCustomer().isEmpty()
        ? Optional.empty()
        : Optional.of(field.child("customer").name(CustomerName::parse, given.getCustomer()));
  }

  /** The subject, or {@code FIELD_INVALID}. */
  static String subject(Field field, dev.redress.v1.Principal given) {
    return field.child("subject").text(given.getSubject(), Field.SHORT_MAX);
  }

  /** A moment that may be absent. */
  static Optional<Instant> expireTime(ApiKey given) {
    return given.hasExpireTime()
        ? Optional.of(TimeProtos.fromProto(new Field("api_key.expire_time"), given.getExpireTime()))
        : Optional.empty();
  }

  private static dev.redress.v1.Principal.Role role(Role role) {
    return Constants.toProto(role, dev.redress.v1.Principal.Role.class);
  }
}
