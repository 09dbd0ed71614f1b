package dev.redress.persistence;

import dev.redress.identity.ImportName;
import dev.redress.ingest.ImportProblem;

/**
 * A row of the table import_problem.
 *
 * @param ordinal 0 for the first
 */
record ImportProblemRow(
    String providerId,
    String importId,
    int ordinal,
    long lineNumber,
    String columnName,
    String valueText,
    String message,
    ImportProblem.Code code) {

  static ImportProblemRow of(ImportName name, int ordinal, ImportProblem problem) {
    return new ImportProblemRow(
        name.provider().provider(),
        name.importId(),
        ordinal,
        problem.line(),
        problem.column(),
        problem.value(),
        problem.message(),
        problem.code());
  }

  ImportProblem toProblem() {
    return new ImportProblem(lineNumber, columnName, valueText, message, code);
  }
}
