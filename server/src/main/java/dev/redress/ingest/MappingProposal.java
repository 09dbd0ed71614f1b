package dev.redress.ingest;

import static dev.redress.ingest.Column.*;

import dev.redress.ingest.ColumnWords.Fit;
import dev.redress.ingest.MappingSuggestion.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes up how the columns of a file become those of Redress: by their names, as far as their
 * values can stand there. A name that is only part of another is no more than a hint. What the
 * values leave open is asked in the very words of an import.
 */
final class MappingProposal {
  private static final int EXAMPLE_MAX = 60;
  private static final int UNUSED_MAX = 200;

  private static final Set<Column> SUMS =
      EnumSet.of(HOURS, RATE, AMOUNT, ANNUAL_VALUE, LABOR_TOTAL);

  /** Codes of currencies that are also words. */
  private static final Set<String> WORDS_TOO =
      Set.of("ALL", "CUP", "MAD", "PEN", "STD", "TOP", "TRY");

  private final ImportKind kind;
  private final SampledColumns file;
  private final Map<Column, List<Integer>> certain = new EnumMap<>(Column.class);
  private final Map<Column, Integer> perhaps = new EnumMap<>(Column.class);
  private final Map<Column, String> doubts = new EnumMap<>(Column.class);
  private final Set<Integer> taken = new HashSet<>();
  private final Map<String, Entry> answers = new LinkedHashMap<>();

  /** A name that may be meant. */
  private record Candidate(Column target, int place, Fit fit, int rank) {}

  private MappingProposal(ImportKind kind, SampledColumns file) {
    this.kind = kind;
    this.file = file;
  }

  /**
   * For a file of a kind.
   *
   * @param encoding that it has; empty: UTF-8
   */
  static MappingSuggestion of(ImportKind kind, Table table, String encoding) {
    SampledColumns all = SampledColumns.of(table);
    List<ColumnMapping.SkippedRow> signs = signs(all);
    MappingProposal look = assigned(kind, all, signs);
    List<ColumnMapping.SkippedRow> totals =
        signs.stream().filter(sign -> look.areSums(all, sign)).toList();
    MappingProposal proposal = totals.equals(signs) ? look : assigned(kind, all, totals);
    proposal.answer(encoding);
    proposal.askForSums(signs.stream().filter(sign -> !totals.contains(sign)).toList());
    return new MappingSuggestion(
        proposal.columns(), List.copyOf(proposal.answers.values()), totals, proposal.unused());
  }

  /** What the columns are of the rows of a file but those that are none. */
  private static MappingProposal assigned(
      ImportKind kind, SampledColumns all, List<ColumnMapping.SkippedRow> skipped) {
    MappingProposal proposal =
        new MappingProposal(
            kind, all.without(row -> skipped.stream().anyMatch(sign -> isAt(all, row, sign))));
    proposal.assign();
    proposal.pairTimes();
    return proposal;
  }

  /** Gives each column of Redress the name that fits best, and each name to one of them. */
  private void assign() {
    List<Candidate> candidates = new ArrayList<>();
    for (Column target : Layout.of(kind).columns()) {
      List<String> words = ColumnWords.of(kind, target);
      for (int place : file.places()) {
        for (int rank = 0; rank < words.size(); rank++) {
          Fit fit = ColumnWords.fit(file.names().get(place), words.get(rank));
          if (fit != Fit.NONE && file.fit(place, target)) {
            candidates.add(new Candidate(target, place, fit, rank));
          }
        }
      }
    }
    candidates.sort(
        Comparator.comparing(Candidate::fit)
            .thenComparing(Candidate::rank)
            .thenComparing(Candidate::place)
            .thenComparing(Candidate::target));
    for (Candidate candidate : candidates) {
      boolean isFree =
          !certain.containsKey(candidate.target)
              && !perhaps.containsKey(candidate.target)
              && !taken.contains(candidate.place);
      if (isFree && candidate.fit == Fit.SAME && isClear(candidate)) {
        certain.put(candidate.target, List.of(candidate.place));
        taken.add(candidate.place);
      } else if (isFree) {
        perhaps.put(candidate.target, candidate.place);
      }
    }
    perhaps.values().removeIf(taken::contains);
    leaveOpen();
    joinNames();
  }

  /**
   * Whether a name that fits can be used as it is: it has values, stands in the header once, and
   * what looks like a time of day is not taken for how long something took.
   */
  private boolean isClear(Candidate candidate) {
    boolean canBeTime =
        candidate.target == HOURS
            && ColumnWords.ofTime(STARTED_AT)
                .contains(ColumnWords.normal(file.names().get(candidate.place)))
            && file.are(candidate.place, SampledColumns::isTime);
    return !canBeTime
        && !file.values(candidate.place).isEmpty()
        && file.times(candidate.place) == 1;
  }

