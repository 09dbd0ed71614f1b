package dev.redress.cli.statement;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.type.Date;
import com.google.type.Money;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.GetStatementPageRequest;
import dev.redress.v1.GetStatementRequest;
import dev.redress.v1.Invoice;
import dev.redress.v1.InvoiceServiceGrpc.InvoiceServiceImplBase;
import dev.redress.v1.LaborLine;
import dev.redress.v1.Statement;
import dev.redress.v1.StatementPage;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a customer is told, on a terminal and as a file. */
class StatementCommandTest {
  private static final String INVOICE = "providers/default/customers/VARN/invoices/26091";
  private static final Money AMOUNT =
      Money.newBuilder().setCurrencyCode("USD").setUnits(120).build();

  @TempDir private Path folder;

  @Test
  void statement_showsWhatIsKnownAndThenEachLine() {
    try (FakeServer server = new FakeServer(new Fake())) {
      CliRun run = CliRun.of(server, "statement", "26091", "--customer", "VARN");

      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .isEqualTo(
              """
              Northgate IT to Varn Dental: invoice 26091, 120.00 USD
              Every line was checked.

              WHAT IS KNOWN  LINES  HOURS      AMOUNT
              unmatched          1   1.50  120.00 USD

              LINE  WORK DATE   TECHNICIAN  HOURS      AMOUNT  WHAT IS KNOWN  IN WORDS
              7-01  2026-09-02  Tom Bell     1.50  120.00 USD  unmatched      We could not tie this to anything.
              """);
    }
  }

  @Test
  void html_isWrittenOnceAndNeverOver() throws IOException {
    Path file = folder.resolve("26091.html");
    try (FakeServer server = new FakeServer(new Fake())) {
      String[] command = {"statement", INVOICE, "--html", file.toString(), "--language", "de"};

      CliRun first = CliRun.of(server, command);
      assertThat(first.exitCode()).isZero();
      assertThat(first.err()).startsWith("Wrote 6 bytes to ");
      assertThat(file).hasContent("pagede");

      CliRun again = CliRun.of(server, command);
      assertThat(again.exitCode()).isEqualTo(3);
      assertThat(again.err()).contains("already; give another name with --html");
      assertThat(Files.size(file)).isEqualTo(6);
    }
  }

  @Test
  void pdf_isAskedForOnThePaperThatIsNamed() throws IOException {
    Path file = folder.resolve("26091.pdf");
    try (FakeServer server = new FakeServer(new Fake())) {
      CliRun run =
          CliRun.of(server, "statement", INVOICE, "--pdf", file.toString(), "--paper", "letter");
      assertThat(run.exitCode()).isZero();
      assertThat(file).hasContent("pagePDFLETTER");

      CliRun again = CliRun.of(server, "statement", INVOICE, "--pdf", file.toString());
      assertThat(again.exitCode()).isEqualTo(3);
      assertThat(again.err()).contains("already; give another name with --pdf");
      assertThat(
              CliRun.of(server, "statement", INVOICE, "--pdf", "x.pdf", "--paper", "a3").exitCode())
          .isEqualTo(2);
    }
  }

  private static final class Fake extends InvoiceServiceImplBase {
    @Override
    public void getStatement(GetStatementRequest request, StreamObserver<Statement> observer) {
      observer.onNext(
          Statement.newBuilder()
              .setInvoice(Invoice.newBuilder().setName(request.getName()))
              .setProviderDisplayName("Northgate IT")
              .setCustomerDisplayName("Varn Dental")
              .setAmount(AMOUNT)
              .setResultSentence("Every line was checked.")
              .addSubtotals(
                  Statement.Subtotal.newBuilder()
                      .setStanding(Statement.Standing.UNMATCHED)
                      .setLineCount(1)
                      .setHours(1.5)
                      .setAmount(AMOUNT))
              .addLines(
                  Statement.Line.newBuilder()
                      .setLaborLine(
                          LaborLine.newBuilder()
                              .setName(request.getName() + "/lines/7-01")
                              .setWorkDate(Date.newBuilder().setYear(2026).setMonth(9).setDay(2))
                              .setTechnician("Tom Bell")
                              .setHours(1.5)
                              .setAmount(AMOUNT))
                      .setStanding(Statement.Standing.UNMATCHED)
                      .addSentences("We could not tie this to anything."))
              .build());
      observer.onCompleted();
    }

    @Override
    public void getStatementPage(
        GetStatementPageRequest request, StreamObserver<StatementPage> observer) {
      observer.onNext(
          StatementPage.newBuilder().setContent(ByteString.copyFromUtf8(content(request))).build());
      observer.onCompleted();
    }

    private static String content(GetStatementPageRequest request) {
      return switch (request.getFormat()) {
        case PDF -> "pagePDF" + request.getPaper();
        default -> "page" + request.getLanguageCode();
      };
    }
  }
}
