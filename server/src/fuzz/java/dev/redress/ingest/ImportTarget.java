package dev.redress.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.redress.customer.Customer;
import dev.redress.customer.Provider;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.TimeOrderedIds;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Imports the bytes as a file, with the limits of a server, into memory. The first byte of an input
 * says what the caller says of the file, the rest is the file. No outcome is right but a refusal
 * that the API documents or an import whose rows are all accounted for and stay the same when they
 * come again.
 */
final class ImportTarget implements FuzzTarget {
  /** Why a file may be refused whole. */
  private static final Set<ErrorReason> REFUSALS =
      EnumSet.of(
          ErrorReason.FILE_EMPTY,
          ErrorReason.FILE_NOT_TEXT,
          ErrorReason.FILE_HEADER_INVALID,
          ErrorReason.FILE_ENDS_IN_QUOTES,
          ErrorReason.FILE_FORMAT_UNKNOWN,
          ErrorReason.FILE_NEEDS_ANSWER,
          ErrorReason.TOO_LARGE);

  private static final int ANSWERS = 1;
  private static final int MONTH_FIRST = 2;
  private static final int COMMA = 4;
  private static final int PERIOD_END = 8;
  private static final int MINUTES = 16;
  private static final int AUTO = 32;
  private static final int STORE = 64;
  private static final int IN_PARTS = 128;

  private final ImportKind kind;
  private final String format;
  private final List<byte[]> files;
  private final Spool spool;
  private final MemoryPorts known = new MemoryPorts();

  private ImportTarget(ImportKind kind, String format, List<byte[]> files) {
    this.kind = kind;
    this.format = format;
    this.files = files;
    try {
      this.spool = new Spool(Files.createTempDirectory("fuzz"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of files beside the tests, or of the class path where they begin with a slash. */
  static ImportTarget ofSamples(ImportKind kind, String format, List<String> names) {
    List<byte[]> files = new ArrayList<>();
    for (String name : names) {
      try (InputStream bytes =
          Objects.requireNonNull(ImportTarget.class.getResourceAsStream(name), name)) {
        files.add(bytes.readAllBytes());
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
    return new ImportTarget(kind, format, files);
  }

  /** Of one text. */
  static ImportTarget ofText(ImportKind kind, String format, byte[] text) {
    return new ImportTarget(kind, format, List.of(text));
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    for (byte[] file : files) {
      seeds.add(input(ANSWERS, file));
      seeds.add(input(ANSWERS | MONTH_FIRST | STORE, file));
      seeds.add(input(AUTO | IN_PARTS, file));
    }
    return seeds;
  }

  private static byte[] input(int said, byte[] file) {
    return ByteBuffer.allocate(file.length + 1).put((byte) said).put(file).array();
  }

  @Override
  public void run(byte[] input) {
    if (input.length > 0) {
      read(Byte.toUnsignedInt(input[0]), Arrays.copyOfRange(input, 1, input.length));
    }
  }

  /** Imports a file of which this is said. */
  void read(int said, byte[] file) {
    MemoryPorts memory = new MemoryPorts();
    memory.customers.insertAll(customers());
    ImportService service = service(memory);
    boolean isStored = (said & STORE) != 0;
    try {
      FileImport first = imported(service, said, file, !isStored);
      if (isStored) {
        requireSame(first, imported(service, said, file, false));
      }
    } catch (RedressException e) {
      if (!REFUSALS.contains(e.reason())) {
        throw e;
      }
    }
  }

  private ImportService service(MemoryPorts memory) {
    return new ImportService(
        memory.ports(),
        spool,
        ImportLimits.DEFAULT,
        new TimeOrderedIds(InstantSource.system()),
        InstantSource.fixed(MemoryPorts.NOW));
  }

  /** The customers of the samples; those of files are found among them and nowhere else. */
  private List<Customer> customers() {
    if (known.customers.size() == 0) {
      byte[] rows = "customer_id,name\nAtlas,Atlas\nBrask,Brask\n".getBytes(UTF_8);
      new ImportTarget(ImportKind.CUSTOMERS, "redress", List.of())
          .imported(service(known), 0, rows, false);
    }
    return known.customers.where(_ -> true);
  }

  private FileImport imported(ImportService service, int said, byte[] file, boolean validateOnly) {
    ImportHeader header =
        new ImportHeader(
            Provider.DEFAULT,
            "",
            kind,
            (said & AUTO) == 0 ? format : Formats.AUTO,
            "",
            false,
            validateOnly,
            answers(said),
            null);
    try (Upload upload = service.begin(header, new Actor("fuzzer"))) {
      int cut = (said & IN_PARTS) == 0 ? 0 : file.length / 2;
      upload.write(ByteBuffer.wrap(file, 0, cut));
      upload.write(ByteBuffer.wrap(file, cut, file.length - cut));
      FileImport done = upload.finish();
      long rows = upload.progress().rowsTotal();
      if (done.rowsRead() != rows) {
        throw new AssertionError(done.rowsRead() + " rows came of " + rows);
      }
      if (done.rowsRejected() > 0 == done.firstProblems().isEmpty()) {
        throw new AssertionError(done.rowsRejected() + " rows are rejected for no reason");
      }
      return done;
    }
  }

  /** The same file again changes nothing. */
  private static void requireSame(FileImport first, FileImport again) {
    if (again.rowsCreated() > 0
        || again.rowsUpdated() > 0
        || again.rowsRejected() != first.rowsRejected()
        || !again.firstProblems().equals(first.firstProblems())) {
      throw new AssertionError("first " + first + ", then " + again);
    }
  }

  private static FileAnswers answers(int said) {
    return (said & ANSWERS) == 0
        ? FileAnswers.NONE
        : new FileAnswers(
            "Atlas",
            (said & MONTH_FIRST) == 0 ? DateOrder.DMY : DateOrder.MDY,
            ZoneId.of("America/Chicago"),
            (said & COMMA) == 0 ? DecimalMark.POINT : DecimalMark.COMMA,
            Currency.getInstance("USD"),
            (said & PERIOD_END) == 0 ? WorkDay.INVOICE_DATE : WorkDay.PERIOD_END,
            (said & MINUTES) == 0 ? TimeUnit.HOURS : TimeUnit.MINUTES,
            "4711",
            LocalDate.of(2026, 9, 30));
  }
}