  /** Leaves to a person what another column fits as well, or what may hold taxes. */
  private void leaveOpen() {
    certain.forEach(
        (target, places) -> {
          int place = places.getFirst();
          String rivals = rivals(target, place);
          // Of sums the wrong one costs money; of others a column's own name is clear enough.
          boolean isSettled =
              !SUMS.contains(target) && ColumnWords.isOwn(file.names().get(place), target);
          if (!rivals.isEmpty() && !isSettled) {
            doubts.put(target, "; it could also be " + rivals);
          } else if (target == AMOUNT && mayHoldTaxes(place)) {
            doubts.put(target, "; it must be the sum without taxes");
          }
        });
    for (Column target : doubts.keySet()) {
      int place = place(target);
      certain.remove(target);
      taken.remove(place);
      perhaps.put(target, place);
    }
  }

  /** The names of other columns that could be meant as well. */
  private String rivals(Column target, int chosen) {
    return file.places().stream()
        .filter(place -> place != chosen && !taken.contains(place))
        .filter(place -> !file.values(place).isEmpty() && file.fit(place, target))
        .filter(place -> isNamed(file.names().get(place), target))
        .map(place -> "'" + file.names().get(place) + "'")
        .collect(Collectors.joining(", "));
  }

  private boolean isNamed(String name, Column target) {
    return ColumnWords.of(kind, target).stream()
            .anyMatch(word -> ColumnWords.fit(name, word) == Fit.SAME)
        || (target == HOURS && TimeWords.namesUnit(name));
  }

  private boolean mayHoldTaxes(int place) {
    return !ColumnWords.isNet(file.names().get(place))
        && file.places().stream().anyMatch(other -> ColumnWords.isTax(file.names().get(other)));
  }

  /** A technician's first and last name are one. */
  private void joinNames() {
    if (!certain.containsKey(TECHNICIAN) && Layout.of(kind).columns().contains(TECHNICIAN)) {
      Optional<Integer> first = named("first name", "vorname", "prenom", "nombre");
      Optional<Integer> last =
          named("last name", "surname", "nachname", "nom", "apellido", "apellidos");
      if (first.isPresent() && last.isPresent()) {
        perhaps.remove(TECHNICIAN);
        certain.put(TECHNICIAN, List.of(first.get(), last.get()));
        taken.addAll(certain.get(TECHNICIAN));
      }
    }
  }

  private Optional<Integer> named(String... words) {
    return Stream.of(words)
        .flatMap(
            word ->
                free().filter(place -> ColumnWords.fit(file.names().get(place), word) == Fit.SAME))
        .findFirst();
  }

  /** The columns that nothing takes, of those that can be named. */
  private Stream<Integer> free() {
    return file.places().stream()
        .filter(place -> !taken.contains(place) && !perhaps.containsValue(place))
        .filter(place -> file.times(place) == 1);
  }

  /** Puts the time of day beside a day, or makes a moment without one a day. */
  private void pairTimes() {
    if (kind == ImportKind.TIME_ENTRIES) {
      if (!certain.containsKey(STARTED_AT) && certain.containsKey(WORK_DATE)) {
        time(STARTED_AT)
            .ifPresent(
                time ->
                    certain.put(STARTED_AT, List.of(certain.remove(WORK_DATE).getFirst(), time)));
      } else if (certain.containsKey(STARTED_AT) && isDay(STARTED_AT)) {
        int day = certain.remove(STARTED_AT).getFirst();
        Optional<Integer> time = time(STARTED_AT);
        if (time.isPresent()) {
          certain.put(STARTED_AT, List.of(day, time.get()));
        } else {
          certain.putIfAbsent(WORK_DATE, List.of(day));
        }
      }
      if (certain.containsKey(STARTED_AT)) {
        perhaps.remove(WORK_DATE);
      }
      if (certain.containsKey(WORK_DATE)) {
        perhaps.remove(STARTED_AT);
      }
    }
    for (Column moment : List.of(OPENED_AT, CLOSED_AT)) {
      if (certain.containsKey(moment) && isDay(moment)) {
        time(moment)
            .ifPresentOrElse(
                time -> certain.put(moment, List.of(place(moment), time)),
                () ->
                    answers.put(
                        "time_of_day",
                        new Entry(
                            "time_of_day",
                            List.of(),
                            false,
                            true,
                            "the file has no time of day: say what stands for it, such as 08:00")));
      }
    }
  }

  /** The first place of a column that is certain. */
  private int place(Column target) {
    return certain.getOrDefault(target, List.of()).getFirst();
  }

