package dev.redress.cli.agreement;

import dev.redress.cli.output.Format;
import dev.redress.cli.session.Session;
import dev.redress.v1.Agreement;
import dev.redress.v1.AgreementServiceGrpc;
import dev.redress.v1.GetAgreementRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code redress agreement show}. */
@Command(
    name = "show",
    description = {
      "Shows an agreement with its rates.",
      "The rate that asks for most counts; of those that ask for equally much the first."
    },
    headerHeading = "Examples:%n",
    header = {"  redress agreement show VARN MSA-2026", ""})
public final class AgreementShowCommand implements Runnable {
  private final Session session;

  @Mixin private AgreementNames names = new AgreementNames();

  /** A command of a session. */
  public AgreementShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Agreement agreement =
        session
            .connection()
            .read(
                AgreementServiceGrpc.getGetAgreementMethod(),
                GetAgreementRequest.newBuilder().setName(names.name(session)).build());
    session.output().one(agreement, AgreementColumns.all());
    if (session.format() == Format.TABLE && agreement.getRateRulesCount() > 0) {
      session.output().line("");
      session.output().table(agreement.getRateRulesList(), AgreementColumns.rates(), "");
    }
  }
}
