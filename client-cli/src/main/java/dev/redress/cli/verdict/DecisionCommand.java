package dev.redress.cli.verdict;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.Verdict;
import io.grpc.MethodDescriptor;
import picocli.CommandLine.Parameters;

/**
 * What a clerk decides about a line. The server answers for the whole customer anew, since what one
 * line takes is no longer free for the others; that takes longer than other calls.
 */
abstract class DecisionCommand implements Runnable {
  private final Session session;

  @Parameters(index = "0", paramLabel = "LINE", description = "the line's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String line;

  DecisionCommand(Session session) {
    this.session = session;
  }

  @Override
  public final void run() {
    Lookup lookup = new Lookup(session);
    String lineName = lookup.line(line);
    Decided decided = decide(lookup, lineName);
    session.output().one(decided.verdict(), Verdicts.columns());
    session.say(decided.said());
    session.sayNext("review list");
  }

  /**
   * What came of a decision.
   *
   * @param verdict of the line as it is now
   * @param said what was recorded, in one sentence
   */
  record Decided(Verdict verdict, String said) {}

  /** Has the decision recorded. */
  abstract Decided decide(Lookup lookup, String lineName);

  /** Calls the server, which may take as long as matching a customer takes. */
  final <Q> Verdict send(MethodDescriptor<Q, Verdict> method, Q request) {
    return session.connection().change(method, request, Connection.MATCHING_TIME);
  }

  /** The id that people know a thing by. */
  static String id(String name) {
    return ResourceName.lastId(name);
  }
}