  private boolean isDay(Column moment) {
    return file.are(place(moment), value -> value.indexOf(':') < 0);
  }

  /** The column with the time of day of a moment, which is taken with it. */
  private Optional<Integer> time(Column moment) {
    Optional<Integer> found =
        ColumnWords.ofTime(moment).stream()
            .flatMap(
                word ->
                    free()
                        .filter(place -> file.are(place, SampledColumns::isTime))
                        .filter(
                            place -> ColumnWords.fit(file.names().get(place), word) == Fit.SAME))
            .findFirst();
    found.ifPresent(taken::add);
    return found;
  }

  /** What holds for the whole file: what the file tells, and what a person has to say. */
  private void answer(String encoding) {
    if (!encoding.isEmpty()) {
      ask(
          "encoding",
          encoding,
          "the file is not UTF-8: take this if its letters are right in it, or save it as UTF-8");
    }
    String unit = certain.containsKey(HOURS) ? TimeWords.unit(file.names().get(place(HOURS))) : "";
    if (!unit.isEmpty()) {
      put("time_unit", unit, "as the name of its column tells");
    }
    String currency = kind == ImportKind.INVOICES ? currency() : "";
    if (WORDS_TOO.contains(currency)) {
      ask("currency", currency, "is it this one, or only a word in the name of a column?");
    } else if (!currency.isEmpty()) {
      put("currency", currency, "as the name of a column tells");
    }
    Conventions conventions =
        new Conventions(
            new FileAnswers(
                "",
                null,
                null,
                null,
                currency.isEmpty() ? null : Currency.getInstance(currency),
                null,
                unit.isEmpty() ? null : TimeUnit.valueOf(unit.toUpperCase(Locale.ROOT)),
                "",
                null));
    readWith(conventions);
    FileAnswers told = conventions.told();
    conventions
        .questions()
        .forEach(
            (option, question) -> {
              String key = option.substring(2).replace('-', '_');
              answers.put(key, new Entry(key, List.of(), false, true, question));
            });
    if (told.dateOrder() != null) {
      put("date_order", told.dateOrder().name().toLowerCase(Locale.ROOT), "as its dates tell");
    }
    if (told.decimalMark() != null) {
      put("decimal", told.decimalMark().name().toLowerCase(Locale.ROOT), "as its numbers tell");
    }
  }

  private void ask(String key, String value, String question) {
    answers.put(key, new Entry(key, List.of(value), false, true, question));
  }

  private void put(String key, String value, String note) {
    answers.put(key, new Entry(key, List.of(value), true, true, note));
  }

  /** Reads the rows as an import would, so that they tell and ask the same. */
  private void readWith(Conventions conventions) {
    boolean isTold = kind == ImportKind.TIME_ENTRIES && certain.containsKey(REQUEST_ID);
    if (kind != ImportKind.CUSTOMERS && !isTold && !certain.containsKey(CUSTOMER_ID)) {
      conventions.requireCustomer();
    }
    if (kind == ImportKind.INVOICES) {
      if (!certain.containsKey(CURRENCY)) {
        conventions.requireCurrency();
      }
      if (!certain.containsKey(INVOICE_ID)) {
        conventions.requireInvoice();
      }
      if (!certain.containsKey(INVOICE_DATE)) {
        conventions.requireInvoiceDate();
      }
      if (!certain.containsKey(WORK_DATE) && !perhaps.containsKey(WORK_DATE)) {
        conventions.requireWorkDay();
      }
    }
    String timeOfDay = answers.containsKey("time_of_day") ? "00:00" : "";
    certain.forEach(
        (target, places) -> {
          Rule rule = MappedReader.rule(target, names(places), timeOfDay);
          for (List<String> row : file.rows()) {
            List<String> values = places.stream().map(row::get).toList();
            if (values.stream().anyMatch(value -> !value.isBlank())) {
              rule.conversion().read(values, conventions);
            }
          }
        });
  }

  /** The currency of amounts, if the name of their column has it in brackets. */
  private String currency() {
    if (certain.containsKey(CURRENCY)) {
      return "";
    }
    return Stream.of(AMOUNT, RATE)
        .filter(certain::containsKey)
        .map(target -> ColumnWords.aside(file.names().get(place(target))))
        .filter(word -> Choices.currency(word) instanceof Reading.Good<Currency>)
        .findFirst()
        .orElse("");
  }

