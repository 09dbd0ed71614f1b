package dev.redress.cli.authority;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.output.Amounts;
import dev.redress.cli.session.Session;
import dev.redress.v1.AuthorityLimit;
import dev.redress.v1.AuthorityServiceGrpc;
import dev.redress.v1.DeleteAuthorityLimitRequest;
import java.math.BigDecimal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code redress authority remove}. */
@Command(
    name = "remove",
    description = "Takes a limit away.",
    headerHeading = "Examples:%n",
    header = {"  redress authority remove --person mia --currency USD", ""})
public final class AuthorityRemoveCommand implements Runnable {
  private final Session session;

  @Mixin private final HolderOptions holder = new HolderOptions();

  @Option(names = "--currency", required = true, paramLabel = "CODE", description = "such as USD")
  @SuppressWarnings("NullAway.Init") // a required option
  private String currency;

  /** A command of a session. */
  public AuthorityRemoveCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    AuthorityLimit limit = holder.toLimit().setLimit(Amounts.of(BigDecimal.ZERO, currency)).build();
    session
        .connection()
        .change(
            AuthorityServiceGrpc.getDeleteAuthorityLimitMethod(),
            DeleteAuthorityLimitRequest.newBuilder()
                .setParent(session.provider())
                .setAuthorityLimit(limit)
                .setRequestId(Connection.newRequestId())
                .build());
    session.say(Authority.holder(limit) + " has no limit of its own in " + currency + " any more.");
  }
}
