package dev.redress.persistence;

import static dev.redress.persistence.Samples.NOW;
import static dev.redress.persistence.Samples.PROVIDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.error.ErrorReason;
import dev.redress.identity.ImportName;
import dev.redress.ingest.FileImport;
import dev.redress.ingest.ImportKind;
import dev.redress.ingest.ImportProblem;
import dev.redress.ingest.ImportStore;
import java.util.List;
import java.util.stream.IntStream;

/** Finished imports with their problems. */
class ImportStoreTest {

  @OnBothDatabases
  void import_comesBackWithItsFirstProblems(TestDatabase database) {
    new MyBatisProviderStore(database.transactions()).insert(Samples.provider("acme"));
    ImportStore store = new MyBatisImportStore(database.transactions());
    List<ImportProblem> problems =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    new ImportProblem(
                        i + 2,
                        "hours",
                        "-1",
                        "must be 0 or more",
                        ImportProblem.Code.INVALID_NUMBER))
            .toList();
    FileImport finished =
        new FileImport(
            new ImportName(PROVIDER, "i1"),
            ImportKind.TIME_ENTRIES,
            FileImport.State.SUCCEEDED,
            "october.csv",
            "0".repeat(64),
            true,
            false,
            60,
            1,
            2,
            7,
            50,
            4,
            3,
            NOW,
            NOW.plusSeconds(2),
            problems.subList(0, FileImport.FIRST_PROBLEMS_MAX));

    store.insert(finished, problems);

    assertThat(store.find(finished.name())).contains(finished);
    assertThat(store.find(new ImportName(PROVIDER, "i2"))).isEmpty();
    assertThat(store.list(PROVIDER, "", 9)).containsExactly(finished);
    assertThat(store.list(PROVIDER, "i1", 9)).isEmpty();
    assertThat(store.problems(finished.name(), 45, 9)).isEqualTo(problems.subList(45, 50));
    Refused.assertReason(ErrorReason.RESOURCE_EXISTS, () -> store.insert(finished, List.of()));
  }
}
