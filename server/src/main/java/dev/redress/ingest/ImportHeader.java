package dev.redress.ingest;

import dev.redress.error.RedressException;
import dev.redress.identity.ProviderName;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says of a file before its bytes.
 *
 * @param importId the id of the import, see {@link dev.redress.identity.GivenId}; empty: made up
 * @param format such as {@code redress}, or {@code auto} or nothing to find it from the file
 * @param fileName for people, at most 200 characters
 * @param strict whether a single problem rejects the whole file
 * @param validateOnly whether to check only and store nothing
 * @param answers what the file of another tool leaves open
 * @param mapping of the columns of a file that no format knows; absent: a format knows it
 */
public record ImportHeader(
    ProviderName provider,
    String importId,
    ImportKind kind,
    String format,
    String fileName,
    boolean strict,
    boolean validateOnly,
    FileAnswers answers,
    @Nullable ColumnMapping mapping) {

  private static final int FILE_NAME_MAX = 200;

  /**
   * Checks the header.
   *
   * @throws RedressException {@code FIELD_INVALID}, {@code FILE_FORMAT_UNKNOWN}
   */
  public ImportHeader {
    if (fileName.length() > FILE_NAME_MAX) {
      throw RedressException.ofField("header.file_name", "must have at most 200 characters");
    }
    if (fileName.chars().anyMatch(Character::isISOControl)) {
      throw RedressException.ofField("header.file_name", "must not hold control characters");
    }
    Formats.requireKnown(format);
    if (mapping != null) {
      if (!Formats.isAuto(format)) {
        throw RedressException.ofField(
            "header.format", "must be auto or nothing beside a mapping, which says it all");
      }
      // Says what does not fit the kind.
      new MappedReader(kind, mapping);
    }
  }

  /** The same, and nothing is stored. */
  public ImportHeader checkingOnly() {
    return new ImportHeader(
        provider, importId, kind, format, fileName, strict, true, answers, mapping);
  }
}
