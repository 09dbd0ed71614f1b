package dev.redress.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.redress.customer.Provider;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.TimeOrderedIds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has a mapping proposed for the bytes and imports them with it. The first byte of an input says
 * which kind of file it is, the rest is the file.
 */
final class MappingTarget implements FuzzTarget {
  private static final List<ImportKind> KINDS =
      List.of(
          ImportKind.TIME_ENTRIES, ImportKind.INVOICES, ImportKind.REQUESTS, ImportKind.CUSTOMERS);

  private static final Set<ErrorReason> REFUSALS =
      EnumSet.of(
          ErrorReason.FILE_EMPTY,
          ErrorReason.FILE_NOT_TEXT,
          ErrorReason.FILE_HEADER_INVALID,
          ErrorReason.FILE_ENDS_IN_QUOTES,
          ErrorReason.FILE_FORMAT_UNKNOWN,
          ErrorReason.FILE_NEEDS_ANSWER,
          ErrorReason.TOO_LARGE,
          // A proposal may lack what a file cannot do without.
          ErrorReason.FIELD_INVALID);

  private static final FileAnswers ANSWERS =
      new FileAnswers(
          "Atlas",
          DateOrder.DMY,
          ZoneId.of("Europe/Berlin"),
          DecimalMark.COMMA,
          Currency.getInstance("EUR"),
          WorkDay.INVOICE_DATE,
          TimeUnit.HOURS,
          "4711",
          LocalDate.of(2026, 9, 30));

  private final Spool spool;

  MappingTarget() {
    try {
      this.spool = new Spool(Files.createTempDirectory("fuzz"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        """
        0Beleg;Datum;Beginn;Mitarbeiter;Kunde;Dauer (Std);Tätigkeit;Bemerkung;Abrechenbar;Kst
        1;25.03.2024;10:23;Tom Berg;Atlas;1,5;Remote;Drucker;ja;K1
        2;26.03.2024;08:00;Tom Berg;Brask;0,25;Vor Ort;Mail;nein;
        Summe;;;;;1,75;;;;
        """
            .getBytes(UTF_8),
        """
        1Inv No|Bill Date|Service Date|Client|Staff|Qty|Net (EUR)|Ticket|Text
        R-1|2024-03-31|2024-03-25|Atlas|Tom Berg|1.5|150.00|T-1|Drucker
        """
            .getBytes(UTF_8),
        """
        2Nr,Subject,Company,Created
        T1,Printer,Atlas,03/25/2024 10:23 AM
        """
            .getBytes(UTF_8),
        """
        3Kundennr;Firma;Klasse;Telefon
        A;Atlas;gold;+49 30 1
        """
            .getBytes(UTF_8));
  }

  @Override
  public void run(byte[] input) {
    if (input.length > 0) {
      ImportKind kind = KINDS.get(input[0] & (KINDS.size() - 1));
      byte[] file = Arrays.copyOfRange(input, 1, input.length);
      try {
        read(kind, file);
      } catch (RedressException e) {
        if (!REFUSALS.contains(e.reason())) {
          throw e;
        }
      }
    }
  }

  private void read(ImportKind kind, byte[] file) {
    ImportService service =
        new ImportService(
            new MemoryPorts().ports(),
            spool,
            ImportLimits.DEFAULT,
            new TimeOrderedIds(InstantSource.system()),
            InstantSource.fixed(MemoryPorts.NOW));
    MappingSuggestion suggestion;
    try (Upload upload =
        service.beginLook(header(kind, FileAnswers.NONE, null), new Actor("fuzzer"))) {
      upload.write(ByteBuffer.wrap(file));
      suggestion = upload.suggest();
    }
    ColumnMapping mapping =
        new ColumnMapping(
            suggestion.columns().stream()
                .filter(MappingSuggestion.Entry::certain)
                .map(entry -> new ColumnMapping.Source(entry.key(), entry.values()))
                .toList(),
            List.of(),
            suggestion.skippedRows(),
            "",
            "windows-1252",
            "08:00");
    try (Upload upload = service.begin(header(kind, ANSWERS, mapping), new Actor("fuzzer"))) {
      upload.write(ByteBuffer.wrap(file));
      FileImport done = upload.finish();
      if (done.rowsRead() != upload.progress().rowsTotal()) {
        throw new AssertionError(
            done.rowsRead() + " rows came of " + upload.progress().rowsTotal());
      }
    }
  }

  private static ImportHeader header(
      ImportKind kind, FileAnswers answers, @Nullable ColumnMapping mapping) {
    return new ImportHeader(
        Provider.DEFAULT, "", kind, Formats.AUTO, "", false, true, answers, mapping);
  }
}
