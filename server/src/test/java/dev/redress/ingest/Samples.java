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
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
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

  /** Answers in words: {@code Atlas MDY America/Chicago POINT USD}, where - says nothing. */
  static FileAnswers answers(String words) {
    String[] word = words.split(" ", -1);
    return new FileAnswers(
        word[0].equals("-") ? "" : word[0],
        word[1].equals("-") ? null : DateOrder.valueOf(word[1]),
        word[2].equals("-") ? null : ZoneId.of(word[2]),
        word[3].equals("-") ? null : DecimalMark.valueOf(word[3]),
        word[4].equals("-") ? null : Currency.getInstance(word[4]));
  }

  /** Imports a sample of the test resources. */
  FileImport file(ImportKind kind, String name, FileAnswers answers) throws IOException {
    try (InputStream bytes =
        Objects.requireNonNull(Samples.class.getResourceAsStream(name), name)) {
      return bytes(kind, bytes.readAllBytes(), answers);
    }
  }

  /** Imports a text in UTF-8. */
  FileImport text(ImportKind kind, String text, FileAnswers answers) {
    return bytes(kind, text.getBytes(UTF_8), answers);
  }

  /** Imports a text. */
  FileImport text(ImportKind kind, String text, Charset charset, FileAnswers answers) {
    return bytes(kind, text.getBytes(charset), answers);
  }

  private FileImport bytes(ImportKind kind, byte[] bytes, FileAnswers answers) {
    ImportHeader header =
        new ImportHeader(Provider.DEFAULT, "", kind, "auto", "sample", false, false, answers);
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
