package dev.redress.persistence;

import dev.redress.access.ApiKey;
import dev.redress.identity.ApiKeyName;
import dev.redress.identity.PrincipalName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of the table api_key. */
record ApiKeyRow(
    String providerId,
    String principalId,
    String apiKeyId,
    String hash,
    Instant createTime,
    Instant expireTime,
    @Nullable Instant revokeTime) {

  static ApiKeyRow of(ApiKey key) {
    return new ApiKeyRow(
        key.name().principal().provider().provider(),
        key.name().principal().principal(),
        key.name().key(),
        key.hash(),
        key.createTime(),
        key.expireTime(),
        key.revokeTime().orElse(null));
  }

  ApiKey toKey() {
    return new ApiKey(
        new ApiKeyName(new PrincipalName(new ProviderName(providerId), principalId), apiKeyId),
        hash,
        createTime,
        expireTime,
        Optional.ofNullable(revokeTime));
  }
}
