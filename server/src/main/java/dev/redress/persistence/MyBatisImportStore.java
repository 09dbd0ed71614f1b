package dev.redress.persistence;

import dev.redress.identity.ImportName;
import dev.redress.identity.ProviderName;
import dev.redress.ingest.FileImport;
import dev.redress.ingest.ImportProblem;
import dev.redress.ingest.ImportStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps imports in the database. */
public final class MyBatisImportStore implements ImportStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisImportStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<FileImport> find(ImportName name) {
    return transactions.run(
        () ->
            call(mapper -> mapper.find(name.provider().provider(), name.importId()))
                .map(row -> row.toImport(firstProblems(name))));
  }

  @Override
  public List<FileImport> list(ProviderName provider, String afterId, int countMax) {
    return transactions.run(
        () ->
            call(mapper -> mapper.list(provider.provider(), afterId, countMax)).stream()
                .map(row -> row.toImport(firstProblems(new ImportName(provider, row.importId()))))
                .toList());
  }

  @Override
  public List<ImportProblem> problems(ImportName name, int fromOrdinal, int countMax) {
    return call(
            mapper ->
                mapper.problems(name.provider().provider(), name.importId(), fromOrdinal, countMax))
        .stream()
        .map(ImportProblemRow::toProblem)
        .toList();
  }

  @Override
  public void insert(FileImport finished, List<ImportProblem> problems) {
    List<ImportProblemRow> rows = new ArrayList<>();
    for (ImportProblem problem : problems) {
      rows.add(ImportProblemRow.of(finished.name(), rows.size(), problem));
    }
    try {
      transactions.run(
          () -> {
            call(mapper -> mapper.insert(FileImportRow.of(finished)));
            transactions.batch(ImportMapper.class, rows, ImportMapper::insertProblem);
          });
    } catch (DuplicateKeyException e) {
      throw Refusals.exists(finished.name(), e);
    }
  }

  private List<ImportProblem> firstProblems(ImportName name) {
    return problems(name, 0, FileImport.FIRST_PROBLEMS_MAX);
  }

  private <T> T call(Function<ImportMapper, T> statement) {
    return transactions.call(ImportMapper.class, statement);
  }
}
