package dev.redress.cli.access;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.AccessServiceGrpc;
import dev.redress.v1.ApiKey;
import dev.redress.v1.RevokeApiKeyRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code redress key revoke}. */
@Command(
    name = "revoke",
    description = "Revokes a key: from the next call on it is refused, by every server.",
    headerHeading = "Examples:%n",
    header = {"  redress key revoke ann 01m81j8cgca2902rtrh42mvrsf", ""})
public final class KeyRevokeCommand implements Runnable {
  private final Session session;

  @Parameters(
      index = "0",
      paramLabel = "PRINCIPAL",
      description = "the principal's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String principal;

  @Parameters(index = "1", paramLabel = "KEY", description = "the key's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String key;

  /** A command of a session. */
  public KeyRevokeCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    ApiKey revoked =
        session
            .connection()
            .change(
                AccessServiceGrpc.getRevokeApiKeyMethod(),
                RevokeApiKeyRequest.newBuilder()
                    .setName(Keys.name(new Lookup(session).principal(principal), key))
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(revoked, AccessColumns.KEY);
  }
}
