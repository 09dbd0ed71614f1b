package dev.redress.cli.absence;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.output.Moments;
import dev.redress.cli.session.Session;
import dev.redress.v1.Absence;
import dev.redress.v1.AbsenceServiceGrpc;
import dev.redress.v1.CreateAbsenceRequest;
import java.time.ZoneId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code redress absence add}. */
@Command(
    name = "add",
    description = {
      "Says that a person is away; a deputy is told what escalates and sees the calls.",
      "Who is responsible and when calls are due stays as it is."
    },
    headerHeading = "Examples:%n",
    header = {
      "  redress absence add 'Sarah Whitlock' --from 2026-12-21 --until 2027-01-03 --deputy 'Bo Ray'",
      "  redress absence add mia --from '2026-11-25 13:00' --until '2026-11-25 17:00'",
      ""
    })
public final class AbsenceAddCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "PERSON", description = "who is away, written as owners are")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String person;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "DAY",
      converter = DayOrMoment.Converter.class,
      description = "the first day, or a time such as '2026-11-25 13:00'")
  @SuppressWarnings("NullAway.Init") // a required option
  private DayOrMoment from;

  @Option(
      names = "--until",
      required = true,
      paramLabel = "DAY",
      converter = DayOrMoment.Converter.class,
      description = "the last day, or the time of the return; at most 366 days later")
  @SuppressWarnings("NullAway.Init") // a required option
  private DayOrMoment until;

  @Option(
      names = "--deputy",
      paramLabel = "PERSON",
      defaultValue = "",
      description = "who stands in; without one the next role up is told")
  private String deputy = "";

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "what others should know")
  private String note = "";

  /** A command of a session. */
  public AbsenceAddCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    ZoneId zone = session.clock().getZone();
    Absence created =
        session
            .connection()
            .change(
                AbsenceServiceGrpc.getCreateAbsenceMethod(),
                CreateAbsenceRequest.newBuilder()
                    .setParent(session.provider())
                    .setAbsence(
                        Absence.newBuilder()
                            .setPerson(person)
                            .setFromTime(Moments.timestamp(from.begin(zone)))
                            .setUntilTime(Moments.timestamp(until.end(zone)))
                            .setDeputy(deputy)
                            .setNote(note))
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(created, AbsenceColumns.all());
    session.say(
        deputy.isEmpty()
            ? "Nobody stands in: what escalates is told to the next role up."
            : deputy + " stands in.");
    session.sayNext("absence remove " + ResourceName.lastId(created.getName()));
  }
}
