package dev.redress.access;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.InvalidNameException;
import dev.redress.identity.PrincipalName;
import dev.redress.identity.ProviderName;
import dev.redress.transaction.ProviderScope;
import dev.redress.transaction.Transactions;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds out who makes a call: by the local token, a key, a token of the identity provider, or a
 * client's certificate. What is stored is read for each call, so that who is shut out is out at
 * once, on every server.
 */
public final class CredentialCheck implements Authenticator {
  /** What stands before the name of a principal in a certificate. */
  public static final String CERTIFICATE_SCHEME = "redress:";

  private final Transactions transactions;
  private final AccessStore store;
  private final LocalToken local;
  private final IdentityProvider identities;
  private final WrongGuesses guesses;
  private final InstantSource clock;

  /** Over what can prove something. */
  public CredentialCheck(
      Transactions transactions,
      AccessStore store,
      LocalToken local,
      IdentityProvider identities,
      InstantSource clock) {
    this.transactions = transactions;
    this.store = store;
    this.local = local;
    this.identities = identities;
    this.guesses = new WrongGuesses(clock);
    this.clock = clock;
  }

  @Override
  public Caller authenticate(Credentials credentials) {
    Optional<String> bearer = credentials.bearer();
    if (bearer.isPresent() && LocalToken.isMeant(bearer.get())) {
      return operator(bearer.get(), credentials);
    }
    if (bearer.isEmpty() && credentials.certificateNames().isEmpty()) {
      throw new RedressException(
          ErrorReason.CREDENTIALS_MISSING,
          "the call does not say who makes it: it has no header 'authorization: Bearer KEY'");
    }
    guesses.requireFew(credentials.peer());
    try {
      return bearer.isPresent()
          ? (KeySecret.isMeant(bearer.get()) ? byKey(bearer.get()) : byToken(bearer.get()))
          : byCertificate(credentials);
    } catch (RedressException e) {
      if (e.reason() == ErrorReason.CREDENTIALS_INVALID) {
        guesses.add(credentials.peer());
      }
      throw e;
    }
  }

  private Caller operator(String token, Credentials credentials) {
    if (!local.is(token)) {
      throw invalid("the token is not that of this start of the server; read its token file again");
    }
    if (!credentials.local()) {
      throw invalid("the token file counts on the server's own machine only; use a key instead");
    }
    return Caller.OPERATOR;
  }

  private Caller byKey(String token) {
    // One sentence for what is unknown and what is wrong: a guess learns nothing by it.
    KeySecret secret =
        KeySecret.parse(token).orElseThrow(() -> invalid("the key is not known here"));
    return lookUp(
        secret.name().principal().provider(),
        () -> {
          ApiKey key =
              store
                  .findKey(secret.name())
                  .filter(secret::fits)
                  .orElseThrow(() -> invalid("the key is not known here"));
          if (!key.isLive(clock.instant())) {
            throw invalid(
                key.revokeTime().isPresent()
                    ? "the key was revoked; ask for a new one"
                    : "the key has expired; ask for a new one");
          }
          return admitted(store.find(key.name().principal()));
        });
  }

  private Caller byToken(String token) {
    IdentityProvider.Identity identity = identities.check(token);
    return lookUp(
        identity.provider(),
        () -> admitted(store.findBySubject(identity.provider(), identity.subject())));
  }

  private Caller byCertificate(Credentials credentials) {
    PrincipalName name =
        credentials.certificateNames().stream()
            .filter(uri -> uri.startsWith(CERTIFICATE_SCHEME))
            .map(uri -> uri.substring(CERTIFICATE_SCHEME.length()))
            .flatMap(text -> principal(text).stream())
            .findFirst()
            .orElseThrow(
                () ->
                    invalid(
                        "the certificate names no principal; its subject alternative names need the"
                            + " URI redress:providers/PROVIDER/principals/PRINCIPAL"));
    return lookUp(name.provider(), () -> admitted(store.find(name)));
  }

  /** What is brought along says whose principal it is, before anybody believes it. */
  private Caller lookUp(ProviderName claimed, Supplier<Caller> check) {
    return ProviderScope.of(claimed).call(() -> transactions.run(check));
  }

  private static Optional<PrincipalName> principal(String text) {
    try {
      return Optional.of(PrincipalName.parse(text));
    } catch (InvalidNameException _) {
      return Optional.empty();
    }
  }

  private static Caller admitted(Optional<Principal> principal) {
    Principal known =
        principal.orElseThrow(
            () -> invalid("nobody of this name was let in; ask an administrator"));
    if (known.disabled()) {
      throw invalid("this principal is disabled; ask an administrator");
    }
    return known.caller();
  }

  /** A refusal of what was brought along. */
  static RedressException invalid(String sentence) {
    return new RedressException(ErrorReason.CREDENTIALS_INVALID, sentence);
  }
}
