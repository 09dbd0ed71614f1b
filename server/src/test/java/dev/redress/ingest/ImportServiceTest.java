package dev.redress.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.customer.Provider;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ImportName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.RequestName;
import dev.redress.identity.TimeOrderedIds;
import dev.redress.ingest.FileImport.State;
import dev.redress.ingest.ImportProblem.Code;
import dev.redress.journal.JournalEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImportServiceTest {
  private static final String CUSTOMERS = "customer_id,name,time_zone\nVARN,Varnholt,UTC\n";
  private static final String REQUESTS =
      """
      request_id,customer_id,opened_at,summary,region
      R-1,VARN,2026-09-01T08:00:00Z,Printer on fire,north
      R-2,VARN,2026-09-02T08:00:00Z,"Mail, again",
      """;
  private static final String INVOICES =
      """
      invoice_id,customer_id,invoice_date,line_id,work_date,hours,amount,currency,description
      I-1,VARN,2026-09-30,1,2026-09-01,1,100.00,USD,Printer
      I-1,VARN,2026-09-30,2,2026-09-02,2,200.00,USD,Mail
      """;
  private static final String TIME_ENTRIES =
      """
      entry_id,request_id,customer_id,technician,work_date,hours
      T-1,R-1,VARN,Tom,2026-09-01,1
      T-2,R-2,,Tom,2026-09-02,2
      T-3,,VARN,Tom,2026-09-02,2
      """;

  private static final String AGREEMENTS =
      """
      agreement_id,customer_id,valid_from,valid_until,currency,role,rate
      A-1,VARN,2025-01-01,2025-12-31,USD,Senior,180
      A-1,VARN,2025-01-01,2025-12-31,USD,,150
      A-2,VARN,2026-01-01,,USD,,160
      """;

  private static final String REQUESTS_REPEATED =
      """
      request_id,customer_id,opened_at,summary
      X-1,VARN,2026-09-01T08:00:00Z,Once
      X-1,VARN,2026-09-01T08:00:00Z,Once
      """;

  @TempDir Path folder;
  private final MemoryPorts memory = new MemoryPorts();
  private ImportService service;

  @BeforeEach
  void start() {
    service = service(ImportLimits.DEFAULT);
  }

  @AfterEach
  void nothingStaysInTheSpool() throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(ImportKind.class)
  void finish_newRows_areStoredOnce(ImportKind kind) {
    importAllBut(kind);
    int journalBefore = memory.journal.size();

    FileImport dry = validate(kind, text(kind));
    assertThat(memory.journal).hasSize(journalBefore);
    FileImport first = importFile(kind, text(kind));
    int records = memory.recordCount();
    Map<CustomerName, Integer> advances = Map.copyOf(memory.advances);
    FileImport second = importFile(kind, text(kind).replace("\n", "\r\n"));

    assertThat(counts(first)).isEqualTo(text(kind).lines().count() - 1 + " new");
    assertThat(counts(dry)).as("what was foretold").isEqualTo(counts(first));
    assertThat(counts(second)).isEqualTo(text(kind).lines().count() - 1 + " same");
    assertThat(memory.recordCount()).isEqualTo(records);
    assertThat(memory.advances).isEqualTo(advances);
    assertThat(memory.journal).hasSize(journalBefore + 1);
    assertThat(memory.journal.getLast().action()).isEqualTo("import.stored");
    assertThat(memory.journal.getLast().details())
        .containsEntry("sha256", first.contentSha256())
        .containsEntry("rowsCreated", Long.toString(first.rowsCreated()));
    assertThat(service.find(first.name())).contains(first);
  }

  @ParameterizedTest
  @EnumSource(ImportKind.class)
  void finish_changedRow_isUpdatedAndJournaled(ImportKind kind) {
    importAllBut(kind);
    importFile(kind, text(kind));
    String changed =
        text(kind)
            .replace("Varnholt", "Varnholt LLP")
            .replace("on fire", "smokes")
            .replace("Tom,2026-09-01", "Ben,2026-09-01")
            .replace("1,100.00", "1.5,150.00")
            .replace("Senior,180", "Senior,185");
    int journalBefore = memory.journal.size();

    FileImport dry = validate(kind, changed);
    FileImport update = importFile(kind, changed);

    assertThat(update.rowsUpdated()).isEqualTo(1);
    assertThat(update.rowsRejected() + update.rowsCreated()).isZero();
    assertThat(counts(dry)).isEqualTo(counts(update));
    List<JournalEntry> entries = memory.journal.subList(journalBefore, memory.journal.size());
    assertThat(entries)
        .extracting(JournalEntry::action)
        .containsExactly(noun(kind) + ".updated", "import.stored");
    assertThat(entries.getFirst().details())
        .containsEntry("import", update.name().toString())
        .containsKeys("hashBefore", "hashAfter");
    assertThat(counts(importFile(kind, changed))).doesNotContain("changed");
  }

  @Test
  void finish_unknownColumnsAndControlCharacters_areKeptAndCounted() {
    importFile(ImportKind.CUSTOMERS, CUSTOMERS);

    FileImport done =
        importFile(
            ImportKind.REQUESTS,
            """
            \uFEFFregion,SUMMARY, Opened_At,customer_id,request_id
            north,"Printer\0 ""on""\r
            fire",2026-09-01T08:00:00Z,VARN,R-1
            """);

    assertThat(counts(done)).isEqualTo("1 new");
    assertThat(done.charactersReplaced()).isEqualTo(1);
    assertThat(memory.requests.find(new RequestName(varn(), "R-1")))
        .hasValueSatisfying(
            request -> {
              assertThat(request.summary()).isEqualTo("Printer\uFFFD \"on\"\r\nfire");
              assertThat(request.attributes()).isEqualTo(Map.of("region", "north"));
            });
  }

  @Test
  void finish_badRows_areReportedByLineAndDoNotStopTheRest() {
    importFile(ImportKind.CUSTOMERS, CUSTOMERS);

    FileImport done =
        importFile(
            ImportKind.REQUESTS,
            """
            request_id,customer_id,opened_at,summary
            R-1,VARN,2026-02-31T08:00:00Z,Printer
            R-2,VARN,2026-09-02T08:00:00Z,"two
            lines"
            R-2,VARN,2026-09-02T08:00:00Z,other
            R-3,VARN,2026-09-02T08:00:00Z,fine,too,many
            R-4,NOBODY,2026-09-02T08:00:00Z,
            """);

    assertThat(counts(done)).isEqualTo("1 new, 4 wrong");
    assertThat(done.state()).isEqualTo(State.SUCCEEDED);
    assertThat(done.firstProblems())
        .extracting(problem -> problem.line() + " " + problem.code())
        .containsExactly(
            "2 INVALID_DATE",
            "5 DUPLICATE_ID",
            "6 FIELD_COUNT",
            "7 UNKNOWN_CUSTOMER",
            "7 MISSING_VALUE");
    assertThat(done.firstProblems().get(1).message())
        .isEqualTo(
            "request_id stands in line 3 too, with different content: keep one of the two rows");
    assertThat(service.problems(done.name(), 1, 2)).isEqualTo(done.firstProblems().subList(1, 3));
  }

  @Test
  void finish_strict_isAllOrNothing() {
    importFile(ImportKind.CUSTOMERS, CUSTOMERS);
    int records = memory.recordCount();
    String bad = REQUESTS + "R-3,VARN,soon,Phone,\n";

    FileImport rejected = run(header(ImportKind.REQUESTS, true, false), bad);

    assertThat(rejected.state()).isEqualTo(State.REJECTED);
    assertThat(counts(rejected)).isEqualTo("2 new, 1 wrong");
    assertThat(memory.recordCount()).isEqualTo(records);
    assertThat(service.find(rejected.name())).contains(rejected);
    assertThat(run(header(ImportKind.REQUESTS, true, true), bad).state()).isEqualTo(State.REJECTED);
    assertThat(run(header(ImportKind.REQUESTS, true, false), REQUESTS).state())
        .isEqualTo(State.SUCCEEDED);
    assertThat(memory.recordCount()).isEqualTo(records + 2);
  }

  @Test
  void finish_sameIdInBatchesFarApart_isFoundAndForetold() {
    importFile(ImportKind.CUSTOMERS, CUSTOMERS);
    String rows =
        IntStream.range(0, 2_500)
            .mapToObj(i -> "R-" + i % 2_400 + ",VARN,2026-09-01T08:00:00Z,Summary " + i % 2_450)
            .collect(Collectors.joining("\n", "request_id,customer_id,opened_at,summary\n", "\n"));

    FileImport dry = validate(ImportKind.REQUESTS, rows);
    FileImport done = importFile(ImportKind.REQUESTS, rows);

    // Rows 2,400 to 2,449 repeat an id with another summary, 2,450 to 2,499 too.
    assertThat(counts(done)).isEqualTo("2400 new, 100 wrong");
    assertThat(done.firstProblems().getFirst().message()).contains("stands in line 2 too");
    assertThat(counts(dry)).isEqualTo(counts(done));
    assertThat(dry.firstProblems()).isEqualTo(done.firstProblems());
    assertThat(counts(importFile(ImportKind.REQUESTS, REQUESTS_REPEATED)))
        .isEqualTo("1 new, 1 same");
  }

  @Test
  void finish_rowsWithAnotherTotal_areRefused() {
    importFile(ImportKind.CUSTOMERS, CUSTOMERS);
    String header =
        "invoice_id,customer_id,invoice_date,line_id,work_date,hours,amount,currency,description,"
            + "labor_total\n";
    String row = "I-1,VARN,2026-09-30,%s,2026-09-02,2,200.00,USD,Mail,%s\n";

    FileImport done =
        importFile(
            ImportKind.INVOICES,
            header
                + row.formatted("1", "600.00")
                + row.formatted("2", "600")
                + row.formatted("3", "")
                + row.formatted("4", "400.00"));

    assertThat(counts(done)).isEqualTo("2 new, 2 wrong");
    assertThat(done.firstProblems())
        .extracting(problem -> problem.code() + " " + problem.column() + " " + problem.value())
        .containsExactly("INVOICE_MISMATCH labor_total ", "INVOICE_MISMATCH labor_total 400.00");
  }

  @Test
  void finish_rowsOfAnInvoiceThatDisagree_areRefused() {
    importFile(ImportKind.CUSTOMERS, CUSTOMERS);
    String disagreeing =
        INVOICES
            + "I-1,VARN,2026-10-31,3,2026-09-02,2,200.00,USD,Mail\n"
            + "I-1,VARN,2026-09-30,4,2026-09-02,2,200.00,EUR,Mail\n";

    FileImport dry = validate(ImportKind.INVOICES, disagreeing);
    FileImport done = importFile(ImportKind.INVOICES, disagreeing);

    assertThat(counts(done)).isEqualTo("2 new, 2 wrong");
    assertThat(done.firstProblems())
        .extracting(problem -> problem.code() + " " + problem.column() + " " + problem.value())
        .containsExactly(
            "INVOICE_MISMATCH invoice_date 2026-10-31", "INVOICE_MISMATCH currency EUR");
    assertThat(done.firstProblems().getFirst().message())
        .isEqualTo(
            "invoice_date must be the same in every row of the invoice, and line 2 has another");
    assertThat(dry.firstProblems()).isEqualTo(done.firstProblems());
  }

  @Test
  void finish_storedInvoice_takesANewDateButNoNewCurrency() {
    importFile(ImportKind.CUSTOMERS, CUSTOMERS);
    importFile(ImportKind.INVOICES, INVOICES);

    FileImport redated = importFile(ImportKind.INVOICES, INVOICES.replace("09-30", "10-05"));
    FileImport otherCurrency = importFile(ImportKind.INVOICES, INVOICES.replace("USD", "EUR"));

    assertThat(counts(redated)).isEqualTo("1 changed, 1 same");
    assertThat(memory.journal)
        .extracting(JournalEntry::action)
        .containsSubsequence("invoice.updated", "import.stored");
    assertThat(memory.invoices.find(new InvoiceName(varn(), "I-1")))
        .hasValueSatisfying(invoice -> assertThat(invoice.invoiceDate()).isEqualTo("2026-10-05"));
    assertThat(counts(otherCurrency)).isEqualTo("2 wrong");
    assertThat(otherCurrency.firstProblems().getFirst().message())
        .isEqualTo("currency must stay USD, in which the invoice is stored");
  }

  @Test
  void finish_lineThatIsHeld_keepsItsAmount() {
    importFile(ImportKind.CUSTOMERS, CUSTOMERS);
    importFile(ImportKind.INVOICES, INVOICES);
    memory.held.add(new LineName(new InvoiceName(varn(), "I-1"), "1"));

    FileImport cheaper = importFile(ImportKind.INVOICES, INVOICES.replace("100.00", "99.00"));
    FileImport reworded = importFile(ImportKind.INVOICES, INVOICES.replace("Printer", "Scanner"));

    assertThat(counts(cheaper)).isEqualTo("1 same, 1 wrong");
    assertThat(cheaper.firstProblems().getFirst().code()).isEqualTo(Code.LINE_HELD);
    assertThat(cheaper.firstProblems().getFirst().message())
        .contains("amount must stay 100.00 USD");
    assertThat(counts(reworded)).isEqualTo("1 changed, 1 same");
  }

  @Test
  void finish_timeEntryOfAnotherCustomersRequest_isRefused() {
    importFile(ImportKind.CUSTOMERS, CUSTOMERS + "QUAR,Quarrick,UTC\n");
    importFile(ImportKind.REQUESTS, REQUESTS);

    FileImport done =
        importFile(ImportKind.TIME_ENTRIES, TIME_ENTRIES.replace("R-1,VARN", "R-1,QUAR"));

    assertThat(counts(done)).isEqualTo("2 new, 1 wrong");
    assertThat(done.firstProblems().getFirst().code()).isEqualTo(Code.UNKNOWN_REQUEST);
    assertThat(done.firstProblems().getFirst().value()).isEqualTo("R-1");
  }

  @Test
  void finish_runAgainAfterACollision_countsFromNothing() {
    importFile(ImportKind.CUSTOMERS, CUSTOMERS);
    memory.runs = 2;

    FileImport done = run(header(ImportKind.REQUESTS, false, true), REQUESTS + "bad\n");

    assertThat(counts(done)).isEqualTo("2 new, 1 wrong");
    assertThat(done.firstProblems()).hasSize(1);
  }

  @Test
  void finish_rowStoredByAnotherMeanwhile_isACollision() {
    importFile(ImportKind.CUSTOMERS, CUSTOMERS);
    importFile(ImportKind.REQUESTS, REQUESTS);
    memory.requests.blind = true;

    assertRefused(ImportKind.REQUESTS, REQUESTS, ErrorReason.CONCURRENT_CHANGE, "send it again");
  }

  @Test
  void finish_moreProblemsThanAreKept_countsAllAndKeepsTheFirst() {
    FileImport done =
        importFile(ImportKind.CUSTOMERS, "customer_id,name\n" + "A,\n".repeat(10_500));

    assertThat(done.rowsRejected()).isEqualTo(10_500);
    assertThat(done.firstProblems()).hasSize(FileImport.FIRST_PROBLEMS_MAX);
    assertThat(memory.problems.get(done.name())).hasSize(FileImport.PROBLEMS_MAX);
  }

  @Test
  void finish_tenMegabyteField_isAProblemOfItsRow() {
    importFile(ImportKind.CUSTOMERS, CUSTOMERS);
    String huge = "x".repeat(10 << 20);

    FileImport done =
        importFile(ImportKind.REQUESTS, REQUESTS + "R-3,VARN,2026-09-01T08:00:00Z," + huge + ",\n");

    assertThat(counts(done)).isEqualTo("2 new, 1 wrong");
    assertThat(done.firstProblems().getFirst().code()).isEqualTo(Code.TEXT_TOO_LONG);
  }

  @Test
  void finish_filesThatAreNone_areRefusedWhole() {
    assertRefused(ImportKind.CUSTOMERS, "", ErrorReason.FILE_EMPTY, "empty");
    assertRefused(ImportKind.CUSTOMERS, "PK\3\4 zip", ErrorReason.FILE_NOT_TEXT, ".zip");
    assertRefused(
        ImportKind.CUSTOMERS, "name\nx\n", ErrorReason.FILE_HEADER_INVALID, "customer_id");
    assertRefused(
        ImportKind.CUSTOMERS,
        "customer_id,name\nA,\"Ann\nB,Bob\n",
        ErrorReason.FILE_ENDS_IN_QUOTES,
        "line 2");
    assertRefused(
        ImportKind.CUSTOMERS,
        "\"customer_id\"s,name\nA,Ann\n",
        ErrorReason.FILE_FORMAT_UNKNOWN,
        "line 1");
    assertThat(memory.recordCount() + memory.imports.size() + memory.journal.size()).isZero();
  }

  @Test
  void finish_headerOnly_isAnImportOfNothing() {
    assertThat(counts(importFile(ImportKind.CUSTOMERS, "customer_id,name"))).isEmpty();
  }

  @Test
  void finish_takenImportId_isRefused() {
    ImportHeader header =
        new ImportHeader(
            Provider.DEFAULT,
            "month",
            ImportKind.CUSTOMERS,
            "auto",
            "c.csv",
            false,
            false,
            FileAnswers.NONE,
            null);
    run(header, CUSTOMERS);

    assertThatThrownBy(() -> run(header, CUSTOMERS))
        .isInstanceOfSatisfying(
            RedressException.class,
            e -> assertThat(e.reason()).isEqualTo(ErrorReason.RESOURCE_EXISTS));
  }

  @Test
  void begin_moreThanTheLimit_isOverload_untilOneEnds() {
    List<Upload> uploads = new ArrayList<>();
    for (int i = 0; i < ImportLimits.DEFAULT.importsMax(); i++) {
      uploads.add(begin(header(ImportKind.CUSTOMERS, false, false)));
    }
    assertThatThrownBy(() -> begin(header(ImportKind.CUSTOMERS, false, false)))
        .isInstanceOfSatisfying(
            RedressException.class, e -> assertThat(e.reason()).isEqualTo(ErrorReason.OVERLOADED));

    uploads.forEach(Upload::close);

    assertThat(counts(importFile(ImportKind.CUSTOMERS, CUSTOMERS))).isEqualTo("1 new");
  }

  @Test
  void begin_whatCannotBe_isRefused() {
    ProviderName nobody = new ProviderName("nobody");
    assertThatThrownBy(
            () ->
                begin(
                    new ImportHeader(
                        nobody,
                        "",
                        ImportKind.CUSTOMERS,
                        "auto",
                        "c.csv",
                        false,
                        false,
                        FileAnswers.NONE,
                        null)))
        .hasMessage("there is no provider nobody");
    assertThatThrownBy(
            () ->
                new ImportHeader(
                    nobody,
                    "",
                    ImportKind.CUSTOMERS,
                    "auto",
                    "c".repeat(201),
                    false,
                    false,
                    FileAnswers.NONE,
                    null))
        .hasMessage("header.file_name: must have at most 200 characters");
    assertThatThrownBy(
            () ->
                new ImportHeader(
                    nobody,
                    "",
                    ImportKind.CUSTOMERS,
                    "freshbooks",
                    "c.csv",
                    false,
                    false,
                    FileAnswers.NONE,
                    null))
        .hasMessageContaining("there is no format 'freshbooks'");
  }

  @Test
  void running_showsHowFarItIs() {
    importFile(ImportKind.CUSTOMERS, CUSTOMERS);
    List<ImportProgress> seen = new ArrayList<>();
    ImportName name = new ImportName(Provider.DEFAULT, "month");
    memory.requests.onInsert = () -> service.running(name).ifPresent(seen::add);
    String rows =
        IntStream.range(0, 2_500)
            .mapToObj(i -> "R-" + i + ",VARN,2026-09-01T08:00:00Z,Summary")
            .collect(Collectors.joining("\n", "request_id,customer_id,opened_at,summary\n", "\n"));

    run(
        new ImportHeader(
            Provider.DEFAULT,
            "month",
            ImportKind.REQUESTS,
            "auto",
            "r.csv",
            false,
            false,
            FileAnswers.NONE,
            null),
        rows);

    assertThat(seen).extracting(ImportProgress::rowsTotal).containsExactly(2_500L, 2_500L, 2_500L);
    assertThat(seen)
        .extracting(progress -> progress.soFar().rowsRead())
        .containsExactly(0L, 1_000L, 2_000L);
    assertThat(service.running(name)).isEmpty();
  }

  @Test
  void abortAll_stopsWhatRuns_andNothingIsRecorded() {
    importFile(ImportKind.CUSTOMERS, CUSTOMERS);
    memory.requests.onInsert = () -> service.abortAll();

    assertRefused(ImportKind.REQUESTS, REQUESTS, ErrorReason.SERVER_UNAVAILABLE, "broken off");
    assertThat(memory.imports).hasSize(1);
  }

  @Test
  void write_moreThanTheLimit_isTooLarge() {
    service = service(new ImportLimits(20, 10, 1));
    assertRefused(ImportKind.CUSTOMERS, CUSTOMERS, ErrorReason.TOO_LARGE, "more than 20 bytes");
    service = service(new ImportLimits(1_000, 1, 1));
    assertRefused(
        ImportKind.CUSTOMERS, CUSTOMERS + "B,Bob,\n", ErrorReason.TOO_LARGE, "2 rows and 1 are");
  }

  @Test
  void spool_isEmptiedAtTheStart() throws IOException {
    Files.writeString(folder.resolve("import-1.spool"), "left by a crash");

    service = service(ImportLimits.DEFAULT);

    assertThat(folder).isEmptyDirectory();
  }

  private ImportService service(ImportLimits limits) {
    InstantSource clock = InstantSource.fixed(MemoryPorts.NOW);
    return new ImportService(
        memory.ports(), new Spool(folder), limits, new TimeOrderedIds(clock), clock);
  }

  private void importAllBut(ImportKind last) {
    for (ImportKind kind : ImportKind.values()) {
      if (kind.compareTo(last) < 0) {
        importFile(kind, text(kind));
      }
    }
  }

  private FileImport importFile(ImportKind kind, String text) {
    return run(header(kind, false, false), text);
  }

  private FileImport validate(ImportKind kind, String text) {
    int records = memory.recordCount();
    int imports = memory.imports.size();
    FileImport dry = run(header(kind, false, true), text);
    assertThat(memory.recordCount()).isEqualTo(records);
    assertThat(memory.imports).hasSize(imports);
    return dry;
  }

  private void assertRefused(ImportKind kind, String text, ErrorReason reason, String message) {
    assertThatThrownBy(() -> importFile(kind, text))
        .isInstanceOfSatisfying(
            RedressException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining(message);
  }

  private FileImport run(ImportHeader header, String text) {
    try (Upload upload = begin(header)) {
      upload.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
      return upload.finish();
    }
  }

  private Upload begin(ImportHeader header) {
    return service.begin(header, new Actor("clerk"));
  }

  private static ImportHeader header(ImportKind kind, boolean strict, boolean validateOnly) {
    return new ImportHeader(
        Provider.DEFAULT,
        "",
        kind,
        "auto",
        "file.csv",
        strict,
        validateOnly,
        FileAnswers.NONE,
        null);
  }

  private static String text(ImportKind kind) {
    return switch (kind) {
      case CUSTOMERS -> CUSTOMERS;
      case REQUESTS -> REQUESTS;
      case TIME_ENTRIES -> TIME_ENTRIES;
      case INVOICES -> INVOICES;
      case AGREEMENTS -> AGREEMENTS;
    };
  }

  private static String noun(ImportKind kind) {
    return switch (kind) {
      case CUSTOMERS -> "customer";
      case REQUESTS -> "request";
      case TIME_ENTRIES -> "time_entry";
      case INVOICES -> "labor_line";
      case AGREEMENTS -> "agreement_rate";
    };
  }

  /** Such as {@code 2 new, 1 wrong}; what is 0 is left out. */
  private static String counts(FileImport done) {
    assertThat(done.rowsRead())
        .isEqualTo(
            done.rowsCreated() + done.rowsUpdated() + done.rowsUnchanged() + done.rowsRejected());
    return Stream.of(
            done.rowsCreated() + " new",
            done.rowsUpdated() + " changed",
            done.rowsUnchanged() + " same",
            done.rowsRejected() + " wrong")
        .filter(count -> !count.startsWith("0 "))
        .collect(Collectors.joining(", "));
  }

  private static CustomerName varn() {
    return new CustomerName(Provider.DEFAULT, "VARN");
  }
}
