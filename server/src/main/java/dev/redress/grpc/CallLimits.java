package dev.redress.grpc;

import java.time.Duration;
import java.util.Set;

/**
 * How much a server takes on, and for how long.
 *
 * @param callsMax calls in flight, streams not counted; what is above is shed
 * @param streamsMax open streams of events and progress
 * @param runningOfOneMax calls of one principal that are worked on at once; its others wait for
 *     them
 * @param requestWait how long a call may leave the server waiting for the next part of its request
 * @param answerTime how long a call may be worked on
 * @param longAnswerTime the same for calls that look at all data of a provider
 */
public record CallLimits(
    int callsMax,
    int streamsMax,
    int runningOfOneMax,
    Duration requestWait,
    Duration answerTime,
    Duration longAnswerTime) {

  /** What a server has if nobody says otherwise. */
  public static final CallLimits DEFAULT =
      new CallLimits(
          256, 256, 4, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofMinutes(15));

  private static final Set<String> LONG =
      Set.of(
          "StartReconciliation",
          "VerifyInvariants",
          "VerifyJournal",
          "BackUp",
          "EraseCustomer",
          "ConfirmMatch",
          "RejectMatch",
          "SplitLine",
          "AcceptLine",
          "UndoDecision",
          "ReconcileLine",
          "FitModel",
          "VerifyReplay",
          "GetLeakageReport",
          "GetAgeingReport",
          "GetCallsReport",
          "GetUpstreamReport",
          "GetReportPage");

  public CallLimits {
    if (callsMax < 1 || streamsMax < 1 || runningOfOneMax < 1) {
      throw new IllegalArgumentException("at least one call and one stream must be possible");
    }
  }

  /** The same with another bound on calls. */
  public CallLimits withCallsMax(int max) {
    return new CallLimits(
        max, streamsMax, runningOfOneMax, requestWait, answerTime, longAnswerTime);
  }

  /** How long this method may work on a call, by its bare name. */
  Duration answerTimeOf(String bareMethod) {
    return LONG.contains(bareMethod) ? longAnswerTime : answerTime;
  }
}
