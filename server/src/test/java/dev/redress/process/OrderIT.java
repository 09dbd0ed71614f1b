package dev.redress.process;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import dev.redress.cli.generate.Generator;
import dev.redress.cli.generate.GeneratorSettings;
import dev.redress.v1.Import;
import dev.redress.v1.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of rows in the files says nothing: the verdicts are the same to the byte. */
class OrderIT {
  private static final int LINES = 600;
  private static final int CUSTOMERS = 3;

  private final Random random = new Random(20_261_122);
  @TempDir private Path folder;

  @Test
  void shuffledFilesGiveTheSameVerdicts() throws Exception {
    Path files = folder.resolve("files");
    Generator.generate(GeneratorSettings.of(11, LINES).withCustomers(CUSTOMERS), files);
    try (TestServer server = TestServer.start(folder.resolve("data"));
        TestClient client = new TestClient(server)) {
      List<Verdict> asWritten = verdicts(client, "written", files);
      List<Verdict> shuffled = verdicts(client, "shuffled", shuffle(files));

      assertThat(asWritten).hasSize(LINES);
      assertThat(shuffled).isEqualTo(asWritten);
    }
  }

  private List<Verdict> verdicts(TestClient client, String provider, Path files) throws Exception {
    client.createProvider(provider);
    for (Import.Kind kind :
        List.of(
            Import.Kind.CUSTOMERS,
            Import.Kind.REQUESTS,
            Import.Kind.TIME_ENTRIES,
            Import.Kind.INVOICES)) {
      client.importFile(provider, kind, files.resolve(fileName(kind))).get();
    }
    client.awaitEnd(client.start(provider).getName());
    return client.verdicts(provider).stream()
        .map(verdict -> withoutNamesOfTheRun(verdict, provider))
        .toList();
  }

  private static String fileName(Import.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".csv";
  }

  /** Two runs have two names, and so have the disputes that they open. */
  private static Verdict withoutNamesOfTheRun(Verdict verdict, String provider) {
    return verdict.toBuilder()
        .setLine(verdict.getLine().replace("providers/" + provider + "/", ""))
        .setReconciliation("")
        .setDispute(verdict.hasDispute() ? "some" : "none")
        .build();
  }

  private Path shuffle(Path files) throws IOException {
    Path shuffled = Files.createDirectories(folder.resolve("shuffled"));
    try (Stream<Path> all = Files.list(files)) {
      for (Path file : all.toList()) {
        List<CsvRecord> rows;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
          rows = new ArrayList<>(reader.stream().toList());
        }
        Collections.shuffle(rows.subList(1, rows.size()), random);
        try (CsvWriter writer = CsvWriter.builder().build(shuffled.resolve(file.getFileName()))) {
          rows.forEach(row -> writer.writeRecord(row.getFields()));
        }
      }
    }
    return shuffled;
  }
}
