package dev.redress.persistence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Bytes of any length as texts that fit a column: deflated, in Base64, cut into pieces. */
final class PackedText {

  /** Characters of a piece; a multiple of 4, so that every piece is Base64 by itself. */
  static final int PIECE_LENGTH = 32_000;

  private PackedText() {}

  /** At least one piece, even for no bytes. */
  static List<String> pack(byte[] bytes) {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(deflated)) {
      deflater.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String text = Base64.getEncoder().encodeToString(deflated.toByteArray());
    List<String> pieces = new ArrayList<>();
    for (int from = 0; from < text.length(); from += PIECE_LENGTH) {
      pieces.add(text.substring(from, Math.min(from + PIECE_LENGTH, text.length())));
    }
    return pieces;
  }

  /** The bytes of these pieces, in order. */
  static byte[] unpack(List<String> pieces) {
    byte[] deflated = Base64.getDecoder().decode(String.join("", pieces));
    try (InflaterInputStream inflater =
        new InflaterInputStream(new ByteArrayInputStream(deflated))) {
      return inflater.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
