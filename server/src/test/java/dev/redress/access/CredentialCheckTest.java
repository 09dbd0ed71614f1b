package dev.redress.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.access.IdentityProvider.Identity;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.PrincipalName;
import dev.redress.identity.ProviderName;
import dev.redress.persistence.MyBatisAccessStore;
import dev.redress.persistence.MyBatisProviderStore;
import dev.redress.persistence.OnBothDatabases;
import dev.redress.persistence.Samples;
import dev.redress.persistence.TestDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** How each kind of proof is looked at; keys are in AccessGrpcTest. */
class CredentialCheckTest {
  private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
  private static final ProviderName ACME = Samples.PROVIDER;
  private static final LocalToken LOCAL = LocalToken.create();

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

  @OnBothDatabases
  void localToken_isTheOperators_onItsOwnMachine(TestDatabase database) {
    CredentialCheck check = check(database);

    assertThat(check.authenticate(bearer(LOCAL.text(), true))).isEqualTo(Caller.OPERATOR);
    assertRefused(check, bearer(LOCAL.text(), false), "on the server's own machine only");
    assertRefused(check, bearer(LocalToken.create().text(), true), "read its token file again");
  }

  @OnBothDatabases
  void nothing_isRefused(TestDatabase database) {
    assertThatThrownBy(
            () ->
                check(database)
                    .authenticate(new Credentials(Optional.empty(), List.of(), true, "a")))
        .isInstanceOfSatisfying(
            RedressException.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(ErrorReason.CREDENTIALS_MISSING));
  }

  @OnBothDatabases
  void certificate_namesAPrincipal_whichMustHaveBeenLetIn(TestDatabase database) {
    CredentialCheck check = check(database);
    letIn(database, "crm", "", false);
    letIn(database, "old", "", true);

    assertThat(
            check.authenticate(
                certificate("https://elsewhere.example", "redress:" + ACME + "/principals/crm")))
        .extracting(caller -> caller.actor().name(), Caller::role)
        .containsExactly("crm", Role.CLERK);
    assertRefused(check, certificate("redress:" + ACME + "/principals/none"), "let in");
    assertRefused(check, certificate("redress:" + ACME + "/principals/old"), "disabled");
    assertRefused(check, certificate("redress:garbage"), "names no principal");
    assertRefused(check, certificate("https://elsewhere.example"), "names no principal");
  }

  @OnBothDatabases
  void token_isOfWhoeverHasItsSubject(TestDatabase database) {
    CredentialCheck check = check(database);
    letIn(database, "ann", "ann@example", false);

    assertThat(check.authenticate(bearer("token of ann@example", false)).actor().name())
        .isEqualTo("ann");
    assertRefused(check, bearer("token of bob@example", false), "let in");
  }

  @OnBothDatabases
  void guesses_areNotLookedAtBeyondANumberASecond(TestDatabase database) {
    CredentialCheck check = check(database);
    letIn(database, "ann", "ann@example", false);
    for (int i = 0; i < WrongGuesses.A_SECOND_MAX; i++) {
      assertRefused(check, bearer("token of " + i, false), "let in");
    }

    assertThatThrownBy(() -> check.authenticate(bearer("token of ann@example", false)))
        .isInstanceOfSatisfying(
            RedressException.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(ErrorReason.RATE_LIMITED));
    assertThat(
            check.authenticate(
                new Credentials(Optional.of("token of ann@example"), List.of(), false, "other")))
        .isNotNull();
    now.set(NOW.plusSeconds(1));
    assertThat(check.authenticate(bearer("token of ann@example", false))).isNotNull();
  }

  @OnBothDatabases
  void secrets_areInNoText(TestDatabase database) {
    Credentials credentials = bearer(LOCAL.text(), true);

    assertThat(credentials.toString() + LOCAL).doesNotContain(LOCAL.text());
  }

  private CredentialCheck check(TestDatabase database) {
    InstantSource clock = now::get;
    new MyBatisProviderStore(database.transactions()).insert(Samples.provider("acme"));
    return new CredentialCheck(
        database.transactions(),
        new MyBatisAccessStore(database.transactions()),
        LOCAL,
        token -> new Identity(ACME, token.replace("token of ", "")),
        clock);
  }

  private static void letIn(TestDatabase database, String id, String subject, boolean disabled) {
    new MyBatisAccessStore(database.transactions())
        .insert(
            new Principal(
                new PrincipalName(ACME, id),
                new Actor(id),
                Role.CLERK,
                Optional.empty(),
                subject,
                disabled,
                NOW,
                1));
  }

  private static void assertRefused(
      CredentialCheck check, Credentials credentials, String sentence) {
    assertThatThrownBy(() -> check.authenticate(credentials))
        .isInstanceOfSatisfying(
            RedressException.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(ErrorReason.CREDENTIALS_INVALID))
        .hasMessageContaining(sentence);
  }

  private static Credentials bearer(String token, boolean local) {
    return new Credentials(Optional.of(token), List.of(), local, "192.0.2.1");
  }

  private static Credentials certificate(String... uris) {
    return new Credentials(Optional.empty(), List.of(uris), false, "192.0.2.1");
  }
}
