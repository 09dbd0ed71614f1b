package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.ContentHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file that comes in: written to the spool, hashed and looked at as it comes. */
final class SpooledFile {
  private final Path path;
  private final FileChannel channel;
  private final long bytesMax;
  private final MessageDigest digest = ContentHash.sha256();
  private final TextScan text;
  private long bytes;
  private @Nullable CsvScan rows;
  private @Nullable String sha256;

  /**
   * A new file of at most so many bytes.
   *
   * @param otherwise how a text is encoded that is not UTF-8, if that was said
   * @throws RedressException {@code SERVER_UNAVAILABLE} when the disk takes no more
   */
  SpooledFile(Spool spool, long bytesMax, Optional<Charset> otherwise) {
    this.bytesMax = bytesMax;
    this.text = new TextScan(otherwise);
    try {
      this.path = spool.newFile();
      this.channel = FileChannel.open(path, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw noSpace(e);
    }
  }

  /**
   * Takes the next bytes.
   *
   * @throws RedressException {@code TOO_LARGE}, {@code FILE_NOT_TEXT}, {@code SERVER_UNAVAILABLE}
   */
  void write(ByteBuffer part) {
    bytes += part.remaining();
    if (bytes > bytesMax) {
      throw new RedressException(
          ErrorReason.TOO_LARGE,
          "the file has more than " + bytesMax + " bytes: import it in parts");
    }
    digest.update(part.duplicate());
    text.accept(part.duplicate());
    try {
      while (part.hasRemaining()) {
        channel.write(part);
      }
    } catch (IOException e) {
      throw noSpace(e);
    }
  }

  /**
   * The SHA-256 of the whole file in lower-case hexadecimal digits; nothing can be written after.
   */
  String sha256() {
    String known = sha256;
    if (known == null) {
      known = HexFormat.of().formatHex(digest.digest());
      sha256 = known;
    }
    return known;
  }

  /**
   * The whole file, checked to be text or a .zip archive.
   *
   * @throws RedressException {@code FILE_EMPTY}, {@code FILE_NOT_TEXT}
   */
  CsvScan whole() {
    CsvScan known = rows;
    if (known == null) {
      known = text.finish();
      rows = known;
    }
    return known;
  }

  /** Whether it is a .zip archive, as a workbook is, once it is {@link #whole}. */
  boolean isZip() {
    return text.isZip();
  }

  /** How its characters are encoded, once it is {@link #whole}. */
  Charset charset() {
    return text.charset();
  }

  /** Where it lies. */
  Path path() {
    return path;
  }

  /** Deletes it. */
  void delete() {
    try {
      channel.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The disk of the spool folder takes no more. */
  static RedressException noSpace(IOException cause) {
    RedressException refusal =
        new RedressException(
            ErrorReason.SERVER_UNAVAILABLE,
            "the server's disk for incoming files takes no more: free space there and try again");
    refusal.initCause(cause);
    return refusal;
  }
}
