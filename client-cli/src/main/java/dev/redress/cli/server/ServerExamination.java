package dev.redress.cli.server;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.server.DoctorCommand.Finding;
import dev.redress.cli.server.DoctorCommand.Finding.State;
import dev.redress.cli.session.Session;
import dev.redress.v1.AuditServiceGrpc;
import dev.redress.v1.GetServerStatusRequest;
import dev.redress.v1.ListProvidersRequest;
import dev.redress.v1.ListProvidersResponse;
import dev.redress.v1.Provider;
import dev.redress.v1.ProviderServiceGrpc;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.ServerServiceGrpc;
import dev.redress.v1.ServerStatus;
import dev.redress.v1.VerifyInvariantsRequest;
import dev.redress.v1.VerifyInvariantsResponse.Check;
import dev.redress.v1.VerifyJournalRequest;
import dev.redress.v1.VerifyJournalResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a running server says of itself and of the data of every provider. */
final class ServerExamination {
  private static final int PAGE_SIZE = 1_000;

  private final Session session;
  private final List<Finding> findings = new ArrayList<>();

  /** Of the server of a session. */
  ServerExamination(Session session) {
    this.session = session;
  }

  /** Asks it. */
  List<Finding> findings() {
    try {
      status();
      for (String provider : providers()) {
        invariants(provider);
        journal(provider);
      }
    } catch (CommandFailure e) {
      unanswered(e);
    }
    return List.copyOf(findings);
  }

  /** Who may not ask is told so, and who finds no server; neither says that something is wrong. */
  private void unanswered(CommandFailure failure) {
    boolean isHarmless =
        failure.exitCode() == ExitCode.UNREACHABLE || failure.exitCode() == ExitCode.NOT_ALLOWED;
    findings.add(
        new Finding(isHarmless ? State.WARN : State.FAIL, "server", failure.getMessage(), ""));
  }

  private void status() {
    ServerStatus status =
        session
            .connection()
            .read(
                ServerServiceGrpc.getGetServerStatusMethod(),
                GetServerStatusRequest.getDefaultInstance());
    String what =
        status.getVersion()
            + " on "
            + status.getDatabase()
            + ", schema "
            + status.getSchemaVersion();
    if (!status.getServing()) {
      findings.add(
          new Finding(
              State.FAIL, "server", what + ": its database does not answer", "its log says why"));
      return;
    }
    String own = ServerExamination.class.getPackage().getImplementationVersion();
    if (own != null && !Objects.equals(own, status.getVersion())) {
      findings.add(
          new Finding(
              State.WARN,
              "server",
              what + ", and this command line is " + own,
              "use the same version of both"));
    } else {
      findings.add(new Finding(State.OK, "server", what, ""));
    }
  }

  private List<String> providers() {
    Iterator<Provider> all =
        session
            .connection()
            .pages(
                ProviderServiceGrpc.getListProvidersMethod(),
                token ->
                    ListProvidersRequest.newBuilder()
                        .setPageSize(PAGE_SIZE)
                        .setPageToken(token)
                        .build(),
                ListProvidersResponse::getProvidersList,
                ListProvidersResponse::getNextPageToken);
    List<String> names = new ArrayList<>();
    try {
      all.forEachRemaining(provider -> names.add(provider.getName()));
    } catch (CommandFailure e) {
      // Only who runs the server may see all of them; others look at their own.
      if (e.exitCode() != ExitCode.NOT_ALLOWED) {
        throw e;
      }
      names.add(session.provider());
    }
    return names;
  }

  private void invariants(String provider) {
    List<Check> checks =
        session
            .connection()
            .read(
                ReconciliationServiceGrpc.getVerifyInvariantsMethod(),
                VerifyInvariantsRequest.newBuilder().setParent(provider).build(),
                Connection.MATCHING_TIME)
            .getChecksList();
    Optional<String> violation =
        checks.stream().flatMap(check -> check.getViolationsList().stream()).findFirst();
    add(
        "invariants",
        provider + ": " + violation.orElse("all " + checks.size() + " hold"),
        violation.isEmpty() ? "" : "see 'redress verify', and report it with the server's log");
  }

  private void journal(String provider) {
    VerifyJournalResponse answer =
        session
            .connection()
            .read(
                AuditServiceGrpc.getVerifyJournalMethod(),
                VerifyJournalRequest.newBuilder().setParent(provider).build(),
                Connection.MATCHING_TIME);
    boolean holds = answer.getBreaksCount() == 0;
    add(
        "journal",
        provider
            + ": "
            + (holds
                ? "as it was written, up to event " + answer.getLast().getSequence()
                : answer.getBreaks(0).getSentence()),
        holds ? "" : "see 'redress audit verify'; somebody changed the database");
  }

  private void add(String check, String found, String advice) {
    findings.add(new Finding(advice.isEmpty() ? State.OK : State.FAIL, check, found, advice));
  }
}
