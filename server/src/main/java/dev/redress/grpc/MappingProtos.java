package dev.redress.grpc;

import dev.redress.error.RedressException;
import dev.redress.ingest.ColumnMapping;
import dev.redress.ingest.ImportHeader;
import dev.redress.ingest.MappingSuggestion;
import dev.redress.v1.ImportFileRequest;
import dev.redress.v1.SuggestMappingRequest;

/** Mappings of columns on the wire. */
final class MappingProtos {
  private MappingProtos() {}

  /**
   * What is said of a file of which a mapping is to be proposed.
   *
   * @throws RedressException {@code FIELD_INVALID}, {@code NAME_INVALID}
   */
  static ImportHeader lookFromProto(dev.redress.v1.ImportHeader header) {
    dev.redress.v1.ImportHeader known =
        dev.redress.v1.ImportHeader.newBuilder()
            .setParent(header.getParent())
            .setKind(header.getKind())
            .setFileName(header.getFileName())
            .setImportId(header.getImportId())
            .setRequestId(header.getRequestId())
            .build();
    if (!known.equals(header)) {
      throw new Field("header")
          .invalid("may say the parent, the kind, ids and the file's name only");
    }
    return ImportProtos.fromProto(header);
  }

  /** A part of a file to look at, which has the parts of a file to import. */
  static ImportFileRequest part(SuggestMappingRequest message) {
    return switch (message.getPartCase()) {
      case HEADER -> ImportFileRequest.newBuilder().setHeader(message.getHeader()).build();
      case CONTENT -> ImportFileRequest.newBuilder().setContent(message.getContent()).build();
      case PART_NOT_SET -> ImportFileRequest.getDefaultInstance();
    };
  }

  /** For the wire. */
  static dev.redress.v1.MappingSuggestion toProto(MappingSuggestion suggestion) {
    return dev.redress.v1.MappingSuggestion.newBuilder()
        .addAllColumns(suggestion.columns().stream().map(MappingProtos::toProto).toList())
        .addAllAnswers(suggestion.answers().stream().map(MappingProtos::toProto).toList())
        .addAllSkippedRows(
            suggestion.skippedRows().stream()
                .map(
                    row ->
                        dev.redress.v1.ColumnMapping.SkippedRow.newBuilder()
                            .setColumn(row.column())
                            .setValue(row.value())
                            .build())
                .toList())
        .addAllUnusedColumns(suggestion.unusedColumns())
        .build();
  }

  private static dev.redress.v1.MappingSuggestion.Entry toProto(MappingSuggestion.Entry entry) {
    return dev.redress.v1.MappingSuggestion.Entry.newBuilder()
        .setKey(entry.key())
        .addAllValues(entry.values())
        .setCertain(entry.certain())
        .setNeeded(entry.needed())
        .setNote(entry.note())
        .build();
  }

  /** From the wire. */
  static ColumnMapping fromProto(dev.redress.v1.ColumnMapping mapping) {
    return new ColumnMapping(
        mapping.getSourcesList().stream()
            .map(source -> new ColumnMapping.Source(source.getTarget(), source.getColumnsList()))
            .toList(),
        mapping.getConstantsList().stream()
            .map(said -> new ColumnMapping.Constant(said.getTarget(), said.getValue()))
            .toList(),
        mapping.getSkippedRowsList().stream()
            .map(row -> new ColumnMapping.SkippedRow(row.getColumn(), row.getValue()))
            .toList(),
        mapping.getSeparator(),
        mapping.getEncoding(),
        mapping.getTimeOfDay());
  }
}
