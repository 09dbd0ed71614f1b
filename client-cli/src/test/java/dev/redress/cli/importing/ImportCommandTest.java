package dev.redress.cli.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import dev.redress.cli.CliRun;
import dev.redress.cli.FakeServer;
import dev.redress.v1.Import;
import dev.redress.v1.ImportFileRequest;
import dev.redress.v1.ImportHeader;
import dev.redress.v1.ImportProblem;
import dev.redress.v1.ImportServiceGrpc;
import dev.redress.v1.ListProblemsRequest;
import dev.redress.v1.ListProblemsResponse;
import dev.redress.v1.MappingSuggestion;
import dev.redress.v1.SuggestMappingRequest;
import dev.redress.v1.SuggestMappingResponse;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCommandTest {
  @TempDir private Path folder;

  private final Imports imports = new Imports();
  private final FakeServer server = new FakeServer(imports);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void import_sendsTheFileInPiecesAndSaysWhatCameOfIt() throws IOException {
    byte[] content = "x".repeat(200_000).getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("tickets.csv"), content);
    CliRun run = CliRun.of(server, "import", "requests", file.toString(), "--strict");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .matches(
            "3 rows: 2 created, 0 updated, 1 unchanged, 0 rejected \\([\\d.]+ s, [\\d,]+ rows/s\\)"
                + "\\Rnext: redress import invoices FILE\\R");
    assertThat(imports.content.toByteArray()).isEqualTo(content);
    assertThat(imports.pieces).isEqualTo(4);
    ImportHeader header = imports.headers.getFirst();
    assertThat(header.getParent()).isEqualTo("providers/default");
    assertThat(header.getKind()).isEqualTo(Import.Kind.REQUESTS);
    assertThat(header.getFormat()).isEqualTo("auto");
    assertThat(header.getFileName()).isEqualTo("tickets.csv");
    assertThat(header.getStrict()).isTrue();
    assertThat(header.getValidateOnly()).isFalse();
    assertThat(header.getImportId()).isNotEmpty();
    assertThat(header.getRequestId()).isNotEmpty();
  }

  @Test
  void import_sendsWhatTheFileLeavesOpen() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "whole");
    String options =
        "--customer Atlas --date-order mdy --time-zone Europe/Berlin --decimal comma --currency"
            + " eur --work-date period-end --time-unit minutes --invoice 4711 --invoice-date"
            + " 2026-09-30";
    List<String> words = new ArrayList<>(List.of("import", "time-entries", file.toString()));
    words.addAll(List.of(options.split(" ", -1)));

    assertThat(CliRun.of(server, words.toArray(String[]::new)).exitCode()).isZero();

    ImportHeader header = imports.headers.getFirst();
    assertThat(header.getCustomerId()).isEqualTo("Atlas");
    assertThat(header.getDateOrder()).isEqualTo(ImportHeader.DateOrder.MDY);
    assertThat(header.getTimeZone()).isEqualTo("Europe/Berlin");
    assertThat(header.getDecimalMark()).isEqualTo(ImportHeader.DecimalMark.COMMA);
    assertThat(header.getCurrency()).isEqualTo("EUR");
    assertThat(header.getWorkDay()).isEqualTo(ImportHeader.WorkDay.PERIOD_END);
    assertThat(header.getTimeUnit()).isEqualTo(ImportHeader.TimeUnit.MINUTES);
    assertThat(header.getInvoiceId()).isEqualTo("4711");
    assertThat(header.getInvoiceDate().getDay()).isEqualTo(30);
  }

  @Test
  void import_sendsTheFileAgainWithTheSameIdsWhenTheServerIsLost() throws IOException {
    imports.failures = 2;
    Path file = Files.writeString(folder.resolve("a.csv"), "whole");
    assertThat(CliRun.of(server, "import", "requests", file.toString()).exitCode()).isZero();
    assertThat(imports.headers).hasSize(3);
    assertThat(imports.headers.stream().distinct()).hasSize(1);
    assertThat(imports.content.toString(StandardCharsets.UTF_8)).isEqualTo("whole");
  }

  @Test
  void import_listsTheProblemsAndExitsWith8() throws IOException {
    imports.problems =
        List.of(
            ImportProblem.newBuilder()
                .setLine(7)
                .setColumn("hours")
                .setValue("-1")
                .setMessage("must not be below 0")
                .build());
    Path file = Files.writeString(folder.resolve("a.csv"), "x");
    CliRun run = CliRun.of(server, "import", "invoices", file.toString(), "--dry-run");
    assertThat(run.exitCode()).isEqualTo(8);
    assertThat(run.out())
        .isEqualTo(
            """
            LINE  COLUMN  VALUE  MESSAGE
               7  hours   -1     must not be below 0
            """);
    assertThat(run.err())
        .contains("1 rejected")
        .endsWith("Nothing was stored.\nnext: redress import invoices FILE --dry-run --findings\n");
  }

  @Test
  void import_asJsonPrintsTheImport() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "x");
    CliRun run = CliRun.of(server, "import", "customers", file.toString(), "-o", "json");
    assertThat(run.out()).startsWith("{\n").contains("\"rowsCreated\": \"2\"").endsWith("}\n");
  }

  @Test
  void import_refusesAFileThatCannotBeRead() {
    CliRun run = CliRun.of(server, "import", "requests", folder.resolve("none.csv").toString());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).isEqualTo("redress: there is no file '" + folder + "/none.csv'\n");
    assertThat(CliRun.of(server, "import", "requests", folder.toString()).err())
        .isEqualTo("redress: '" + folder + "' is a folder; name a file in it\n");
    assertThat(imports.headers).isEmpty();
  }

  @Test
  void import_refusedByTheServerGivesItsSentence() throws IOException {
    imports.failures = 1;
    imports.status =
        Status.INVALID_ARGUMENT.withDescription("the file is empty").asRuntimeException();
    Path file = Files.writeString(folder.resolve("a.csv"), "");
    CliRun run = CliRun.of(server, "import", "requests", file.toString());
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).isEqualTo("redress: the file is empty\n");
  }

  @Test
  void import_sendsASavedMapping_andWhatAnOptionSaysBeforeIt() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "whole");
    Path map =
        Files.writeString(
            folder.resolve("a.yaml"),
            """
            kind: time-entries
            columns: {technician: Who}
            time_zone: Europe/Berlin
            decimal: comma
            """);

    CliRun run =
        CliRun.of(
            server,
            "import",
            "time-entries",
            file.toString(),
            "--map",
            map.toString(),
            "--time-zone",
            "Europe/Rome");

    assertThat(run.exitCode()).isZero();
    ImportHeader header = imports.headers.getFirst();
    assertThat(header.getMapping().getSources(0).getColumns(0)).isEqualTo("Who");
    assertThat(header.getTimeZone()).isEqualTo("Europe/Rome");
    assertThat(header.getDecimalMark()).isEqualTo(ImportHeader.DecimalMark.COMMA);
    assertThat(header.getKind()).isEqualTo(Import.Kind.TIME_ENTRIES);
  }

  @Test
  void import_tellsWhatTheServerFindsWrongWithAMappingByItsLine() throws IOException {
    imports.failures = 1;
    imports.status =
        StatusProto.toStatusRuntimeException(
            com.google.rpc.Status.newBuilder()
                .setCode(Status.Code.INVALID_ARGUMENT.value())
                .setMessage("header.mapping.sources[0].target: no")
                .addDetails(
                    Any.pack(
                        BadRequest.newBuilder()
                            .addFieldViolations(
                                BadRequest.FieldViolation.newBuilder()
                                    .setField("header.mapping.sources[0].target")
                                    .setDescription("no"))
                            .build()))
                .build());
    Path file = Files.writeString(folder.resolve("a.csv"), "whole");
    Path map = Files.writeString(folder.resolve("a.yaml"), "kind: invoices\ncolumns: {hue: Hue}");

    CliRun run = CliRun.of(server, "import", "invoices", file.toString(), "--map", map.toString());

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).isEqualTo("redress: 'a.yaml', line 2: no\n");
  }

  @Test
  void suggestMap_printsTheProposal_andImportsNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "Kunde;Zeit");

    CliRun run = CliRun.of(server, "import", "time-entries", file.toString(), "--suggest-map");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("# Proposed for \"" + file + "\"")
        .contains("\nkind: time-entries\n")
        .endsWith("\n  hours: \"Zeit\"\n");
    assertThat(imports.looked).isEqualTo("Kunde;Zeit");
    assertThat(imports.headers).isEmpty();
  }

  @Test
  void suggestMap_isJsonForPrograms_andNoCsv() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "Kunde;Zeit");
    List<String> words = List.of("import", "time-entries", file.toString(), "--suggest-map", "-o");

    CliRun json = CliRun.of(server, with(words, "json"));
    CliRun csv = CliRun.of(server, with(words, "csv"));

    assertThat(json.out()).startsWith("{\n").contains("\"key\": \"hours\"").endsWith("}\n");
    assertThat(csv.exitCode()).isEqualTo(2);
    assertThat(csv.err()).contains("a mapping is YAML, or JSON by -o json; it is no CSV");
  }

  @Test
  void import_doesNotReadTheFileAndItsMappingFromTheSameStream() {
    CliRun run = CliRun.of(server, "import", "time-entries", "-", "--map", "-");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("cannot both come from the standard input");
    assertThat(imports.headers).isEmpty();
  }

  @Test
  void import_saysHowManyRowsWereNone() throws IOException {
    imports.skipped = 2;
    Path file = Files.writeString(folder.resolve("a.csv"), "x");

    assertThat(CliRun.of(server, "import", "requests", file.toString()).err())
        .contains("2 rows were skipped, as the mapping says.\n");
  }

  private static String[] with(List<String> words, String last) {
    return Stream.concat(words.stream(), Stream.of(last)).toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--dry-run",
        "--strict",
        "--findings",
        "--format toggl",
        "--map a.yaml",
        "--decimal comma"
      })
  void suggestMap_standsAlone(String option) {
    List<String> words = new ArrayList<>(List.of("import", "invoices", "a.csv", "--suggest-map"));
    words.addAll(List.of(option.split(" ", -1)));

    CliRun run = CliRun.of(server, words.toArray(String[]::new));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "--suggest-map looks at a file and imports nothing: use it as import invoices FILE"
                + " --suggest-map");
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # file              | rows
          ``                  | 0
          `header`            | 0
          `header\n`          | 0
          `header\n1\n2\n`    | 2
          `header\r\n1\r\n2`  | 2
          `header\n"1\n1"\n2` | 2
          `header\n"a""\n"`   | 1
          """)
  void rows_areCountedOutsideQuotes(String file, long rows) {
    RowCounter counter = new RowCounter();
    for (byte value : file.getBytes(StandardCharsets.UTF_8)) {
      counter.add(new byte[] {value}, 1);
    }
    assertThat(counter.rows()).isEqualTo(rows);
  }

  /** Takes three rows of any file, after so many failures. */
  private static final class Imports extends ImportServiceGrpc.ImportServiceImplBase {
    private final List<ImportHeader> headers = new ArrayList<>();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private List<ImportProblem> problems = List.of();
    private String looked = "";
    private int pieces;
    private int skipped;
    private int failures;
    private StatusRuntimeException status = Status.UNAVAILABLE.asRuntimeException();

    @Override
    public StreamObserver<ImportFileRequest> importFile(StreamObserver<Import> answer) {
      return new StreamObserver<>() {
        @Override
        public void onNext(ImportFileRequest part) {
          if (part.hasHeader()) {
            headers.add(part.getHeader());
            content.reset();
            return;
          }
          pieces++;
          try {
            part.getContent().writeTo(content);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onCompleted() {
          if (headers.size() <= failures) {
            answer.onError(status);
            return;
          }
          answer.onNext(
              Import.newBuilder()
                  .setState(Import.State.SUCCEEDED)
                  .setRowsRead(3)
                  .setRowsCreated(2)
                  .setRowsUnchanged(1)
                  .setRowsRejected(problems.size())
                  .setRowsSkipped(skipped)
                  .addAllFirstProblems(problems)
                  .build());
          answer.onCompleted();
        }
      };
    }

    /** Knows what the column {@code Zeit} is. */
    @Override
    public StreamObserver<SuggestMappingRequest> suggestMapping(
        StreamObserver<SuggestMappingResponse> answer) {
      return new StreamObserver<>() {
        @Override
        public void onNext(SuggestMappingRequest part) {
          looked += part.getContent().toStringUtf8();
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onCompleted() {
          MappingSuggestion.Entry hours =
              MappingSuggestion.Entry.newBuilder()
                  .setKey("hours")
                  .addValues("Zeit")
                  .setCertain(true)
                  .build();
          answer.onNext(
              SuggestMappingResponse.newBuilder()
                  .setSuggestion(MappingSuggestion.newBuilder().addColumns(hours))
                  .build());
          answer.onCompleted();
        }
      };
    }

    @Override
    public void listProblems(
        ListProblemsRequest request, StreamObserver<ListProblemsResponse> answer) {
      answer.onError(Status.INTERNAL.asRuntimeException());
    }
  }
}
