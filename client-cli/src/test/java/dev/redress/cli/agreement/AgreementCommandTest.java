package dev.redress.cli.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import com.google.type.Date;
import com.google.type.Money;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.Agreement;
import dev.redress.v1.AgreementServiceGrpc;
import dev.redress.v1.CreateAgreementRequest;
import dev.redress.v1.GetAgreementRequest;
import dev.redress.v1.IncludedHours;
import dev.redress.v1.ListAgreementsRequest;
import dev.redress.v1.ListAgreementsResponse;
import dev.redress.v1.RateRule;
import dev.redress.v1.Rounding;
import dev.redress.v1.UpdateAgreementRequest;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgreementCommandTest {
  private static final Agreement FULL =
      Agreement.newBuilder()
          .setStartDate(date(2026, 1, 1))
          .setEndDate(date(2026, 12, 31))
          .setCurrencyCode("EUR")
          .addRateRules(rule(150))
          .addRateRules(
              rule(225)
                  .setRole("Senior")
                  .setWorkType("Help desk")
                  .setTechnician("Sam")
                  .setTimeOfWork(RateRule.TimeOfWork.AFTER_HOURS))
          .setIncludedHours(
              IncludedHours.newBuilder()
                  .setHours(12.5)
                  .setPeriod(IncludedHours.Period.MONTH)
                  .setCarryOverHoursMax(4)
                  .setOverrunRate(eur(95)))
          .setRounding(
              Rounding.newBuilder()
                  .setIncrementMinutes(15)
                  .setMinimumMinutes(30)
                  .setPer(Rounding.Per.REQUEST))
          .addCoveredWorkTypes("Remote")
          .addExcludedWorkTypes("Project")
          .build();

  private final Agreements agreements = new Agreements();
  private final FakeServer server = new FakeServer(agreements);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void create_sendsWhatIsSaid() {
    CliRun run =
        CliRun.of(
            server,
            "agreement",
            "create",
            "VARN",
            "MSA/1",
            "--from",
            "2026-01-01",
            "--until",
            "2026-12-31",
            "--currency",
            "EUR",
            "--rate",
            "150",
            "--rate",
            "225;role=Senior;work-type=Help desk;technician=Sam;time=after-hours",
            "--included-hours",
            "12.5",
            "--period",
            "month",
            "--carry-over",
            "4",
            "--overrun-rate",
            "95",
            "--rounding",
            "15",
            "--minimum",
            "30",
            "--per",
            "request",
            "--covered",
            "Remote",
            "--excluded",
            "Project");

    assertThat(run.err()).isEqualTo("Created; it counts for work from 2026-01-01 on.\n");
    CreateAgreementRequest request = (CreateAgreementRequest) agreements.calls.getFirst();
    assertThat(request.getParent()).isEqualTo("providers/default/customers/VARN");
    assertThat(request.getAgreementId()).isEqualTo("MSA/1");
    assertThat(request.getAgreement()).isEqualTo(FULL);
    assertThat(request.getRequestId()).isNotEmpty();
  }

  @Test
  void end_changesTheLastDayAlone() {
    CliRun run = CliRun.of(server, "agreement", "end", "VARN", "MSA/1", "--on", "2026-06-30");

    UpdateAgreementRequest request = (UpdateAgreementRequest) agreements.calls.getFirst();
    assertThat(request.getAgreement())
        .isEqualTo(
            Agreement.newBuilder()
                .setName("providers/default/customers/VARN/agreements/MSA%2F1")
                .setEndDate(date(2026, 6, 30))
                .build());
    assertThat(run.err()).isEqualTo("Ends on 2026-06-30; work of later days is not under it.\n");
  }

  @Test
  void show_hasTheRates() {
    CliRun run = CliRun.of(server, "agreement", "show", "VARN", "MSA");

    assertThat(((GetAgreementRequest) agreements.calls.getFirst()).getName())
        .isEqualTo("providers/default/customers/VARN/agreements/MSA");
    assertThat(run.out())
        .contains("12.50 h a month, 4.00 h carried over, then 95.00 EUR an hour")
        .contains("15 min, at least 30 min, per request")
        .contains("AFTER_HOURS")
        .contains("225.00 EUR");
  }

  @Test
  void list_asksForOneCustomer() {
    CliRun run = CliRun.of(server, "agreement", "list", "VARN", "-o", "csv");

    assertThat(((ListAgreementsRequest) agreements.calls.getFirst()).getParent())
        .isEqualTo("providers/default/customers/VARN");
    assertThat(run.out()).contains("2026-01-01,2026-12-31,EUR,2,");
  }

  @Test
  void create_refusesWhatDoesNotFit() {
    assertThat(refused("--rate", "x")).contains("'x' is not a price such as 180 or 95.50");
    assertThat(refused("--rate", "1;skill=2")).contains("'skill=2' is not role=, technician=");
    assertThat(refused("--rate", "1;time=night")).contains("'night' is not one of");
    assertThat(refused("--period", "month")).contains("go with --included-hours");
    assertThat(refused("--per", "entry")).contains("--per goes with --rounding or --minimum");
    assertThat(agreements.calls).isEmpty();
  }

  private String refused(String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("agreement", "create", "VARN", "A", "--from", "2026-01-01"));
    arguments.addAll(List.of(options));
    return CliRun.of(server, arguments.toArray(String[]::new)).err();
  }

  private static RateRule.Builder rule(long rate) {
    return RateRule.newBuilder().setTimeOfWork(RateRule.TimeOfWork.ANY).setRate(eur(rate));
  }

  private static Money eur(long units) {
    return Money.newBuilder().setCurrencyCode("EUR").setUnits(units).build();
  }

  private static Date date(int year, int month, int day) {
    return Date.newBuilder().setYear(year).setMonth(month).setDay(day).build();
  }

  /** Knows one agreement. */
  private static final class Agreements extends AgreementServiceGrpc.AgreementServiceImplBase {
    private final List<Message> calls = new ArrayList<>();

    @Override
    public void createAgreement(CreateAgreementRequest request, StreamObserver<Agreement> answer) {
      answer(request, FULL, answer);
    }

    @Override
    public void updateAgreement(UpdateAgreementRequest request, StreamObserver<Agreement> answer) {
      answer(request, FULL, answer);
    }

    @Override
    public void getAgreement(GetAgreementRequest request, StreamObserver<Agreement> answer) {
      answer(request, FULL, answer);
    }

    @Override
    public void listAgreements(
        ListAgreementsRequest request, StreamObserver<ListAgreementsResponse> answer) {
      answer(request, ListAgreementsResponse.newBuilder().addAgreements(FULL).build(), answer);
    }

    private <T> void answer(Message request, T message, StreamObserver<T> answer) {
      calls.add(request);
      answer.onNext(message);
      answer.onCompleted();
    }
  }
}
