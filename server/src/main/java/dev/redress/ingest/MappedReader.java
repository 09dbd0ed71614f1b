package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.error.RedressException.FieldViolation;
import dev.redress.ingest.ColumnMapping.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The format of a file that no other format knows, as a caller maps its columns. A time entry
 * without an id gets one that is made of what says who worked when and on what; lines of an invoice
 * without one are numbered.
 */
final class MappedReader implements ForeignReader {
  private static final int SHOWN_MAX = 500;
  private static final int NAME_SHOWN_MAX = 60;

  /** What has a field of its own beside the mapping. */
  private static final Map<Column, String> SAID_OF_FILE =
      Map.of(
          CUSTOMER_ID, "customer_id",
          CURRENCY, "currency",
          INVOICE_ID, "invoice_id",
          INVOICE_DATE, "invoice_date");

  private static final Set<Column> IDENTIFYING =
      EnumSet.of(TECHNICIAN, STARTED_AT, WORK_DATE, REQUEST_ID, CUSTOMER_ID, NOTES);

  private static final FileAnswers AS_REDRESS_WRITES =
      new FileAnswers("", null, null, DecimalMark.POINT, null, null, TimeUnit.HOURS, "", null);

  /** How a row's values are checked once more where that takes nothing but the value. */
  private static final Map<Column, Function<String, Reading<?>>> AS_STORED =
      Map.of(
          CURRENCY, Choices::currency,
          TIME_ZONE, Choices::timeZone,
          HOURS, Decimals::hours);

  private static final Set<Column> COUNTED_BY = EnumSet.of(CUSTOMER_ID, INVOICE_ID);

  private final ImportKind kind;
  private final ColumnMapping mapping;
  private final Map<Column, List<String>> sources = new EnumMap<>(Column.class);
  private final Map<Column, String> constants = new EnumMap<>(Column.class);

  /**
   * Of a mapping for files of a kind.
   *
   * @throws RedressException {@code FIELD_INVALID} when the mapping does not fit the kind
   */
  MappedReader(ImportKind kind, ColumnMapping mapping) {
    this.kind = kind;
    this.mapping = mapping;
    if (kind == ImportKind.AGREEMENTS) {
      throw RedressException.ofField(
          "header.mapping", "is not for agreements: write them with the columns of Redress");
    }
    for (int i = 0; i < mapping.sources().size(); i++) {
      Source source = mapping.sources().get(i);
      String path = "sources[" + i + "]";
      Column target = target(path, source.target());
      if (sources.put(target, source.columns()) != null) {
        throw twice(path, target);
      }
      if (source.columns().size() > 1 && !takesMany(target)) {
        throw ColumnMapping.invalid(
            path + ".columns", target.header() + " takes one column of the file only");
      }
    }
    for (int i = 0; i < mapping.constants().size(); i++) {
      ColumnMapping.Constant constant = mapping.constants().get(i);
      String path = "constants[" + i + "]";
      Column target = target(path, constant.target());
      if (kind != ImportKind.CUSTOMERS && SAID_OF_FILE.containsKey(target)) {
        throw ColumnMapping.invalid(
            path + ".target",
            target.header() + " is said of the whole file: header." + SAID_OF_FILE.get(target));
      }
      if (sources.containsKey(target)
          || constants.put(target, checked(path + ".value", target, constant.value())) != null) {
        throw twice(path, target);
      }
    }
    requireNeeded();
  }

  /** A constant as Redress writes it; what every row would be refused for refuses the mapping. */
  private static String checked(String path, Column target, String value) {
    Conventions none = new Conventions(AS_REDRESS_WRITES);
    Rule rule = rule(target, List.of(target.header()), "");
    return switch (rule.conversion().read(List.of(value), none)) {
      case Reading.Good<String>(String canonical) -> {
        if (!none.questions().isEmpty()) {
          throw ColumnMapping.invalid(
              path,
              "can be read in several ways: write it as 2024-03-04, 2024-03-04T08:00:00Z or 1.5");
        }
        if (AS_STORED.getOrDefault(target, Reading::of).apply(canonical)
            instanceof Reading.Bad<?>(var _, String message)) {
          throw ColumnMapping.invalid(path, message);
        }
        yield canonical;
      }
      case Reading.Bad<String>(var _, String message) -> throw ColumnMapping.invalid(path, message);
    };
  }

  /** How a column of Redress is filled from columns of a file. */
  static Rule rule(Column target, List<String> columns, String timeOfDay) {
    String[] from = columns.toArray(String[]::new);
    return switch (target.content()) {
      case DAY -> Rule.date(target, from);
      case MOMENT ->
          new Rule(
              target,
              columns,
              (values, conventions) -> {
                String text = String.join(" ", values).strip();
                boolean isDay = !timeOfDay.isEmpty() && text.indexOf(':') < 0;
                return LocalTimes.moment(isDay ? text + ' ' + timeOfDay : text, conventions);
              });
      case HOURS ->
          new Rule(
              target,
              columns,
              (values, conventions) ->
                  LocalNumbers.duration(values.getFirst().strip(), conventions));
      case NUMBER -> Rule.number(target, from);
      case FLAG -> Rule.yesNo(target, from);
      case CURRENCY -> Rule.capitals(target, from);
      case TEXT, TIME_ZONE -> Rule.joined(target, from);
    };
  }

