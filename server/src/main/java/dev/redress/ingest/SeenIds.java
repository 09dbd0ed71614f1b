package dev.redress.ingest;

import dev.redress.identity.ContentHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The ids that one file has said something about, and what: a hash table with open addressing in a
 * mapped file, so that a file of any size is read in constant memory.
 *
 * <p>An id is told by 128 bits of its SHA-256. A slot has 32 bytes: the id's two halves, 64 bits of
 * the content, and the line, which is 0 in a free slot.
 */
final class SeenIds implements AutoCloseable {
  private static final int SLOT_BYTES = 32;
  private static final int SLOTS_MIN = 1024;
  private static final int LOAD_NUMERATOR = 3;
  private static final int LOAD_DENOMINATOR = 4;
  private static final int CONTENT_AT = 16;
  private static final int LINE_AT = 24;

  private final Path file;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment table;
  private final long slots;
  private final MessageDigest digest = ContentHash.sha256();

  /**
   * With room for so many ids.
   *
   * @throws dev.redress.error.RedressException {@code SERVER_UNAVAILABLE} when the disk has none
   */
  SeenIds(Spool spool, long idsMax) {
    this.slots = Math.max(SLOTS_MIN, idsMax * LOAD_DENOMINATOR / LOAD_NUMERATOR + 1);
    try {
      this.file = spool.newFile();
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        // Written and not left sparse: a full disk must show here and not in the mapped memory.
        ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
        for (long left = slots * SLOT_BYTES; left > 0; left -= zeros.position()) {
          zeros.position(0).limit((int) Math.min(left, zeros.capacity()));
          channel.write(zeros);
        }
        this.table = channel.map(FileChannel.MapMode.READ_WRITE, 0, slots * SLOT_BYTES, arena);
      }
    } catch (IOException e) {
      throw SpooledFile.noSpace(e);
    }
  }

  /** What the file has said about an id, if anything. */
  Optional<Seen> find(String id) {
    long slot = slotOf(id);
    long line = get(slot, LINE_AT);
    return line == 0 ? Optional.empty() : Optional.of(new Seen(get(slot, CONTENT_AT), line));
  }

  /** Notes what the file says about an id. */
  void put(String id, long content, long line) {
    long slot = slotOf(id);
    table.set(ValueLayout.JAVA_LONG, slot + CONTENT_AT, content);
    table.set(ValueLayout.JAVA_LONG, slot + LINE_AT, line);
  }

  @Override
  public void close() {
    arena.close();
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the id stands, or the free slot that it can have, with its two halves set. */
  private long slotOf(String id) {
    ByteBuffer hash = ByteBuffer.wrap(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
    long high = hash.getLong();
    long low = hash.getLong();
    long slot = Math.floorMod(high, slots);
    while (true) {
      long at = slot * SLOT_BYTES;
      if (get(at, LINE_AT) == 0) {
        table.set(ValueLayout.JAVA_LONG, at, high);
        table.set(ValueLayout.JAVA_LONG, at + Long.BYTES, low);
        return at;
      }
      if (get(at, 0) == high && get(at, Long.BYTES) == low) {
        return at;
      }
      slot = slot + 1 == slots ? 0 : slot + 1;
    }
  }

  private long get(long slotAt, int offset) {
    return table.get(ValueLayout.JAVA_LONG, slotAt + offset);
  }

  /**
   * What was said about an id.
   *
   * @param content 64 bits that differ when the content does
   * @param line where it was said first
   */
  record Seen(long content, long line) {}
}
