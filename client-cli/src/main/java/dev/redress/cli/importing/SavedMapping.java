package dev.redress.cli.importing;

import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.importing.FileAnswers.DayChoice;
import dev.redress.cli.importing.FileAnswers.MarkChoice;
import dev.redress.cli.importing.FileAnswers.OrderChoice;
import dev.redress.cli.importing.FileAnswers.UnitChoice;
import dev.redress.cli.option.DateConverter;
import dev.redress.cli.output.Moments;
import dev.redress.v1.ColumnMapping;
import dev.redress.v1.ImportHeader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine.TypeConversionException;

/**
 * A mapping of columns that somebody saved as YAML, of at most {@value #BYTES_MAX} bytes. Which
 * columns Redress has only the server knows; what it finds wrong is told by the line of this file.
 *
 * @param header all that it says, for the import
 * @param lines where each part of the mapping stands, by its path in the header
 */
record SavedMapping(String file, ImportHeader header, Map<String, Integer> lines) {
  private static final int BYTES_MAX = 65_536;

  /** The fields of the header that have a key of their own, by it. */
  private static final Map<String, String> HEADER_FIELDS =
      Map.of(
          "customer", "customer_id",
          "date_order", "date_order",
          "time_zone", "time_zone",
          "decimal", "decimal_mark",
          "currency", "currency",
          "work_date", "work_day",
          "time_unit", "time_unit",
          "invoice", "invoice_id",
          "invoice_date", "invoice_date");

  private static final Set<String> KEYS =
      Set.of(
          "kind",
          "columns",
          "constants",
          "skip_rows",
          "customer",
          "date_order",
          "time_zone",
          "decimal",
          "currency",
          "work_date",
          "time_unit",
          "time_of_day",
          "invoice",
          "invoice_date",
          "separator",
          "encoding");

