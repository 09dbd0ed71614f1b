package dev.redress.cli.finding;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Money;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.DismissFindingRequest;
import dev.redress.v1.Finding;
import dev.redress.v1.FindingRules;
import dev.redress.v1.FindingRules.ModeOf;
import dev.redress.v1.GetFindingRulesRequest;
import dev.redress.v1.ListFindingsRequest;
import dev.redress.v1.ListFindingsResponse;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.RestoreFindingRequest;
import dev.redress.v1.UpdateFindingRulesRequest;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FindingCommandTest {
  private static final String LINE =
      "providers/default/customers/VARN/invoices/INV-26091/lines/26091-03";

  private final Findings findings = new Findings();
  private final FakeServer server = new FakeServer(findings);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void list_showsWhatIsWrongAndWhy() {
    CliRun run = CliRun.of(server, "finding", "list", "--mode", "review", "--customer", "VARN");

    assertThat(run.out())
        .isEqualTo(
            """
            LINE      CODE  MODE     AT STAKE  BILLED           EXPECTED         RULE                      RELATED    DISMISSED
            26091-03  RATE  REVIEW  20.00 USD  120 USD an hour  100 USD an hour  care-2026 has this price  care-2026
            """);
    assertThat(findings.listed.getFirst().getFilter())
        .isEqualTo("mode = \"REVIEW\" AND dismissed = \"false\" AND customer = \"VARN\"");
  }

  @Test
  void list_ofAllAsksForWhatWasDismissedToo() {
    CliRun.of(server, "finding", "list", "--all");
    assertThat(findings.listed.getFirst().getFilter()).isEmpty();
  }

  @Test
  void dismiss_saysForHowLong() {
    CliRun run = CliRun.of(server, "finding", "dismiss", LINE, "RATE", "--reason", "agreed");

    assertThat(run.err())
        .contains("Dismissed; later runs leave it at that unless the line changes.");
    DismissFindingRequest request = findings.dismissed.getFirst();
    assertThat(request.getLine()).isEqualTo(LINE);
    assertThat(request.getCode()).isEqualTo(Finding.Code.RATE);
    assertThat(request.getReason()).isEqualTo("agreed");
    assertThat(request.getRequestId()).isNotEmpty();
  }

  @Test
  void restore_saysFromWhenOn() {
    CliRun run = CliRun.of(server, "finding", "restore", LINE, "rate");

    assertThat(run.err()).contains("Restored; what follows from it follows from the next run on.");
    assertThat(findings.restored.getFirst().getCode()).isEqualTo(Finding.Code.RATE);
  }

  @Test
  void rules_showWhatFollowsAndFromWhereOn() {
    assertThat(CliRun.of(server, "finding", "rules").out())
        .isEqualTo(
            """
            CODE       MODE    THRESHOLD
            DUPLICATE  REVIEW
            STALE      NOTE    more than 90 days later
            """);
    assertThat(findings.changed).isEmpty();
  }

  @Test
  void rules_changeOneThingAndLeaveTheRest() {
    CliRun run =
        CliRun.of(server, "finding", "rules", "--set", "stale=off", "--day-hours-max", "12");

    assertThat(run.err()).contains("Changed; it counts from the next run on.");
    UpdateFindingRulesRequest request = findings.changed.getFirst();
    assertThat(request.getUpdateMask().getPathsList()).containsExactly("modes", "day_hours_max");
    assertThat(request.getFindingRules().getModesList())
        .containsExactly(
            mode(Finding.Code.DUPLICATE, Finding.Mode.REVIEW),
            mode(Finding.Code.STALE, Finding.Mode.OFF));
    assertThat(request.getFindingRules().getDayHoursMax()).isEqualTo(12);
    assertThat(request.getFindingRules().getEtag()).isEqualTo("v1");
  }

  @Test
  void rules_refuseWhatIsNoKindOrNoMode() {
    CliRun run = CliRun.of(server, "finding", "rules", "--set", "RATE=sometimes");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "redress: Invalid value for option '--set': 'sometimes' is not one of OFF, NOTE,"
                + " REVIEW, DISPUTE\n");
    assertThat(findings.changed).isEmpty();
  }

  private static ModeOf mode(Finding.Code code, Finding.Mode mode) {
    return ModeOf.newBuilder().setCode(code).setMode(mode).build();
  }

  private static final class Findings
      extends ReconciliationServiceGrpc.ReconciliationServiceImplBase {
    private static final Finding RATE =
        Finding.newBuilder()
            .setLine(LINE)
            .setCode(Finding.Code.RATE)
            .setMode(Finding.Mode.REVIEW)
            .setBilled("120 USD an hour")
            .setExpected("100 USD an hour")
            .setRule("care-2026 has this price")
            .setRelated("providers/default/customers/VARN/agreements/care-2026")
            .setAtStake(Money.newBuilder().setCurrencyCode("USD").setUnits(20))
            .build();

    private final List<ListFindingsRequest> listed = new ArrayList<>();
    private final List<DismissFindingRequest> dismissed = new ArrayList<>();
    private final List<RestoreFindingRequest> restored = new ArrayList<>();
    private final List<UpdateFindingRulesRequest> changed = new ArrayList<>();

    @Override
    public void listFindings(
        ListFindingsRequest request, StreamObserver<ListFindingsResponse> observer) {
      listed.add(request);
      observer.onNext(ListFindingsResponse.newBuilder().addFindings(RATE).build());
      observer.onCompleted();
    }

    @Override
    public void dismissFinding(DismissFindingRequest request, StreamObserver<Finding> observer) {
      dismissed.add(request);
      observer.onNext(RATE);
      observer.onCompleted();
    }

    @Override
    public void restoreFinding(RestoreFindingRequest request, StreamObserver<Finding> observer) {
      restored.add(request);
      observer.onNext(RATE);
      observer.onCompleted();
    }

    @Override
    public void getFindingRules(
        GetFindingRulesRequest request, StreamObserver<FindingRules> observer) {
      observer.onNext(
          FindingRules.newBuilder()
              .setName(request.getName())
              .addModes(mode(Finding.Code.DUPLICATE, Finding.Mode.REVIEW))
              .addModes(mode(Finding.Code.STALE, Finding.Mode.NOTE))
              .setStaleDays(90)
              .setEtag("v1")
              .build());
      observer.onCompleted();
    }

    @Override
    public void updateFindingRules(
        UpdateFindingRulesRequest request, StreamObserver<FindingRules> observer) {
      changed.add(request);
      observer.onNext(request.getFindingRules());
      observer.onCompleted();
    }
  }
}
