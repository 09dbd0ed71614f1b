package dev.redress.grpc;

import com.google.protobuf.MessageLite;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.error.RedressException.FieldViolation;
import dev.redress.identity.ContentHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A page that a caller asks for (AIP-158): how long it is and after which position it begins.
 *
 * <p>A page token carries the position of the last row seen, and a check over the list it is for
 * (method, parent, filter) and the position. Every server reckons the same check, so a token goes
 * to any of them. The check finds tokens of another list, provider or filter, and damaged ones. It
 * is no secret: somebody who reckons it himself can begin his own list elsewhere, and no more, as
 * the parent of the call and not the token says whose rows are read.
 *
 * @param list what the token is bound to
 * @param size rows wanted, 1 to {@value #SIZE_MAX}
 * @param position of the last row seen, one or more sort keys; empty at the beginning
 */
record Page(String list, int size, List<String> position) {
  private static final int SIZE_DEFAULT = 100;
  private static final int SIZE_MAX = 1_000;

  /** Most bytes of an answer with many parts; clients take 4 MiB unless told otherwise. */
  static final int BYTES_MAX = 3_000_000;

  private static final int CHECK_LENGTH = 24;
  private static final String SEPARATOR = "\u0000";

  /**
   * Reads what a caller says of a page.
   *
   * @param method that lists
   * @param parent whose rows, by name
   * @param filter and whatever else narrows the list
   * @param pageSize 0: 100; above 1,000: 1,000
   * @throws RedressException {@code FIELD_INVALID}, {@code PAGE_TOKEN_INVALID}
   */
  static Page of(String method, String parent, String filter, int pageSize, String pageToken) {
    if (pageSize < 0) {
      throw new Field("page_size").invalid(pageSize + " is negative; 0 means " + SIZE_DEFAULT);
    }
    String list = ContentHash.of(method, parent, filter);
    int size = pageSize == 0 ? SIZE_DEFAULT : Math.min(pageSize, SIZE_MAX);
    return new Page(list, size, pageToken.isEmpty() ? List.of() : read(list, pageToken));
  }

  /** The id of the last row seen, where one sort key is enough; empty at the beginning. */
  String afterId() {
    return position.isEmpty() ? "" : position.getFirst();
  }

  /**
   * A sort key that is a whole number.
   *
   * @throws RedressException {@code PAGE_TOKEN_INVALID} when it is none
   */
  static long number(String key) {
    try {
      return Long.parseLong(key);
    } catch (NumberFormatException e) {
      throw invalidToken();
    }
  }

  /**
   * The sort keys of the last row seen, where there are several.
   *
   * @return empty at the beginning, else {@code count} keys
   * @throws RedressException {@code PAGE_TOKEN_INVALID} when there are others
   */
  List<String> keys(int count) {
    if (!position.isEmpty() && position.size() != count) {
      throw invalidToken();
    }
    return position;
  }

  /** How many rows to ask for: one more than the page, to know whether another page follows. */
  int countMax() {
    return size + 1;
  }

  /**
   * The part of an answer that this page is. It has fewer rows than were asked for where their
   * messages would be too large together for clients with their usual limit; the next page begins
   * after the last one that is in it.
   *
   * @param rows what was found, at most {@link #countMax}
   * @param keys the sort keys of a row, for the token
   */
  <T, M extends MessageLite> Part<M> part(
      List<T> rows, Function<T, M> toProto, Function<T, List<String>> keys) {
    List<M> messages = new ArrayList<>();
    long bytes = 0;
    for (T row : rows.subList(0, Math.min(rows.size(), size))) {
      M message = toProto.apply(row);
      bytes += message.getSerializedSize();
      if (!messages.isEmpty() && bytes > BYTES_MAX) {
        break;
      }
      messages.add(message);
    }
    boolean last = messages.size() == rows.size();
    return new Part<>(messages, last ? "" : write(list, keys.apply(rows.get(messages.size() - 1))));
  }

  /** The same where one key sorts the rows. */
  <T, M extends MessageLite> Part<M> partById(
      List<T> rows, Function<T, M> toProto, Function<T, String> id) {
    return part(rows, toProto, row -> List.of(id.apply(row)));
  }

  private static String write(String list, List<String> position) {
    String keys = String.join(SEPARATOR, position);
    byte[] bytes = (check(list, keys) + keys).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static List<String> read(String list, String token) {
    String content;
    try {
      content = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw invalidToken();
    }
    if (content.length() <= CHECK_LENGTH) {
      throw invalidToken();
    }
    String keys = content.substring(CHECK_LENGTH);
    if (!content.startsWith(check(list, keys))) {
      throw invalidToken();
    }
    return Arrays.asList(keys.split(SEPARATOR, -1));
  }

  private static String check(String list, String keys) {
    return ContentHash.of("page token 1", list, keys).substring(0, CHECK_LENGTH);
  }

  /**
   * A sort key that is a moment.
   *
   * @throws RedressException {@code PAGE_TOKEN_INVALID} when it is none
   */
  static Instant moment(String key) {
    try {
      return Instant.parse(key);
    } catch (DateTimeParseException e) {
      throw invalidToken();
    }
  }

  /** The refusal of a token that this server did not give. */
  static RedressException invalidToken() {
    String sentence =
        "is not one that was given for this list; begin without one, and keep all other fields of"
            + " the call the same from page to page";
    return new RedressException(
        ErrorReason.PAGE_TOKEN_INVALID,
        "page_token " + sentence,
        Map.of(),
        List.of(new FieldViolation("page_token", sentence)));
  }

  /**
   * The rows of a page, as they are sent.
   *
   * @param nextPageToken empty on the last page
   */
  record Part<M>(List<M> messages, String nextPageToken) {}
}
