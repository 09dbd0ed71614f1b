package dev.redress.cli.credit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import com.google.type.Money;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.Credit;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.ListCreditsRequest;
import dev.redress.v1.ListCreditsResponse;
import dev.redress.v1.ReverseCreditRequest;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CreditCommandTest {
  private static final Credit CREDIT =
      Credit.newBuilder()
          .setName("providers/default/credits/k1")
          .setLine("providers/default/customers/VARN/invoices/INV-1/lines/1-03")
          .setAmount(money(202))
          .setCreditedTotal(money(202))
          .setCreateTime(Timestamp.newBuilder().setSeconds(1_795_000_000))
          .setDispute("providers/default/disputes/d1")
          .setReason(DisputedLine.Reason.RATE)
          .build();

  private final Disputes disputes = new Disputes();
  private final FakeServer server = new FakeServer(disputes);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void export_isCsvWhateverTheFormat() {
    CliRun run = CliRun.of(server, "credit", "export", "--customer", "VARN");

    assertThat(run.out().lines())
        .containsExactly(
            "credit,line,amount,amount_currency,credited_total,credited_total_currency,issued,"
                + "dispute,reason,reverses,note",
            "providers/default/credits/k1,providers/default/customers/VARN/invoices/INV-1/lines/1-03,"
                + "202.00,USD,202.00,USD,2026-11-18T11:06:40Z,providers/default/disputes/d1,RATE,,");
    assertThat(run.err()).contains("Wrote 1 row.");
    assertThat(disputes.filters).containsExactly("customer = \"VARN\"");
  }

  @Test
  void reverse_saysWhatTheLineIsCreditedNow() {
    CliRun run = CliRun.of(server, "credit", "reverse", "k1", "--reason", "wrong line");

    assertThat(run.err())
        .contains("Taken back; line 1-03 is now credited 0.00 USD.")
        .contains("dispute show d1");
    assertThat(disputes.reversals.getFirst().getName()).isEqualTo("providers/default/credits/k1");
    assertThat(disputes.reversals.getFirst().getReason()).isEqualTo("wrong line");
  }

  private static Money money(long units) {
    return Money.newBuilder().setCurrencyCode("USD").setUnits(units).build();
  }

  private static final class Disputes extends DisputeServiceGrpc.DisputeServiceImplBase {
    private final List<String> filters = new ArrayList<>();
    private final List<ReverseCreditRequest> reversals = new ArrayList<>();

    @Override
    public void listCredits(
        ListCreditsRequest request, StreamObserver<ListCreditsResponse> observer) {
      filters.add(request.getFilter());
      observer.onNext(ListCreditsResponse.newBuilder().addCredits(CREDIT).build());
      observer.onCompleted();
    }

    @Override
    public void reverseCredit(ReverseCreditRequest request, StreamObserver<Credit> observer) {
      reversals.add(request);
      observer.onNext(
          CREDIT.toBuilder()
              .setName("providers/default/credits/k2")
              .setAmount(money(-202))
              .setCreditedTotal(money(0))
              .setReversedCredit(CREDIT.getName())
              .build());
      observer.onCompleted();
    }
  }
}