  /**
   * Reads a file.
   *
   * @throws CommandFailure when it cannot be read, is no mapping, or is one for other files
   */
  static SavedMapping of(FileSource source, ImportKind kind) {
    try (InputStream bytes = source.open()) {
      byte[] content = bytes.readNBytes(BYTES_MAX + 1);
      if (content.length > BYTES_MAX) {
        throw new CommandFailure(
            ExitCode.INVALID_INPUT,
            "'"
                + source.name()
                + "' has more than "
                + BYTES_MAX
                + " bytes, too many for a mapping");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return of(source.name(), text, kind);
    } catch (CharacterCodingException e) {
      throw new CommandFailure(
          ExitCode.INVALID_INPUT, "'" + source.name() + "' is not UTF-8 text: save it as such", e);
    } catch (IOException e) {
      throw FileSource.unreadable(source.name(), e);
    }
  }

  /** A mapping as text; otherwise as {@link #of(FileSource, ImportKind)}. */
  static SavedMapping of(String file, String text, ImportKind kind) {
    return new Building(file, YamlReader.read(file, text)).build(kind);
  }

  /**
   * The failure of the server as one of a line of this file, where it is about one.
   *
   * @param options what was said beside this file, and counts before it
   */
  CommandFailure located(CommandFailure failure, ImportHeader options) {
    return lines.entrySet().stream()
        .filter(part -> !isSaid(options, part.getKey()))
        .filter(part -> isWithin(failure.field(), "header." + part.getKey()))
        .max(Comparator.comparingInt(part -> part.getKey().length()))
        .map(part -> YamlReader.failure(file, part.getValue(), failure.flaw()))
        .orElse(failure);
  }

  private static boolean isSaid(ImportHeader options, String part) {
    FieldDescriptor field = ImportHeader.getDescriptor().findFieldByName(part);
    return field != null && options.hasField(field);
  }

  private static boolean isWithin(String field, String part) {
    return field.equals(part) || field.startsWith(part + ".") || field.startsWith(part + "[");
  }

  /** One file on its way into a header. */
  private static final class Building {
    private final String file;
    private final YamlNode.Fields top;
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    Building(String file, YamlNode.Fields top) {
      this.file = file;
      this.top = top;
    }

    SavedMapping build(ImportKind kind) {
      top.values()
          .keySet()
          .forEach(
              key -> {
                if (!KEYS.contains(key)) {
                  throw YamlReader.failure(
                      file,
                      top.keyLines().getOrDefault(key, 1),
                      "'" + key + "' is no key of a mapping");
                }
              });
      String said = text("kind");
      if (!said.equals(kind.toString())) {
        throw YamlReader.failure(
            file,
            top.keyLines().getOrDefault("kind", 1),
            said.isEmpty()
                ? "the mapping lacks its kind, such as 'kind: " + kind + "'"
                : "the mapping is for " + said + " and not for " + kind);
      }
      ImportHeader.Builder header =
          ImportHeader.newBuilder()
              .setCustomerId(text("customer"))
              .setTimeZone(text("time_zone"))
              .setCurrency(text("currency").toUpperCase(Locale.ROOT))
              .setInvoiceId(text("invoice"));
      choice("date_order", text -> header.setDateOrder(new OrderChoice().convert(text)));
      choice("decimal", text -> header.setDecimalMark(new MarkChoice().convert(text)));
      choice("work_date", text -> header.setWorkDay(new DayChoice().convert(text)));
      choice("time_unit", text -> header.setTimeUnit(new UnitChoice().convert(text)));
      choice(
          "invoice_date",
          text -> header.setInvoiceDate(Moments.date(new DateConverter().convert(text))));
      HEADER_FIELDS.forEach(
          (key, field) -> {
            if (top.keyLines().containsKey(key)) {
              lines.put(field, top.keyLines().getOrDefault(key, 1));
            }
          });
      return new SavedMapping(file, header.setMapping(mapping()).build(), lines);
    }

    private ColumnMapping mapping() {
      ColumnMapping.Builder mapping =
          ColumnMapping.newBuilder()
              .setSeparator(separator(text("separator")))
              .setEncoding(text("encoding"))
              .setTimeOfDay(text("time_of_day"));
      note("sources", "columns");
      fields("columns")
          .forEach(
              (target, node) -> {
                note("sources[" + mapping.getSourcesCount() + "]", node.line());
                mapping.addSources(
                    ColumnMapping.Source.newBuilder()
                        .setTarget(target)
                        .addAllColumns(columns(target, node)));
              });
      fields("constants")
          .forEach(
              (target, node) -> {
                note("constants[" + mapping.getConstantsCount() + "]", node.line());
                mapping.addConstants(
                    ColumnMapping.Constant.newBuilder()
                        .setTarget(target)
                        .setValue(text(target, node)));
              });
      skipped(mapping);
      note("separator", "separator");
      note("encoding", "encoding");
      note("time_of_day", "time_of_day");
      note("constants", "constants");
      note("skipped_rows", "skip_rows");
      return mapping.build();
    }

    private void skipped(ColumnMapping.Builder mapping) {
      YamlNode all = top.values().get("skip_rows");
      if (all == null) {
        return;
      }
      if (!(all instanceof YamlNode.Items items)) {
        throw skipForm(all.line());
      }
      for (YamlNode item : items.values()) {
        if (!(item instanceof YamlNode.Fields row)
            || !row.values().keySet().equals(Set.of("column", "value"))) {
          throw skipForm(item.line());
        }
        note("skipped_rows[" + mapping.getSkippedRowsCount() + "]", row.line());
        mapping.addSkippedRows(
            ColumnMapping.SkippedRow.newBuilder()
                .setColumn(text("column", row.value("column")))
                .setValue(text("value", row.value("value"))));
      }
    }

    private CommandFailure skipForm(int line) {
      return YamlReader.failure(
          file, line, "skip_rows is a list of rows, such as '- {column: No, value: Total}'");
    }

    private void choice(String key, Consumer<String> take) {
      String text = text(key);
      try {
        if (!text.isEmpty()) {
          take.accept(text);
        }
      } catch (TypeConversionException e) {
        throw YamlReader.failure(
            file, top.keyLines().getOrDefault(key, 1), key + ": " + e.getMessage());
      }
    }

    private void note(String part, String key) {
      note(part, top.keyLines().getOrDefault(key, top.line()));
    }

    private void note(String part, int line) {
      lines.put("mapping." + part, line);
    }

    private Map<String, YamlNode> fields(String key) {
      YamlNode node = top.values().get(key);
      if (node == null) {
        return Map.of();
      }
      if (!(node instanceof YamlNode.Fields fields)) {
        throw YamlReader.failure(
            file,
            node.line(),
            key + " has a column of Redress in each line, such as 'hours: Time'");
      }
      return fields.values();
    }

    private List<String> columns(String target, YamlNode node) {
      return node instanceof YamlNode.Items items
          ? items.values().stream().map(item -> text(target, item)).toList()
          : List.of(text(target, node));
    }

    private String text(String key) {
      YamlNode node = top.values().get(key);
      return node == null ? "" : text(key, node);
    }

    private String text(String key, YamlNode node) {
      if (node instanceof YamlNode.Text(_, String value)) {
        return value;
      }
      throw YamlReader.failure(file, node.line(), key + " must be one value");
    }

    private static String separator(String said) {
      return said.equals("tab") ? "\t" : said;
    }
  }
}
