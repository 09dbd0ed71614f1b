package dev.redress.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.agreement.Agreement;
import dev.redress.agreement.RateRule;
import dev.redress.customer.Provider;
import dev.redress.identity.Actor;
import dev.redress.identity.AgreementName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.TimeOrderedIds;
import dev.redress.journal.JournalEntry;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of agreements: which rows stand, and what becomes of the agreements. */
class AgreementImportTest {
  private static final String HEADER = "agreement_id,customer_id,valid_from,valid_until,currency";
  private static final String RATES = HEADER + ",role,rate\n";

  @TempDir Path folder;
  private final MemoryPorts memory = new MemoryPorts();
  private ImportService service;

  @BeforeEach
  void start() {
    service =
        new ImportService(
            memory.ports(),
            new Spool(folder),
            ImportLimits.DEFAULT,
            new TimeOrderedIds(InstantSource.system()),
            () -> MemoryPorts.NOW);
    FileImport customers =
        run(ImportKind.CUSTOMERS, "customer_id,name\nVARN,Varnholt\nQUAR,Quarry\n", false);
    assertThat(customers.rowsCreated()).isEqualTo(2);
  }

  @Test
  void rows_ofOneAgreement_becomeItsRateCardInTheirOrder() {
    stored("A,VARN,2026-01-01,,USD,Senior,180\nA,VARN,2026-01-01,,USD,,150\n");

    assertThat(rates("A")).containsExactly("Senior 180.0000 USD", " 150.0000 USD");
    assertThat(agreement("A").version()).isEqualTo(1);
  }

  @Test
  void allTerms_areRead() {
    FileImport done =
        run(
            ImportKind.AGREEMENTS,
            HEADER
                + ",included_hours,included_period,carry_over_hours,overrun_rate,rounding_minutes,"
                + "minimum_minutes,rounding_per,covered_work_types,excluded_work_types,role,"
                + "technician,work_type,time_of_work,rate\n"
                + "A,VARN,2026-01-01,2026-12-31,EUR,12.5,Month,4,95.50,15,30,request,"
                + "Remote; Help desk,Project,Senior,Sam,Network,after-hours,225\n",
            false);

    assertThat(done.firstProblems()).isEmpty();
    Agreement agreement = agreement("A");
    assertThat(agreement.days()).isEqualTo("from 2026-01-01 to 2026-12-31");
    assertThat(String.valueOf(agreement.included()))
        .isEqualTo(
            "IncludedHours[hours=12.5, period=MONTH, carryOverMax=4, overrunRate=95.5000 EUR]");
    assertThat(agreement.rounding().toString())
        .isEqualTo("Rounding[incrementMinutes=15, minimumMinutes=30, per=REQUEST]");
    assertThat(agreement.scope().covered()).containsExactly("Remote", "Help desk");
    assertThat(agreement.scope().excluded()).containsExactly("Project");
    assertThat(agreement.rates().rules().getFirst().toString())
        .isEqualTo(
            "RateRule[role=Senior, technician=Sam, workType=Network, timeOfWork=AFTER_HOURS,"
                + " rate=225.0000 EUR]");
  }

  @Test
  void changedRate_isUpdated_newOneAdded_andMissingOneStays() {
    stored("A,VARN,2026-01-01,,USD,Senior,180\nA,VARN,2026-01-01,,USD,,150\n");
    int journalBefore = memory.journal.size();

    FileImport done = stored("A,VARN,2026-01-01,,USD,,155\nA,VARN,2026-01-01,,USD,Junior,90\n");

    assertThat(done.rowsUpdated()).isEqualTo(1);
    assertThat(done.rowsCreated()).isEqualTo(1);
    assertThat(rates("A"))
        .containsExactly("Senior 180.0000 USD", " 155.0000 USD", "Junior 90.0000 USD");
    assertThat(agreement("A").version()).isEqualTo(2);
    assertThat(memory.journal.subList(journalBefore, memory.journal.size()))
        .extracting(JournalEntry::action)
        .containsExactly("agreement_rate.updated", "agreement.updated", "import.stored");
  }

  @Test
  void rowWithoutARate_saysTheTermsAlone() {
    FileImport first = stored("A,VARN,2026-01-01,,USD,,\n");
    FileImport second = stored("A,VARN,2026-01-01,,USD,,\n");
    FileImport ended = stored("A,VARN,2026-01-01,2026-06-30,USD,,\n");

    assertThat(first.rowsCreated()).isEqualTo(1);
    assertThat(second.rowsUnchanged()).isEqualTo(1);
    assertThat(ended.rowsUpdated()).isEqualTo(1);
    assertThat(agreement("A").days()).isEqualTo("from 2026-01-01 to 2026-06-30");
    assertThat(rates("A")).isEmpty();
  }

