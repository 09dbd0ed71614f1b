package dev.redress.cli.finding;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Numbers;
import dev.redress.cli.output.Output;
import dev.redress.cli.session.Session;
import dev.redress.v1.Finding;
import dev.redress.v1.FindingRules;
import dev.redress.v1.FindingRules.ModeOf;
import dev.redress.v1.GetFindingRulesRequest;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.UpdateFindingRulesRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code redress finding rules}.
 *
 * <p>Without options it shows the rules; each option changes one thing of them and leaves the rest.
 */
@Command(
    name = "rules",
    description = "Shows what is looked for and what follows from it, or changes it.",
    headerHeading = "Examples:%n",
    header = {
      "  redress finding rules",
      "  redress finding rules --set DUPLICATE=dispute --set VAGUE=off",
      "  redress finding rules --stale-days 60 --day-hours-max 12",
      ""
    })
public final class FindingRulesCommand implements Runnable {
  private final Session session;

  @Option(
      names = "--set",
      paramLabel = "CODE=MODE",
      description = "what follows from a kind of finding: OFF, NOTE, REVIEW or DISPUTE")
  private Map<String, String> modes = Map.of();

  @Option(
      names = "--before-request-days",
      paramLabel = "N",
      description = "so many days work may come before its request, 0 to 365")
  private @Nullable Integer beforeRequestDays;

  @Option(
      names = "--after-close-days",
      paramLabel = "N",
      description = "so many days work may come after its request was closed, 0 to 365")
  private @Nullable Integer afterCloseDays;

  @Option(
      names = "--overlap-minutes",
      paramLabel = "N",
      description = "so long one may be at two places, 0 to 480")
  private @Nullable Integer overlapMinutes;

  @Option(
      names = "--day-hours-max",
      paramLabel = "HOURS",
      description = "most hours of one technician on one day, 1 to 24")
  private @Nullable Double dayHoursMax;

  @Option(
      names = "--late-logged-days",
      paramLabel = "N",
      description = "so many days after it work may be logged, 0 to 365")
  private @Nullable Integer lateLoggedDays;

  @Option(
      names = "--block-hours-min",
      paramLabel = "HOURS",
      description = "least hours of a line that lumps things together, 0 to 24")
  private @Nullable Double blockHoursMin;

  @Option(
      names = "--block-tasks-min",
      paramLabel = "N",
      description = "least things that are lumped together, 2 to 50")
  private @Nullable Integer blockTasksMin;

  @Option(
      names = "--stale-days",
      paramLabel = "N",
      description = "so many days after it work may be billed, 0 to 3650")
  private @Nullable Integer staleDays;

  @Option(
      names = "--watch-words",
      paramLabel = "WORD",
      split = ",",
      description = "words of charges that are not for work, in the place of those there are")
  private @Nullable List<String> watchWords;

  /** A command of a session. */
  public FindingRulesCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    FindingRules now = get();
    UpdateFindingRulesRequest.Builder change = change(now);
    if (change.getUpdateMask().getPathsCount() == 0) {
      print(now);
      return;
    }
    print(
        session
            .connection()
            .change(
                ReconciliationServiceGrpc.getUpdateFindingRulesMethod(),
                change.setRequestId(Connection.newRequestId()).build()));
    session.say("Changed; it counts from the next run on.");
    session.sayNext("reconcile");
  }

  private void print(FindingRules rules) {
    Output output = session.output();
    List<Column<ModeOf>> columns =
        List.of(
            new Column.State<>("code", ModeOf::getCode),
            new Column.State<>("mode", ModeOf::getMode),
            new Column.Text<>("threshold", mode -> threshold(rules, mode.getCode())));
    switch (session.format()) {
      case TABLE -> output.table(rules.getModesList(), columns, "");
      case JSON -> output.json(rules);
      case CSV -> output.csv(rules.getModesList(), columns);
    }
  }

  private static String threshold(FindingRules rules, Finding.Code code) {
    return switch (code) {
      case BEFORE_REQUEST -> "more than " + rules.getBeforeRequestDays() + " days before";
      case AFTER_CLOSE -> "more than " + rules.getAfterCloseDays() + " days after";
      case OVERLAP -> "longer than " + rules.getOverlapMinutes() + " minutes";
      case IMPOSSIBLE_DAY -> "more than " + Numbers.hours(rules.getDayHoursMax()) + " h";
      case LATE_LOGGED -> "more than " + rules.getLateLoggedDays() + " days later";
      case BLOCK_BILLED ->
          "from "
              + rules.getBlockTasksMin()
              + " things in "
              + Numbers.hours(rules.getBlockHoursMin())
              + " h on";
      case STALE -> "more than " + rules.getStaleDays() + " days later";
      case ARITHMETIC -> "more than 0.02 off";
      case ADMIN_TRAVEL -> String.join(", ", rules.getWatchWordsList());
      case UNCORRELATED,
          DUPLICATE,
          HOURS_EXCESS,
          NO_NOTES,
          ROUNDING,
          RATE,
          IN_AGREEMENT,
          NON_BILLABLE,
          VAGUE,
          OUT_OF_PERIOD,
          WRONG_CUSTOMER,
          UNDERCHARGE,
          CODE_UNSPECIFIED,
          UNRECOGNIZED ->
          "";
    };
  }

  private UpdateFindingRulesRequest.Builder change(FindingRules now) {
    UpdateFindingRulesRequest.Builder request = UpdateFindingRulesRequest.newBuilder();
    // By the etag: the list of modes is replaced as a whole, and must be the one that was read.
    FindingRules.Builder rules =
        request.getFindingRulesBuilder().setName(name()).setEtag(now.getEtag());
    if (!modes.isEmpty()) {
      rules.addAllModes(new ModeChange(modes).apply(now.getModesList()));
      request.getUpdateMaskBuilder().addPaths("modes");
    }
    if (beforeRequestDays != null) {
      rules.setBeforeRequestDays(beforeRequestDays);
      request.getUpdateMaskBuilder().addPaths("before_request_days");
    }
    if (afterCloseDays != null) {
      rules.setAfterCloseDays(afterCloseDays);
      request.getUpdateMaskBuilder().addPaths("after_close_days");
    }
    if (overlapMinutes != null) {
      rules.setOverlapMinutes(overlapMinutes);
      request.getUpdateMaskBuilder().addPaths("overlap_minutes");
    }
    if (dayHoursMax != null) {
      rules.setDayHoursMax(dayHoursMax);
      request.getUpdateMaskBuilder().addPaths("day_hours_max");
    }
    if (lateLoggedDays != null) {
      rules.setLateLoggedDays(lateLoggedDays);
      request.getUpdateMaskBuilder().addPaths("late_logged_days");
    }
    if (blockHoursMin != null) {
      rules.setBlockHoursMin(blockHoursMin);
      request.getUpdateMaskBuilder().addPaths("block_hours_min");
    }
    if (blockTasksMin != null) {
      rules.setBlockTasksMin(blockTasksMin);
      request.getUpdateMaskBuilder().addPaths("block_tasks_min");
    }
    if (staleDays != null) {
      rules.setStaleDays(staleDays);
      request.getUpdateMaskBuilder().addPaths("stale_days");
    }
    if (watchWords != null) {
      rules.addAllWatchWords(watchWords);
      request.getUpdateMaskBuilder().addPaths("watch_words");
    }
    return request;
  }

  private FindingRules get() {
    return session
        .connection()
        .read(
            ReconciliationServiceGrpc.getGetFindingRulesMethod(),
            GetFindingRulesRequest.newBuilder().setName(name()).build());
  }

  private String name() {
    return session.provider() + "/findingRules";
  }
}
