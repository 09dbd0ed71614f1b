package dev.redress.cli.agreement;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.option.DateConverter;
import dev.redress.cli.output.Moments;
import dev.redress.cli.session.Session;
import dev.redress.v1.Agreement;
import dev.redress.v1.AgreementServiceGrpc;
import dev.redress.v1.UpdateAgreementRequest;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code redress agreement end}. */
@Command(
    name = "end",
    description = "Gives an agreement its last day; work of later days is not under it.",
    headerHeading = "Examples:%n",
    header = {"  redress agreement end VARN MSA-2026 --on 2026-06-30", ""})
public final class AgreementEndCommand implements Runnable {
  private final Session session;

  @Mixin private AgreementNames names = new AgreementNames();

  @Option(
      names = "--on",
      required = true,
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "its last day")
  @SuppressWarnings("NullAway.Init") // a required option
  private LocalDate lastDay;

  /** A command of a session. */
  public AgreementEndCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Agreement ended =
        session
            .connection()
            .change(
                AgreementServiceGrpc.getUpdateAgreementMethod(),
                UpdateAgreementRequest.newBuilder()
                    .setAgreement(
                        Agreement.newBuilder()
                            .setName(names.name(session))
                            .setEndDate(Moments.date(lastDay)))
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(ended, AgreementColumns.all());
    session.say("Ends on " + lastDay + "; work of later days is not under it.");
  }
}
