package dev.redress.cli.callback;

import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.output.Moments;
import dev.redress.cli.session.Session;
import dev.redress.v1.Callback;
import dev.redress.v1.LogAttemptResponse;

/** What is said about a call that was logged: what became of it, and what follows. */
final class LoggedCall {
  private final Session session;

  LoggedCall(Session session) {
    this.session = session;
  }

  /** Says it, one sentence for each thing that follows. */
  void say(Callback.Outcome outcome, LogAttemptResponse answer) {
    session.say(
        "Logged "
            + outcome
            + "; callback "
            + ResourceName.lastId(answer.getCallback().getName())
            + " is now "
            + answer.getCallback().getState()
            + ".");
    sayNextCall(answer.getSuccessor(), "The next call");
    answer
        .getAlsoList()
        .forEach(
            served ->
                sayNextCall(
                    served.getSuccessor(),
                    "For dispute "
                        + ResourceName.lastId(served.getCallback().getDispute())
                        + ", too, the next call"));
    answer
        .getPromisesList()
        .forEach(
            promise ->
                session.say(
                    "Promised by "
                        + local(promise.getDueTime())
                        + ": "
                        + promise.getText()
                        + "; promise "
                        + ResourceName.lastId(promise.getName())
                        + "."));
  }

  private void sayNextCall(Callback successor, String call) {
    if (successor.getState() == Callback.State.EXHAUSTED) {
      session.say("All attempts were made in vain; " + successor.getOwner() + " must decide.");
      return;
    }
    session.say(
        call
            + " is due "
            + local(successor.getDueTime())
            + ": callback "
            + ResourceName.lastId(successor.getName())
            + ".");
    if (!successor.getApproach().isEmpty()) {
      session.say("This time: " + successor.getApproach());
    }
    if (successor.getContact().isEmpty()) {
      session.say(
          "Nobody knows where to call; " + successor.getOwner() + " must find out before then.");
    }
  }

  private String local(com.google.protobuf.Timestamp moment) {
    return Moments.local(moment, session.output().zone());
  }
}
