package dev.redress.cli.access;

import dev.redress.cli.session.Session;
import dev.redress.v1.AccessServiceGrpc;
import dev.redress.v1.GetCallerRequest;
import picocli.CommandLine.Command;

/** {@code redress whoami}. */
@Command(
    name = "whoami",
    description = "Says who you are to the server, and what you may do.",
    headerHeading = "Examples:%n",
    header = {
      "  redress whoami",
      "  redress whoami --server redress.example:7443 --token-file ~/.redress-key",
      ""
    })
public final class WhoAmICommand implements Runnable {
  private final Session session;

  /** A command of a session. */
  public WhoAmICommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session
        .output()
        .one(
            session
                .connection()
                .read(
                    AccessServiceGrpc.getGetCallerMethod(), GetCallerRequest.getDefaultInstance()),
            AccessColumns.CALLER);
  }
}
