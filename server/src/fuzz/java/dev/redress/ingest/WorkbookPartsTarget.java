package dev.redress.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Packs texts into a workbook and imports it, since bytes that are changed in a packed one mostly
 * spoil the packing. An input has the parts one after the other, each behind a line that begins
 * with {@code ==} and names it.
 */
final class WorkbookPartsTarget implements FuzzTarget {
  private static final String MARK = "\n==";
  private static final int ANSWERED = 1;

  private final ImportTarget imports =
      ImportTarget.ofSamples(
          ImportKind.TIME_ENTRIES, "auto", List.of("zammad-good.xlsx", "kimai-good.xlsx"));

  @Override
  public List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (String name : List.of("zammad-good.xlsx", "zammad-bad.xlsx", "kimai-good.xlsx")) {
      StringBuilder parts = new StringBuilder();
      try (ZipInputStream zip =
          new ZipInputStream(
              Objects.requireNonNull(WorkbookPartsTarget.class.getResourceAsStream(name), name))) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          parts
              .append(MARK)
              .append(entry.getName())
              .append('\n')
              .append(new String(zip.readAllBytes(), UTF_8));
        }
      }
      seeds.add(parts.toString().getBytes(UTF_8));
    }
    return seeds;
  }

  @Override
  public void run(byte[] input) throws IOException {
    imports.read(ANSWERED, packed(new String(input, UTF_8)));
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Set<String> names = new LinkedHashSet<>();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String part : text.split(MARK, -1)) {
        int end = part.indexOf('\n');
        String name = end < 0 ? "" : part.substring(0, Math.min(end, 200));
        if (!name.isEmpty() && names.add(name)) {
          zip.putNextEntry(new ZipEntry(name));
          new ByteArrayInputStream(part.substring(end + 1).getBytes(UTF_8)).transferTo(zip);
        }
      }
    }
    return bytes.toByteArray();
  }
}
