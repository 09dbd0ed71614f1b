package dev.redress.ingest;

import dev.redress.identity.ImportName;
import dev.redress.identity.ProviderName;
import java.util.List;
import java.util.Optional;

/** Keeps finished imports and their problems. */
public interface ImportStore {

  /** The import with its first problems, if there is one of this name. */
  Optional<FileImport> find(ImportName name);

  /** Imports whose id sorts after {@code afterId}, by id, at most so many. */
  List<FileImport> list(ProviderName provider, String afterId, int countMax);

  /** Problems from an ordinal (0 is the first) on, in the order of lines, at most so many. */
  List<ImportProblem> problems(ImportName name, int fromOrdinal, int countMax);

  /**
   * Stores a finished import with all its kept problems.
   *
   * @throws dev.redress.error.RedressException {@code RESOURCE_EXISTS} when the id is taken
   */
  void insert(FileImport finished, List<ImportProblem> problems);
}
