package dev.redress.grpc;

import com.google.protobuf.ProtocolMessageEnum;
import dev.redress.error.RedressException;

/**
 * Conversion of fixed words. They have the same names on the wire as inside, which a test holds;
 * the word for nothing ({@code ..._UNSPECIFIED}) exists only on the wire.
 */
final class Constants {
  private Constants() {}

  /**
   * A word from the wire.
   *
   * @throws RedressException {@code FIELD_INVALID} when it is not said, or not known here
   */
  static <E extends Enum<E>> E fromProto(Field field, ProtocolMessageEnum word, Class<E> type) {
    String name = ((Enum<?>) word).name();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    if (isSaid(word)) {
      throw field.invalid("is none of the values that there are");
    }
    throw field.invalid("must be set");
  }

  /** Whether a word was said at all. */
  static boolean isSaid(ProtocolMessageEnum word) {
    return !((Enum<?>) word).name().endsWith("_UNSPECIFIED");
  }

  /** For the wire. */
  static <P extends Enum<P>> P toProto(Enum<?> word, Class<P> type) {
    return Enum.valueOf(type, word.name());
  }
}
