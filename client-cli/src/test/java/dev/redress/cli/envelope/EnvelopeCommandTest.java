package dev.redress.cli.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.Envelope;
import dev.redress.v1.EnvelopeServiceGrpc.EnvelopeServiceImplBase;
import dev.redress.v1.EnvelopeTerms;
import dev.redress.v1.EnvelopeVat;
import dev.redress.v1.GetCreditNoteRequest;
import dev.redress.v1.GetInvoiceResponseRequest;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents for others, from a file of terms to a file of XML. */
class EnvelopeCommandTest {
  private static final String DISPUTE = "providers/default/disputes/d1";

  @TempDir private Path folder;

  private final Fake fake = new Fake();
  private final FakeServer server = new FakeServer(fake);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void note_goesToStandardOutputAsItIs() throws IOException {
    String us =
        file(
            "us.properties",
            """
            # who we are
            seller.name = Nordtor IT GmbH, Köln
            seller.vat_id: DE123456789
            buyer_reference = none
            vat.category = STANDARD
            vat.percent = 19
            """);
    String them =
        file("quar.properties", "buyer.name = Quarry\nbuyer_reference = 04011000-12345-34\n");

    CliRun run =
        CliRun.of(
            server, "credit", "note", "k1", "--terms", us, "--terms", them, "--number", "GS-1");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo("<Köln/>");
    GetCreditNoteRequest asked = fake.notes.getFirst();
    assertThat(asked.getName()).isEqualTo("providers/default/credits/k1");
    assertThat(asked.getNumber()).isEqualTo("GS-1");
    assertThat(asked.getWithoutReversed()).isFalse();
    EnvelopeTerms terms = asked.getTerms();
    assertThat(terms.getSeller().getName()).isEqualTo("Nordtor IT GmbH, Köln");
    assertThat(terms.getSeller().getVatId()).isEqualTo("DE123456789");
    assertThat(terms.getBuyer().getName()).isEqualTo("Quarry");
    assertThat(terms.getBuyerReference()).isEqualTo("04011000-12345-34");
    assertThat(terms.getVat().getCategory()).isEqualTo(EnvelopeVat.Category.STANDARD);
    assertThat(terms.getVat().getPercent()).isEqualTo("19");
  }

  @Test
  void xml_isWrittenOnceAndNeverOver() throws IOException {
    String terms = file("t.properties", "seller.endpoint_id = 1\n");
    Path file = folder.resolve("response.xml");
    String[] command = {"dispute", "response", DISPUTE, "--terms", terms, "--xml", file.toString()};

    CliRun first = CliRun.of(server, command);
    assertThat(first.exitCode()).isZero();
    assertThat(first.out()).isEmpty();
    assertThat(first.err()).startsWith("Wrote d1-3, 8 bytes, to ").contains("nothing was sent");
    assertThat(file).hasContent("<Köln/>");
    assertThat(fake.responses.getFirst().getName()).isEqualTo(DISPUTE);

    CliRun again = CliRun.of(server, command);
    assertThat(again.exitCode()).isEqualTo(3);
    assertThat(again.err()).contains("already; give another name with --xml");
    assertThat(Files.size(file)).isEqualTo(8);
  }

  @Test
  void json_isTheAnswerOfTheServer() throws IOException {
    String terms = file("t.properties", "");

    CliRun run = CliRun.of(server, "dispute", "response", DISPUTE, "--terms", terms, "-o", "json");

    assertThat(run.out()).contains("\"documentId\": \"d1-3\"", "\"content\": \"PEvDtmxuLz4=\"");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the file says              | sentence
          seller.nmae = x              | says 'seller.nmae', which is not one of seller.name, seller.endpoint_scheme,
          seller = x                   | says 'seller', which is not one of seller.name,
          buyer_reference.x = x        | says 'buyer_reference.x', which is not one of
          vat.category = S             | says 'S' for vat.category, which is not one of STANDARD, ZERO_RATED, EXEMPT, REVERSE_CHARGE, NOT_SUBJECT
          vat.category = CATEGORY_UNSPECIFIED | says 'CATEGORY_UNSPECIFIED' for vat.category
          seller.name = \\u00          | has a \\u that four hexadecimal digits must follow
          """)
  void terms_areRefusedInOneSentence(String line, String sentence) throws IOException {
    CliRun run = CliRun.of(server, "credit", "note", "k1", "--terms", file("t", line));

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).contains(sentence);
    assertThat(fake.notes).isEmpty();
  }

  @Test
  void terms_thatCannotBeReadAreRefused() throws IOException {
    Path latin = folder.resolve("latin");
    Files.write(latin, "seller.city = Köln".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(CliRun.of(server, "credit", "note", "k1", "--terms", latin.toString()).err())
        .contains("is not UTF-8 text; save it as UTF-8");
    assertThat(CliRun.of(server, "credit", "note", "k1", "--terms", folder + "/none").err())
        .contains("there is no file '");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static final class Fake extends EnvelopeServiceImplBase {
    private final List<GetCreditNoteRequest> notes = new ArrayList<>();
    private final List<GetInvoiceResponseRequest> responses = new ArrayList<>();

    @Override
    public void getCreditNote(GetCreditNoteRequest request, StreamObserver<Envelope> observer) {
      notes.add(request);
      answer("k1", observer);
    }

    @Override
    public void getInvoiceResponse(
        GetInvoiceResponseRequest request, StreamObserver<Envelope> observer) {
      responses.add(request);
      answer("d1-3", observer);
    }

    private static void answer(String id, StreamObserver<Envelope> observer) {
      observer.onNext(
          Envelope.newBuilder()
              .setDocumentId(id)
              .setMediaType("application/xml")
              .setContent(ByteString.copyFromUtf8("<Köln/>"))
              .build());
      observer.onCompleted();
    }
  }
}