  @Override
  public String name() {
    return "map";
  }

  @Override
  public ImportKind kind() {
    return kind;
  }

  @Override
  public List<String> marks() {
    return Stream.concat(
            mapping.sources().stream().flatMap(source -> source.columns().stream()),
            mapping.skippedRows().stream().map(ColumnMapping.SkippedRow::column))
        .map(String::strip)
        .distinct()
        .toList();
  }

  @Override
  public List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    sources.forEach(
        (target, columns) ->
            rules.add(
                rule(target, columns.stream().map(String::strip).toList(), mapping.timeOfDay())));
    return rules;
  }

  @Override
  public Map<Column, String> constants() {
    return constants;
  }

  @Override
  public RowIdentity identity() {
    if (kind == ImportKind.TIME_ENTRIES && !says(ENTRY_ID)) {
      return new RowIdentity.Made(ENTRY_ID, new RowIdentity.OfRedress(IDENTIFYING));
    }
    return kind == ImportKind.INVOICES && !says(LINE_ID)
        ? new RowIdentity.Numbered(LINE_ID, new RowIdentity.OfRedress(COUNTED_BY))
        : new RowIdentity.Own();
  }

  @Override
  public boolean asksForWorkDay() {
    return true;
  }

  /** The same table without the rows that are no rows. */
  Table withoutSkipped(Table table) {
    return SkippedRows.without(table, mapping.skippedRows());
  }

  @Override
  public RowMapping mapping(ImportKind unused, Table table, FileAnswers answers) {
    List<String> names =
        table.header().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    for (int i = 0; i < mapping.sources().size(); i++) {
      List<String> columns = mapping.sources().get(i).columns();
      for (int j = 0; j < columns.size(); j++) {
        requireColumn("sources[" + i + "].columns[" + j + "]", columns.get(j), names, table);
      }
    }
    for (int i = 0; i < mapping.skippedRows().size(); i++) {
      requireColumn(
          "skipped_rows[" + i + "].column", mapping.skippedRows().get(i).column(), names, table);
    }
    return ForeignMapping.settled(this, table, answers);
  }

  private boolean says(Column target) {
    return sources.containsKey(target) || constants.containsKey(target);
  }

  private Column target(String path, String name) {
    List<Column> columns = Layout.of(kind).columns();
    return columns.stream()
        .filter(column -> column.header().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ColumnMapping.invalid(
                    path + ".target",
                    "'"
                        + ImportProblems.head(name, NAME_SHOWN_MAX)
                        + "' is no column of such files; these are "
                        + columns.stream().map(Column::header).collect(Collectors.joining(", "))));
  }

  /** Refuses a mapping from which no row of any file could come. */
  private void requireNeeded() {
    for (List<Column> oneOf : Layout.of(kind).needed()) {
      boolean isSaidElsewhere =
          (kind != ImportKind.CUSTOMERS && oneOf.stream().anyMatch(SAID_OF_FILE::containsKey))
              || (kind == ImportKind.INVOICES && oneOf.contains(WORK_DATE));
      boolean isMade = identity().made().filter(oneOf::contains).isPresent();
      if (!isSaidElsewhere && !isMade && oneOf.stream().noneMatch(this::says)) {
        throw ColumnMapping.invalid(
            "sources",
            "nothing fills "
                + oneOf.stream().map(Column::header).collect(Collectors.joining(" or "))
                + ": say which column of the file has it");
      }
    }
  }

  private static boolean takesMany(Column target) {
    return switch (target.content()) {
      case TEXT, MOMENT -> true;
      case DAY, HOURS, NUMBER, FLAG, CURRENCY, TIME_ZONE -> false;
    };
  }

  private static RedressException twice(String path, Column target) {
    return ColumnMapping.invalid(path + ".target", target.header() + " is filled twice");
  }

  private static void requireColumn(String path, String name, List<String> names, Table table) {
    String shown = ImportProblems.head(name, NAME_SHOWN_MAX);
    int count = Collections.frequency(names, name.strip().toLowerCase(Locale.ROOT));
    if (count != 1) {
      String message =
          count == 0
              ? "the file has no column '"
                  + shown
                  + "'; it has "
                  + ImportProblems.head(
                      table.header().stream().map(String::strip).collect(Collectors.joining(", ")),
                      SHOWN_MAX)
              : "the file has the column '"
                  + shown
                  + "' "
                  + count
                  + " times: give each a name of its own";
      throw new RedressException(
          ErrorReason.FILE_HEADER_INVALID,
          message,
          Map.of("column", shown),
          List.of(new FieldViolation("header.mapping." + path, message)));
    }
  }
}