  @Test
  void successor_standsAfterTheRowThatEndsTheOneBefore() {
    stored("A,VARN,2026-01-01,,USD,,150\n");

    assertThat(problems("B,VARN,2026-07-01,,USD,,160\nA,VARN,2026-01-01,2026-06-30,USD,,150\n"))
        .containsExactly(
            "2 valid_from is not possible: the agreement would be in force from 2026-07-01 on, and"
                + " A is from 2026-01-01 on; end the one before the other begins");
    // The file was taken but for that row, so that now it fits.
    FileImport again =
        stored("A,VARN,2026-01-01,2026-06-30,USD,,150\nB,VARN,2026-07-01,,USD,,160\n");
    assertThat(again.rowsUnchanged()).isEqualTo(1);
    assertThat(again.rowsCreated()).isEqualTo(1);
  }

  @Test
  void rowsThatContradictEachOther_areRefused() {
    assertThat(
            problems(
                """
                A,VARN,2026-01-01,,USD,,150
                A,VARN,2026-02-01,,USD,Senior,180
                A,VARN,2026-01-01,,USD,,151
                B,VARN,2025-01-01,2026-01-01,USD,,1
                B,QUAR,2025-01-01,2026-01-01,USD,,1
                """))
        .containsExactly(
            "3 agreement_id must have the same dates, currency, included hours, rounding and work"
                + " types in every row, and line 2 has others",
            "4 rate stands in line 2 too, with different content: keep one of the two rows",
            "5 valid_from is not possible: the agreement would be in force from 2025-01-01 to"
                + " 2026-01-01, and A is from 2026-01-01 on; end the one before the other begins");
    assertThat(problems("A,VARN,2026-01-01,,EUR,,150\n"))
        .containsExactly("2 currency must stay USD, in which the agreement is stored");
  }

  @Test
  void moreRatesThanAnAgreementMayHave_areRefused() {
    String rows =
        IntStream.rangeClosed(1, 201)
            .mapToObj(i -> "A,VARN,2026-01-01,,USD,role " + i + "," + i + "\n")
            .collect(Collectors.joining());

    assertThat(problems(rows))
        .containsExactly(
            "202 rate would be one more than the 200 rates that an agreement may have");
    assertThat(rates("A")).hasSize(200);
  }

  @Test
  void dryRun_comesToTheSameOverManyBatches() {
    String rows =
        IntStream.rangeClosed(0, 2_499)
            .mapToObj(
                i ->
                    "A%d,%s,%d-01-01,%d-12-31,USD,role %d,%d%n"
                        .formatted(
                            i / 25,
                            i % 50 < 25 ? "VARN" : "QUAR",
                            2000 + i / 25,
                            2000 + i / 25,
                            i % 20,
                            i % 20))
            .collect(Collectors.joining());

    FileImport dry = run(ImportKind.AGREEMENTS, RATES + rows, true);
    FileImport done = run(ImportKind.AGREEMENTS, RATES + rows, false);

    assertThat(memory.agreements.size()).isEqualTo(100);
    assertThat(done.rowsCreated()).isEqualTo(2_000);
    assertThat(done.rowsUnchanged()).isEqualTo(500);
    assertThat(dry.rowsCreated()).isEqualTo(done.rowsCreated());
    assertThat(dry.rowsUnchanged()).isEqualTo(done.rowsUnchanged());
    assertThat(dry.rowsRejected() + done.rowsRejected()).isZero();
  }

  private FileImport stored(String rows) {
    FileImport done = run(ImportKind.AGREEMENTS, RATES + rows, false);
    assertThat(done.firstProblems()).isEmpty();
    return done;
  }

  private List<String> problems(String rows) {
    List<String> dry = problems(run(ImportKind.AGREEMENTS, RATES + rows, true));
    List<String> found = problems(run(ImportKind.AGREEMENTS, RATES + rows, false));
    assertThat(dry).as("what was foretold").isEqualTo(found);
    return found;
  }

  private static List<String> problems(FileImport done) {
    return done.firstProblems().stream()
        .map(problem -> problem.line() + " " + problem.message())
        .toList();
  }

  private FileImport run(ImportKind kind, String text, boolean validateOnly) {
    ImportHeader header =
        new ImportHeader(
            Provider.DEFAULT,
            "",
            kind,
            "auto",
            "file.csv",
            false,
            validateOnly,
            FileAnswers.NONE,
            null);
    try (Upload upload = service.begin(header, new Actor("clerk"))) {
      upload.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
      return upload.finish();
    }
  }

  private List<String> rates(String id) {
    return agreement(id).rates().rules().stream()
        .map((RateRule rule) -> rule.role() + " " + rule.rate())
        .toList();
  }

  private Agreement agreement(String id) {
    return memory
        .agreements
        .find(new AgreementName(new CustomerName(Provider.DEFAULT, "VARN"), id))
        .orElseThrow();
  }
}
