package dev.redress.persistence;

import java.util.List;
import java.util.Optional;

/** Statements on {@code file_import} and {@code import_problem}. */
interface ImportMapper {
  Optional<FileImportRow> find(String providerId, String importId);

  List<FileImportRow> list(String providerId, String afterId, int countMax);

  List<ImportProblemRow> problems(
      String providerId, String importId, int fromOrdinal, int countMax);

  int insert(FileImportRow row);

  int insertProblem(ImportProblemRow row);
}
