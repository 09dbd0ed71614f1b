package dev.redress.cli.authority;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.output.Amounts;
import dev.redress.cli.session.Session;
import dev.redress.v1.AuthorityLimit;
import dev.redress.v1.AuthorityServiceGrpc;
import dev.redress.v1.SetAuthorityLimitRequest;
import java.math.BigDecimal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code redress authority set}. */
@Command(
    name = "set",
    description = "Sets how much somebody may concede on a dispute.",
    headerHeading = "Examples:%n",
    header = {
      "  redress authority set --role CLERK --limit 200 --currency USD",
      "  redress authority set --person mia --limit 1000 --currency USD",
      "  redress authority set --goodwill --limit 25 --currency USD",
      ""
    })
public final class AuthoritySetCommand implements Runnable {
  private final Session session;

  @Mixin private final HolderOptions holder = new HolderOptions();

  @Option(
      names = "--limit",
      required = true,
      paramLabel = "AMOUNT",
      description = "0 or more, for all rounds of a dispute together")
  @SuppressWarnings("NullAway.Init") // a required option
  private BigDecimal limit;

  @Option(
      names = "--currency",
      required = true,
      paramLabel = "CODE",
      description = "such as USD; who has no limit in a currency may concede nothing in it")
  @SuppressWarnings("NullAway.Init") // a required option
  private String currency;

  /** A command of a session. */
  public AuthoritySetCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    AuthorityLimit set =
        session
            .connection()
            .change(
                AuthorityServiceGrpc.getSetAuthorityLimitMethod(),
                SetAuthorityLimitRequest.newBuilder()
                    .setParent(session.provider())
                    .setAuthorityLimit(holder.toLimit().setLimit(Amounts.of(limit, currency)))
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(set, Authority.COLUMNS);
    session.say(
        "From now on "
            + Authority.holder(set)
            + (set.getGoodwill() ? " covers up to " : " may concede up to ")
            + Amounts.text(set.getLimit())
            + " on a dispute.");
  }
}
