package dev.redress.ingest;

import dev.redress.identity.ContentHash;
import dev.redress.ingest.ImportProblem.Code;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Maps the rows of one file of another tool. What Redress has no column for is kept as attributes:
 * at most {@value #ATTRIBUTES_MAX} of them, each at most 2,000 characters and all together at most
 * 16,000; what goes beyond is left out.
 */
final class ForeignMapping implements RowMapping {
  private static final int ATTRIBUTES_MAX = 50;
  private static final int ATTRIBUTES_LENGTH_MAX = 16_000;
  private static final int NAME_MAX = 200;
  private static final int ID_DIGITS = 20;
  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  private final ForeignReader format;
  private final Conventions conventions;
  private final Map<String, List<Integer>> places = new HashMap<>();
  private final Map<String, String> spellings = new LinkedHashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private final Map<Column, String> sourceColumns = new EnumMap<>(Column.class);
  private final Set<String> used = new HashSet<>();

  private ForeignMapping(ForeignReader format, List<String> header, Conventions conventions) {
    this.format = format;
    this.conventions = conventions;
    for (int i = 0; i < header.size(); i++) {
      String name = name(header, i);
      String key = name.toLowerCase(Locale.ROOT);
      places.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
      spellings.putIfAbsent(key, ImportProblems.head(name, NAME_MAX));
    }
    for (Rule rule : format.rules()) {
      List<String> keys = rule.from().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
      used.addAll(keys);
      keys.stream()
          .map(spellings::get)
          .filter(Objects::nonNull)
          .findFirst()
          .ifPresent(
              spelling -> {
                rules.add(rule);
                sourceColumns.put(rule.column(), spelling);
              });
    }
  }

  /** The name of a column; one that has none gets one that no other has. */
  private static String name(List<String> header, int place) {
    String name = header.get(place).strip();
    if (!name.isEmpty()) {
      return name;
    }
    String made = "column " + (place + 1);
    boolean isTaken = header.stream().anyMatch(other -> other.strip().equalsIgnoreCase(made));
    return isTaken ? made + " (unnamed)" : made;
  }

  /**
   * The mapping of a file, after one look at all its rows for how they write dates and numbers.
   *
   * @throws dev.redress.error.RedressException {@code FILE_NEEDS_ANSWER}
   */
  static ForeignMapping settled(ForeignReader format, Table table, FileAnswers answers) {
    Conventions open = new Conventions(answers);
    ForeignMapping look = new ForeignMapping(format, table.header(), open);
    look.requireNeeded();
    look.askForWhatNoColumnSays();
    try (FileRows rows = table.rows()) {
      while (rows.hasNext()) {
        FileRow row = rows.next();
        if (row.fieldCount() == table.header().size()) {
          look.read(new ForeignRow(row, look.places));
        }
      }
    }
    return new ForeignMapping(format, table.header(), open.settled());
  }

  @Override
  public CanonicalRow canonical(FileRow row, Occurrences occurrences) {
    ForeignRow foreign = new ForeignRow(row, places);
    Read read = read(foreign);
    if (format.firstInvoiceDateHolds()) {
      holdFirstDate(read, occurrences);
    }
    switch (format.identity()) {
      case RowIdentity.Own() -> {}
      case RowIdentity.Made(Column column, RowIdentity.Told from) -> {
        String hash = told(from, foreign, read).substring(0, ID_DIGITS);
        long count = occurrences.count(hash, row.line());
        read.values.put(column, format.name() + "-" + hash + (count == 1 ? "" : "-" + count));
      }
      case RowIdentity.Numbered(Column column, RowIdentity.Told from) ->
          read.values.put(
              column, Long.toString(occurrences.count(told(from, foreign, read), row.line())));
    }
    return new CanonicalRow(
        row.line(), read.values, attributes(foreign), sourceColumns, read.problems);
  }

  private static String told(RowIdentity.Told from, ForeignRow foreign, Read read) {
    return switch (from) {
      case RowIdentity.OfFile(List<String> columns) ->
          ContentHash.of(foreign.get(columns).toArray());
      case RowIdentity.OfRedress(Set<Column> columns) ->
          ContentHash.of(
              columns.stream()
                  .sorted()
                  .map(column -> read.values.getOrDefault(column, ""))
                  // A workbook and a text break the lines of a cell in different ways.
                  .map(value -> LINE_BREAK.matcher(value).replaceAll("\n"))
                  .toArray());
    };
  }

  /** Gives every row of an invoice the date that the first of them tells. */
  private static void holdFirstDate(Read read, Occurrences occurrences) {
    String date = read.values.getOrDefault(Column.INVOICE_DATE, "");
    if (!date.isEmpty()) {
      String invoice =
          ContentHash.of(
              read.values.getOrDefault(Column.CUSTOMER_ID, ""),
              read.values.getOrDefault(Column.INVOICE_ID, ""));
      long first = occurrences.first(invoice, LocalDate.parse(date).toEpochDay(), read.line);
      read.values.put(Column.INVOICE_DATE, LocalDate.ofEpochDay(first).toString());
    }
  }

  /** Refuses a file that lacks a column which Redress cannot do without. */
  private void requireNeeded() {
    Set<Column> filled = EnumSet.copyOf(sourceColumns.keySet());
    filled.addAll(format.constants().keySet());
    filled.add(Column.CUSTOMER_ID);
    filled.add(Column.CURRENCY);
    filled.add(Column.INVOICE_ID);
    filled.add(Column.INVOICE_DATE);
    if (format.asksForWorkDay()) {
      filled.add(Column.WORK_DATE);
    }
    format.identity().made().ifPresent(filled::add);
    for (List<Column> oneOf : Layout.of(format.kind()).needed()) {
      if (oneOf.stream().noneMatch(filled::contains)) {
        throw ForeignReader.lacks(
            format,
            format.rules().stream()
                .filter(rule -> oneOf.contains(rule.column()))
                .map(rule -> rule.from().getFirst())
                .collect(Collectors.joining(" or ")));
      }
    }
  }

  private void askForWhatNoColumnSays() {
    boolean hasRequests =
        format.kind() == ImportKind.TIME_ENTRIES && sourceColumns.containsKey(Column.REQUEST_ID);
    if (!sourceColumns.containsKey(Column.CUSTOMER_ID) && !hasRequests) {
      conventions.requireCustomer();
    }
    if (format.kind() == ImportKind.INVOICES) {
      if (!sourceColumns.containsKey(Column.CURRENCY)) {
        conventions.requireCurrency();
      }
      if (!sourceColumns.containsKey(Column.INVOICE_ID)) {
        conventions.requireInvoice();
      }
      if (!sourceColumns.containsKey(Column.INVOICE_DATE)) {
        conventions.requireInvoiceDate();
      }
    }
  }

  private Read read(ForeignRow row) {
    Read read = new Read(row.row().line());
    for (Rule rule : rules) {
      List<String> values = row.get(rule.from());
      boolean says = values.stream().anyMatch(value -> !value.isBlank());
      if (says) {
        switch (rule.conversion().read(values, conventions)) {
          case Reading.Good<String>(String value) -> read.values.put(rule.column(), value);
          case Reading.Bad<String>(Code code, String message) ->
              read.refuse(
                  rule.column(),
                  sourceColumns.getOrDefault(rule.column(), ""),
                  String.join(" ", values).strip(),
                  code,
                  message);
        }
      }
    }
    fill(read);
    return read;
  }

  /** Says what the caller said, where the row says nothing. */
  private void fill(Read read) {
    format
        .constants()
        .forEach(
            (column, value) -> {
              if (!read.says(column)) {
                read.values.put(column, value);
              }
            });
    // A request tells whose the work on it was, also where a file is about many customers.
    boolean isTold = format.kind() == ImportKind.TIME_ENTRIES && read.says(Column.REQUEST_ID);
    if (!read.says(Column.CUSTOMER_ID) && !isTold) {
      read.values.put(Column.CUSTOMER_ID, conventions.customer());
    }
    if (format.kind() == ImportKind.INVOICES) {
      if (!read.says(Column.CURRENCY)) {
        read.values.put(Column.CURRENCY, conventions.currency());
      }
      // Where there is a column, a row that says nothing in it is on no invoice yet.
      if (!sourceColumns.containsKey(Column.INVOICE_ID)) {
        read.values.put(Column.INVOICE_ID, conventions.invoice());
      }
      if (!sourceColumns.containsKey(Column.INVOICE_DATE)) {
        read.values.put(Column.INVOICE_DATE, conventions.invoiceDate());
      }
      // Where there is a column, a row that says nothing in it is asked about by itself.
      boolean isAsked = !sourceColumns.containsKey(Column.WORK_DATE) || conventions.knowsWorkDay();
      if (format.asksForWorkDay() && isAsked && !read.says(Column.WORK_DATE)) {
        fillWorkDay(read);
      }
    }
  }

  /** The day of work of a line that does not tell one, as the caller wants it. */
  private void fillWorkDay(Read read) {
    Column from =
        switch (conventions.workDay(Long.toString(read.line))) {
          case INVOICE_DATE -> Column.INVOICE_DATE;
          case PERIOD_END -> Column.PERIOD_END;
        };
    String day = read.values.get(from);
    if (day != null) {
      read.values.put(Column.WORK_DATE, day);
    }
  }

  private Map<String, String> attributes(ForeignRow row) {
    Map<String, String> attributes = new LinkedHashMap<>();
    int length = 0;
    for (Map.Entry<String, String> spelling : spellings.entrySet()) {
      if (used.contains(spelling.getKey()) || attributes.size() == ATTRIBUTES_MAX) {
        continue;
      }
      String value = ImportProblems.head(row.get(spelling.getKey()), RowCheck.ATTRIBUTE_MAX);
      length += value.length() + spelling.getValue().length();
      if (!value.isBlank() && length <= ATTRIBUTES_LENGTH_MAX) {
        attributes.put(spelling.getValue(), value);
      }
    }
    return attributes;
  }

  /** What a row came to. */
  private static final class Read {
    private final long line;
    private final Map<Column, String> values = new EnumMap<>(Column.class);
    private final Map<Column, ImportProblem> problems = new EnumMap<>(Column.class);

    Read(long line) {
      this.line = line;
    }

    boolean says(Column column) {
      return values.containsKey(column) || problems.containsKey(column);
    }

    void refuse(Column column, String name, String value, Code code, String message) {
      problems.put(column, ImportProblems.of(line, code, name, value, name + " " + message));
    }
  }
}
