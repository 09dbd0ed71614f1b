package dev.redress.cli.authority;

import dev.redress.cli.session.Session;
import dev.redress.v1.AuthorityServiceGrpc;
import dev.redress.v1.ListAuthorityLimitsRequest;
import dev.redress.v1.ListAuthorityLimitsResponse;
import picocli.CommandLine.Command;

/** {@code redress authority list}. */
@Command(
    name = "list",
    description = "Lists who may concede how much on a dispute; without limits, anybody anything.",
    headerHeading = "Examples:%n",
    header = {"  redress authority list", ""})
public final class AuthorityListCommand implements Runnable {
  private static final int PAGE_SIZE = 1_000;

  private final Session session;

  /** A command of a session. */
  public AuthorityListCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session
        .output()
        .list(
            session
                .connection()
                .pages(
                    AuthorityServiceGrpc.getListAuthorityLimitsMethod(),
                    token ->
                        ListAuthorityLimitsRequest.newBuilder()
                            .setParent(session.provider())
                            .setPageSize(PAGE_SIZE)
                            .setPageToken(token)
                            .build(),
                    ListAuthorityLimitsResponse::getAuthorityLimitsList,
                    ListAuthorityLimitsResponse::getNextPageToken),
            Authority.COLUMNS);
  }
}
