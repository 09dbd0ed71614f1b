package dev.redress.cli.callback;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.option.MomentConverter;
import dev.redress.cli.output.Moments;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.Commitment;
import dev.redress.v1.GetCallbackRequest;
import dev.redress.v1.LogAttemptRequest;
import dev.redress.v1.LogAttemptResponse;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress callback log}.
 *
 * <p>The server promises the next call in the same transaction, so the answer always says what
 * follows. Tables and CSV show that next call; JSON has both. A moment without an offset is in the
 * zone of this machine.
 */
@Command(
    name = "log",
    description = "Logs how a call went; the next one is promised at the same time.",
    headerHeading = "Examples:%n",
    header = {
      "  redress callback log 0199d2f0-6c1a-7000-8000-000000000002 --outcome NO_ANSWER",
      "  redress callback log 0199d2f0-6c1a-7000-8000-000000000002 --outcome REACHED \\",
      "      --note 'wants the ticket numbers' --follow-up '2026-11-25 14:30'",
      "  redress callback log 0199d2f0-6c1a-7000-8000-000000000002 --outcome REACHED --with-all \\",
      "      --promise 'send the report by 2026-11-27 17:00'",
      "  redress callback log 0199d2f0-6c1a-7000-8000-000000000002 --outcome HUNG_UP \\",
      "      --approach 'ask for Anna, begin with the tickets'",
      "  redress callback log 0199d2f0-6c1a-7000-8000-000000000002 --outcome WRONG_NUMBER \\",
      "      --contact 'Anna Berg, +1 312 555 0199'",
      ""
    })
public final class CallbackLogCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "CALLBACK", description = "the callback's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String callback;

  @Option(
      names = "--outcome",
      required = true,
      paramLabel = "OUTCOME",
      converter = OutcomeChoice.class,
      completionCandidates = OutcomeChoice.class,
      description = "how it went: ${COMPLETION-CANDIDATES}")
  @SuppressWarnings("NullAway.Init") // a required option
  private Callback.Outcome outcome;

  @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "what was said")
  private String note = "";

  @Option(
      names = "--follow-up",
      paramLabel = "WHEN",
      converter = MomentConverter.class,
      description =
          "after REACHED: when the next call was promised (default: by the provider's rule); after"
              + " CUSTOMER_RESCHEDULED, required: when the customer asked to be called; such as"
              + " '2026-11-25 14:30' in the zone of this machine")
  private @Nullable Instant followUp;

  @Option(
      names = "--contact",
      paramLabel = "TEXT",
      defaultValue = "",
      description =
          "after WRONG_NUMBER: whom and where to call instead (default: the account manager finds"
              + " out)")
  private String contact = "";

  @Option(
      names = "--approach",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "after HUNG_UP, required: what will be done differently")
  private String approach = "";

  @Option(
      names = "--with",
      paramLabel = "CALLBACK",
      description = "another open call of the same customer that this one served; may be repeated")
  private List<String> others = List.of();

  @Option(
      names = "--with-all",
      description = "the call served all open calls of the customer, at most 21")
  private boolean withAll;

  @Option(
      names = "--promise",
      paramLabel = "TEXT by WHEN",
      converter = CommitmentConverter.class,
      description =
          "what else was promised after REACHED or CUSTOMER_RESCHEDULED, such as 'send the report"
              + " by 2026-11-27 17:00'; may be repeated")
  private List<Commitment> promises = List.of();

  /** A command of a session. */
  public CallbackLogCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    String name = new Lookup(session).callback(callback);
    LogAttemptRequest.Builder request =
        LogAttemptRequest.newBuilder()
            .setName(name)
            .addAllAlsoCallbacks(servedWith(name))
            .addAllPromises(promises)
            .setOutcome(outcome)
            .setNote(note)
            .setContact(contact)
            .setApproach(approach)
            .setRequestId(Connection.newRequestId());
    if (followUp != null) {
      request.setFollowUpTime(Moments.timestamp(followUp));
    }
    LogAttemptResponse answer =
        session.connection().change(CallbackServiceGrpc.getLogAttemptMethod(), request.build());
    Callback successor = answer.getSuccessor();
    switch (session.format()) {
      case TABLE, CSV -> session.output().one(successor, CallbackColumns.all());
      case JSON -> session.output().json(answer);
    }
    new LoggedCall(session).say(outcome, answer);
    String dispute = ResourceName.lastId(answer.getCallback().getDispute());
    if (outcome == Callback.Outcome.REACHED) {
      session.sayNext("dispute resolve " + dispute + " --all-lines EXPLAINED");
    } else {
      session.sayNext("dispute show " + dispute);
    }
  }

  /** The names of the other calls that this one served. */
  private SequencedSet<String> servedWith(String name) {
    Lookup lookup = new Lookup(session);
    SequencedSet<String> served =
        new LinkedHashSet<>(others.stream().map(lookup::callback).toList());
    if (withAll) {
      served.addAll(
          session
              .connection()
              .read(
                  CallbackServiceGrpc.getGetCallbackMethod(),
                  GetCallbackRequest.newBuilder().setName(name).build())
              .getAlsoOpenList());
    }
    return served;
  }
}
