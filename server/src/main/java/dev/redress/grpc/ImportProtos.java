package dev.redress.grpc;

import com.google.protobuf.ProtocolMessageEnum;
import dev.redress.error.RedressException;
import dev.redress.identity.GivenId;
import dev.redress.identity.ProviderName;
import dev.redress.ingest.DateOrder;
import dev.redress.ingest.DecimalMark;
import dev.redress.ingest.FileAnswers;
import dev.redress.ingest.FileImport;
import dev.redress.ingest.ImportHeader;
import dev.redress.ingest.ImportKind;
import dev.redress.ingest.ImportProblem;
import dev.redress.ingest.TimeUnit;
import dev.redress.ingest.WorkDay;
import dev.redress.v1.Import;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Conversion of imports. */
final class ImportProtos {
  private ImportProtos() {}

  /** For the wire. An import that stores nothing has no name: it cannot be looked up later. */
  static Import toProto(FileImport file) {
    Import.Builder proto =
        Import.newBuilder()
            .setName(file.validateOnly() ? "" : file.name().toString())
            .setKind(Constants.toProto(file.kind(), Import.Kind.class))
            .setState(Constants.toProto(file.state(), Import.State.class))
            .setFileName(file.fileName())
            .setContentSha256(file.contentSha256())
            .setStrict(file.strict())
            .setValidateOnly(file.validateOnly())
            .setRowsRead(file.rowsRead())
            .setRowsCreated(file.rowsCreated())
            .setRowsUpdated(file.rowsUpdated())
            .setRowsUnchanged(file.rowsUnchanged())
            .setRowsRejected(file.rowsRejected())
            .setRowsSkipped(file.rowsSkipped())
            .setCharactersReplaced(file.charactersReplaced())
            .setCreateTime(TimeProtos.toProto(file.createTime()))
            .addAllFirstProblems(file.firstProblems().stream().map(ImportProtos::toProto).toList());
    Instant endTime = file.endTime();
    if (endTime != null) {
      proto.setEndTime(TimeProtos.toProto(endTime));
    }
    return proto.build();
  }

  /** For the wire. */
  static dev.redress.v1.ImportProblem toProto(ImportProblem problem) {
    return dev.redress.v1.ImportProblem.newBuilder()
        .setLine(problem.line())
        .setColumn(problem.column())
        .setValue(problem.value())
        .setMessage(problem.message())
        .setCode(problem.code().name())
        .build();
  }

  /**
   * What is said of a file before its bytes, from the wire.
   *
   * @throws RedressException {@code FIELD_INVALID}, {@code NAME_INVALID}, {@code
   *     FILE_FORMAT_UNKNOWN}
   */
  static ImportHeader fromProto(dev.redress.v1.ImportHeader header) {
    Field field = new Field("header");
    String id = header.getImportId();
    if (!id.isEmpty()) {
      field.child("import_id").name(given -> GivenId.check("import id", given), id);
    }
    return new ImportHeader(
        field.child("parent").name(ProviderName::parse, header.getParent()),
        id,
        Constants.fromProto(field.child("kind"), header.getKind(), ImportKind.class),
        field.child("format").text(header.getFormat(), Field.SHORT_MAX),
        field.child("file_name").text(header.getFileName(), Field.SHORT_MAX),
        header.getStrict(),
        header.getValidateOnly(),
        answers(field, header),
        header.hasMapping() ? MappingProtos.fromProto(header.getMapping()) : null);
  }

  private static FileAnswers answers(Field field, dev.redress.v1.ImportHeader header) {
    return new FileAnswers(
        header.getCustomerId(),
        said(field.child("date_order"), header.getDateOrder(), DateOrder.class),
        FileAnswers.timeZone(header.getTimeZone()),
        said(field.child("decimal_mark"), header.getDecimalMark(), DecimalMark.class),
        FileAnswers.currency(header.getCurrency()),
        said(field.child("work_day"), header.getWorkDay(), WorkDay.class),
        said(field.child("time_unit"), header.getTimeUnit(), TimeUnit.class),
        header.getInvoiceId(),
        header.hasInvoiceDate()
            ? TimeProtos.fromProto(field.child("invoice_date"), header.getInvoiceDate())
            : null);
  }

  private static <E extends Enum<E>> @Nullable E said(
      Field field, ProtocolMessageEnum word, Class<E> type) {
    return Constants.isSaid(word) ? Constants.fromProto(field, word, type) : null;
  }
}
