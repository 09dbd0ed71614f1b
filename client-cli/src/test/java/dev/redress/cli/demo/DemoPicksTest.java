package dev.redress.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.type.Money;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.cli.session.Session;
import dev.redress.v1.Candidate;
import dev.redress.v1.ExplainLineRequest;
import dev.redress.v1.ListVerdictsRequest;
import dev.redress.v1.ListVerdictsResponse;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.Signal;
import dev.redress.v1.Verdict;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoPicksTest {
  private static final List<Verdict> VERDICTS =
      List.of(
          matched("names-its-request", 0.99, 9.0, "see NG-1"),
          matched("blank", 0.98, 0.0, ""),
          matched("likely", 0.90, 0.0, "fan replaced"),
          matched("surest", 0.97, 0.0, "fan replaced"),
          unmatched("cheap", 10),
          unmatched("dearest", 300),
          unmatched("other", 200));

  @Test
  void match_isTheSurestThatDoesNotNameItsRequest() {
    assertThat(pick(VERDICTS).match()).isEqualTo("surest");
    assertThat(pick(VERDICTS).nonMatch()).isEqualTo("dearest");
  }

  @Test
  void match_isTheSurestOfAllWhereEveryLineNamesItsRequest() {
    Picked picked = pick(VERDICTS.subList(0, 1));
    assertThat(picked.match()).isEqualTo("names-its-request");
    assertThat(picked.nonMatch()).isEqualTo("-");
  }

  /** The lines that were picked, or a hyphen. */
  private record Picked(String match, String nonMatch) {}

  private static Picked pick(List<Verdict> verdicts) {
    try (FakeServer server = new FakeServer(new Verdicts(verdicts));
        Session session = CliRun.session(server)) {
      return new Picked(
          DemoPicks.match(session).map(Verdict::getLineId).orElse("-"),
          DemoPicks.nonMatch(session).map(Verdict::getLineId).orElse("-"));
    }
  }

  private static Verdict matched(
      String id, double probability, double referenceBits, String description) {
    return Verdict.newBuilder()
        .setLine(id)
        .setLineId(id)
        .setVerdict(Verdict.Answer.MATCHED)
        .setProbability(probability)
        .setDescription(description)
        .addCandidates(
            Candidate.newBuilder()
                .setChosen(true)
                .addSignals(
                    Signal.newBuilder().setKind(Signal.Kind.REFERENCE).setBits(referenceBits)))
        .build();
  }

  private static Verdict unmatched(String id, long units) {
    return Verdict.newBuilder()
        .setLine(id)
        .setLineId(id)
        .setVerdict(Verdict.Answer.UNMATCHED)
        .setAmount(Money.newBuilder().setUnits(units).setCurrencyCode("USD"))
        .build();
  }

  /** Lists by the verdict in the filter. */
  private static final class Verdicts
      extends ReconciliationServiceGrpc.ReconciliationServiceImplBase {
    private final List<Verdict> verdicts;

    private Verdicts(List<Verdict> verdicts) {
      this.verdicts = verdicts;
    }

    @Override
    public void listVerdicts(
        ListVerdictsRequest request, StreamObserver<ListVerdictsResponse> answer) {
      ListVerdictsResponse.Builder response = ListVerdictsResponse.newBuilder();
      verdicts.stream()
          .filter(it -> request.getFilter().contains("\"" + it.getVerdict() + "\""))
          .forEach(response::addVerdicts);
      answer.onNext(response.build());
      answer.onCompleted();
    }

    @Override
    public void explainLine(ExplainLineRequest request, StreamObserver<Verdict> answer) {
      verdicts.stream()
          .filter(it -> it.getLine().equals(request.getLine()))
          .forEach(answer::onNext);
      answer.onCompleted();
    }
  }
}
