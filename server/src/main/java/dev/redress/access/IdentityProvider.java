package dev.redress.access;

import dev.redress.identity.ProviderName;

/** Checks the signed tokens of an identity provider (OpenID Connect). */
@FunctionalInterface
public interface IdentityProvider {

  /** Where none is trusted. */
  IdentityProvider NONE =
      token -> {
        throw CredentialCheck.invalid("this server takes no tokens of an identity provider");
      };

  /**
   * Whose a token is.
   *
   * @throws dev.redress.error.RedressException {@code CREDENTIALS_INVALID} when it is forged,
   *     expired, for somebody else, or says too little
   */
  Identity check(String token);

  /**
   * Somebody as the identity provider knows them.
   *
   * @param provider for whom they act
   * @param subject the {@code sub} of the token
   */
  record Identity(ProviderName provider, String subject) {}
}