  private List<Entry> columns() {
    Layout layout = Layout.of(kind);
    Set<Column> made = made();
    List<Entry> entries = new ArrayList<>();
    for (Column target : layout.columns()) {
      boolean isNeeded =
          !made.contains(target)
              && layout.needed().stream()
                  .filter(oneOf -> oneOf.contains(target))
                  .anyMatch(oneOf -> oneOf.stream().noneMatch(certain::containsKey));
      List<Integer> places = certain.get(target);
      if (places != null) {
        String example = places.stream().map(file::example).collect(Collectors.joining(" "));
        entries.add(new Entry(target.header(), names(places), true, true, shown(example)));
      } else if (perhaps.containsKey(target)) {
        int place = perhaps.get(target);
        entries.add(
            new Entry(
                target.header(),
                List.of(file.names().get(place)),
                false,
                isNeeded,
                question(target, place)));
      } else {
        entries.add(
            new Entry(
                target.header(),
                List.of(),
                false,
                isNeeded,
                isNeeded ? "which column of the file has it?" : ""));
      }
    }
    return entries;
  }

  private String question(Column target, int place) {
    long times = file.times(place);
    return times > 1
        ? "the file has this column " + times + " times: give each a name of its own"
        : "is it this one? " + shown(file.example(place)) + doubts.getOrDefault(target, "");
  }

  /** What need not come from a column: it is made, or said of the whole file. */
  private Set<Column> made() {
    Set<Column> made = EnumSet.of(ENTRY_ID, LINE_ID);
    if (kind != ImportKind.CUSTOMERS) {
      made.addAll(List.of(CUSTOMER_ID, CURRENCY, INVOICE_ID, INVOICE_DATE));
    }
    if (kind == ImportKind.TIME_ENTRIES) {
      made.add(REQUEST_ID);
    }
    if (answers.containsKey("work_date")) {
      made.add(WORK_DATE);
    }
    return made;
  }

  private List<String> names(List<Integer> places) {
    return places.stream().map(file.names()::get).toList();
  }

  private List<String> unused() {
    return file.places().stream()
        .filter(place -> !taken.contains(place) && !perhaps.containsValue(place))
        .map(file.names()::get)
        .limit(UNUSED_MAX)
        .toList();
  }

  /** What rows begin with that may add others up: a word such as {@code Total}. */
  private static List<ColumnMapping.SkippedRow> signs(SampledColumns file) {
    return file.rows().stream()
        .flatMap(
            row ->
                file.places().stream()
                    .filter(place -> !row.get(place).isBlank())
                    .findFirst()
                    .filter(place -> file.times(place) == 1)
                    .filter(place -> ColumnWords.isTotal(row.get(place).strip()))
                    .map(
                        place ->
                            new ColumnMapping.SkippedRow(
                                file.names().get(place), row.get(place).strip()))
                    .stream())
        .distinct()
        .limit(ColumnMapping.SKIPPED_MAX)
        .toList();
  }

  /**
   * Whether all rows with a sign lack what could not be imported without: a customer may be called
   * {@code Total}, and its rows are whole.
   */
  private boolean areSums(SampledColumns all, ColumnMapping.SkippedRow sign) {
    return all.rows().stream().filter(row -> isAt(all, row, sign)).allMatch(this::lacksNeeded);
  }

  /** Whether a row says nothing that Redress needs and nearly all other rows say. */
  private boolean lacksNeeded(List<String> row) {
    return Layout.of(kind).needed().stream()
        .map(
            oneOf ->
                oneOf.stream()
                    .flatMap(
                        target ->
                            Stream.concat(
                                certain.getOrDefault(target, List.of()).stream(),
                                Stream.ofNullable(perhaps.get(target))))
                    .toList())
        .filter(places -> !places.isEmpty() && !says(row, places))
        .anyMatch(
            places -> {
              long told = file.rows().stream().filter(other -> says(other, places)).count();
              return told > 0 && told * 10 >= file.rows().size() * 9L;
            });
  }

  private static boolean says(List<String> row, List<Integer> places) {
    return places.stream().anyMatch(place -> !row.get(place).isBlank());
  }

  /** Asks about rows that may add others up but lack nothing. */
  private void askForSums(List<ColumnMapping.SkippedRow> signs) {
    if (!signs.isEmpty()) {
      String where =
          signs.stream()
              .map(sign -> "'" + sign.column() + "' is '" + sign.value() + "'")
              .collect(Collectors.joining(" or "));
      answers.put(
          "skip_rows",
          new Entry(
              "skip_rows",
              List.of(),
              false,
              false,
              "rows that lack nothing are read: are those sums where " + where + "?"));
    }
  }

  private static boolean isAt(
      SampledColumns file, List<String> row, ColumnMapping.SkippedRow total) {
    return row.get(file.names().indexOf(total.column())).strip().equalsIgnoreCase(total.value());
  }

  private static String shown(String example) {
    return example.isEmpty()
        ? ""
        : "'" + ImportProblems.head(example, EXAMPLE_MAX).replace('\n', ' ') + "'";
  }
}
