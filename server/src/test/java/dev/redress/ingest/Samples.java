package dev.redress.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.redress.customer.Provider;
import dev.redress.identity.Actor;
import dev.redress.identity.TimeOrderedIds;
import dev.redress.invoice.LaborLine;
import dev.redress.request.Request;
import dev.redress.request.TimeEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Imports samples of other tools' files into memory, where the customers Atlas and Brask, both in
 * Chicago, are known, and says in text lines what came of them.
 */
final class Samples {
  private final MemoryPorts memory = new MemoryPorts();
  private final ImportService service;

  /** With a spool in this folder. */
  Samples(Path folder) {
    service =
        new ImportService(
            memory.ports(),
            new Spool(folder),
            ImportLimits.DEFAULT,
            new TimeOrderedIds(InstantSource.fixed(MemoryPorts.NOW)),
            InstantSource.fixed(MemoryPorts.NOW));
    text(
        ImportKind.CUSTOMERS,
        "customer_id,name,time_zone\nAtlas,Atlas,America/Chicago\nBrask,Brask,America/Chicago\n",
        FileAnswers.NONE);
  }

  /**
   * Answers in words: {@code Atlas MDY America/Chicago POINT USD INVOICE_DATE MINUTES 4711
   * 2026-09-30}, where - says nothing, and so do words that are left out at the end.
   */
  static FileAnswers answers(String words) {
    List<String> said = List.of(words.strip().split(" ", -1));
    return new FileAnswers(
        word(said, 0, Function.identity(), ""),
        word(said, 1, DateOrder::valueOf, null),
        word(said, 2, ZoneId::of, null),
        word(said, 3, DecimalMark::valueOf, null),
        word(said, 4, Currency::getInstance, null),
        word(said, 5, WorkDay::valueOf, null),
        word(said, 6, TimeUnit::valueOf, null),
        word(said, 7, Function.identity(), ""),
        word(said, 8, LocalDate::parse, null));
  }

  private static <T extends @Nullable Object> T word(
      List<String> said, int place, Function<String, T> reading, T none) {
    return place >= said.size() || said.get(place).equals("-")
        ? none
        : reading.apply(said.get(place));
  }

  /** Imports a sample of the test resources. */
  FileImport file(ImportKind kind, String name, FileAnswers answers) throws IOException {
    try (InputStream bytes =
        Objects.requireNonNull(Samples.class.getResourceAsStream(name), name)) {
      return bytes(kind, bytes.readAllBytes(), answers, null);
    }
  }

  /** The text of a sample of the test resources. */
  static String read(String name) throws IOException {
    try (InputStream bytes =
        Objects.requireNonNull(Samples.class.getResourceAsStream(name), name)) {
      return new String(bytes.readAllBytes(), UTF_8);
    }
  }

  /** Imports a text in UTF-8. */
  FileImport text(ImportKind kind, String text, FileAnswers answers) {
    return bytes(kind, text.getBytes(UTF_8), answers, null);
  }

  /** Imports a text. */
  FileImport text(ImportKind kind, String text, Charset charset, FileAnswers answers) {
    return bytes(kind, text.getBytes(charset), answers, null);
  }

  /** Imports a file of which the columns are mapped. */
  FileImport mapped(ImportKind kind, byte[] bytes, FileAnswers answers, ColumnMapping mapping) {
    return bytes(kind, bytes, answers, mapping);
  }

  /** What is proposed for a file. */
  MappingSuggestion suggest(ImportKind kind, byte[] bytes) {
    ImportHeader header =
        new ImportHeader(
            Provider.DEFAULT, "", kind, "auto", "sample", false, false, FileAnswers.NONE, null);
    try (Upload upload = service.beginLook(header, new Actor("clerk"))) {
      upload.write(ByteBuffer.wrap(bytes));
      return upload.suggest();
    }
  }

  private FileImport bytes(
      ImportKind kind, byte[] bytes, FileAnswers answers, @Nullable ColumnMapping mapping) {
    ImportHeader header =
        new ImportHeader(
            Provider.DEFAULT, "", kind, "auto", "sample", false, false, answers, mapping);
    try (Upload upload = service.begin(header, new Actor("clerk"))) {
      upload.write(ByteBuffer.wrap(bytes));
      return upload.finish();
    }
  }

  /** The counts, which make up the rows: {@code 3 rows: 2 new, 0 changed, 0 same, 1 wrong}. */
  static String counts(FileImport done) {
    return "%d rows: %d new, %d changed, %d same, %d wrong"
        .formatted(
            done.rowsRead(),
            done.rowsCreated(),
            done.rowsUpdated(),
            done.rowsUnchanged(),
            done.rowsRejected());
  }

  /** The problems: line, column, value and message. */
  static List<String> problems(FileImport done) {
    return done.firstProblems().stream()
        .map(
            problem ->
                problem.line()
                    + " | "
                    + problem.column()
                    + " | "
                    + problem.value()
                    + " | "
                    + problem.message())
        .toList();
  }

  /** The time entries: customer, request, technician, start, day, hours, billable, notes. */
  List<String> entries() {
    return memory.entries.where(_ -> true).stream().map(Samples::line).toList();
  }

  /** The ids of the time entries. */
  List<String> entryIds() {
    return memory.entries.where(_ -> true).stream().map(entry -> entry.name().entry()).toList();
  }

  /** The attributes of the first time entry. */
  String attributes() {
    return new TreeMap<>(memory.entries.where(_ -> true).getFirst().attributes()).toString();
  }

  /** The requests: customer, id, opened, closed, summary, requester, assignee, type, status. */
  List<String> requests() {
    return memory.requests.where(_ -> true).stream().map(Samples::line).toList();
  }

  /** The labor lines: customer, invoice, line, day, technician, hours, rate, amount, text. */
  List<String> lines() {
    return memory.lines.where(_ -> true).stream().map(Samples::line).toList();
  }

  /** The invoices with their dates. */
  List<String> invoiceDates() {
    return memory.invoices.where(_ -> true).stream()
        .map(invoice -> join(invoice.name().invoice(), invoice.invoiceDate()))
        .toList();
  }

  /** What else the labor lines say, and what they refer to. */
  List<String> references() {
    return memory.lines.where(_ -> true).stream()
        .map(line -> join(line.reference(), new TreeMap<>(line.attributes())))
        .toList();
  }

  private static String line(TimeEntry entry) {
    return join(
        entry.customer().customer(),
        entry.name().request(),
        entry.technician(),
        shown(entry.startedAt()),
        entry.workDate(),
        entry.hours(),
        entry.billable(),
        entry.workType(),
        entry.notes());
  }

  private static String line(Request request) {
    return join(
        request.name().customer().customer(),
        request.name().request(),
        request.openedAt(),
        shown(request.closedAt()),
        request.summary(),
        request.requester(),
        request.assignee(),
        request.type(),
        request.status(),
        request.component());
  }

  private static String line(LaborLine line) {
    return join(
        line.name().invoice().customer().customer(),
        line.name().invoice().invoice(),
        line.name().line(),
        line.workDate(),
        line.technician(),
        line.hours(),
        line.rate() == null ? "-" : line.rate(),
        line.amount(),
        line.workType(),
        line.description());
  }

  private static Object shown(@Nullable Instant moment) {
    return moment == null ? "-" : moment;
  }

  private static String join(Object... values) {
    return String.join(" | ", Stream.of(values).map(String::valueOf).toList());
  }
}
