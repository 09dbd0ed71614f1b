package dev.redress.persistence;

import dev.redress.idempotency.AnswerStore.Answer;
import dev.redress.identity.CustomerName;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes answers that were kept for retries out where they may say something of a customer. They are
 * packed and say by no column whom they are about, so each is looked into: one that names the
 * customer, one of its disputes, or an import, whose problems may be about anybody, is emptied. A
 * retry of such a call is refused and does nothing.
 */
final class ErasedAnswers {
  /** Ids of disputes are of one length; what follows one in a message can look like more of it. */
  private static final Pattern DISPUTES = Pattern.compile("/disputes/([a-z0-9-]+)");

  private final Connection connection;
  private final CustomerName customer;
  private final NavigableSet<String> disputes;

  ErasedAnswers(Connection connection, CustomerName customer, Collection<String> disputes) {
    this.connection = connection;
    this.customer = customer;
    this.disputes = new TreeSet<>(disputes);
  }

  /** Takes them out, and tells how many. */
  long erase() throws SQLException {
    List<String> about = about();
    String empty = PackedText.pack(new byte[0]).getFirst();
    try (PreparedStatement further =
            connection.prepareStatement(
                "DELETE FROM answered_request WHERE provider_id = ? AND request_id = ? AND part > 0");
        PreparedStatement first =
            connection.prepareStatement(
                """
                UPDATE answered_request SET fingerprint = ?, answer = ?
                WHERE provider_id = ? AND request_id = ?
                """)) {
      int pending = 0;
      for (String requestId : about) {
        further.setString(1, customer.provider().provider());
        further.setString(2, requestId);
        further.addBatch();
        first.setString(1, Answer.ERASED);
        first.setString(2, empty);
        first.setString(3, customer.provider().provider());
        first.setString(4, requestId);
        first.addBatch();
        if (++pending % PersonalRows.ROWS_AT_ONCE == 0) {
          int[] _ = further.executeBatch();
          int[] _ = first.executeBatch();
        }
      }
      int[] _ = further.executeBatch();
      int[] _ = first.executeBatch();
    }
    return about.size();
  }

  private List<String> about() throws SQLException {
    List<String> about = new ArrayList<>();
    try (PreparedStatement read =
        connection.prepareStatement(
            """
            SELECT request_id, answer FROM answered_request
            WHERE provider_id = ? AND fingerprint <> ?
            ORDER BY provider_id, request_id, part
            """)) {
      read.setString(1, customer.provider().provider());
      read.setString(2, Answer.ERASED);
      read.setFetchSize(PersonalRows.ROWS_AT_ONCE);
      try (ResultSet row = read.executeQuery()) {
        String requestId = "";
        List<String> pieces = new ArrayList<>();
        while (row.next()) {
          if (!row.getString(1).equals(requestId)) {
            note(requestId, pieces, about);
            requestId = row.getString(1);
            pieces.clear();
          }
          pieces.add(row.getString(2));
        }
        note(requestId, pieces, about);
      }
    }
    return about;
  }

  private void note(String requestId, List<String> pieces, List<String> about) {
    if (!pieces.isEmpty() && isAbout(PackedText.unpack(pieces))) {
      about.add(requestId);
    }
  }

  /** Names are ASCII, whatever else the bytes are. */
  private boolean isAbout(byte[] answer) {
    String text = new String(answer, StandardCharsets.ISO_8859_1);
    if (text.contains(customer.provider() + "/imports/")) {
      return true;
    }
    Matcher named = DISPUTES.matcher(text);
    while (named.find()) {
      @Nullable String found = disputes.floor(named.group(1));
      if (found != null && named.group(1).startsWith(found)) {
        return true;
      }
    }
    return names(text, customer.toString());
  }

  /** Whether a name stands in a message, by itself or as the beginning of one below it. */
  private static boolean names(String text, String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean ends = end == text.length() || !isOfName(text.charAt(end));
      // What follows a text in a message can look like more of it; its length stands before it.
      if (ends || lengthBefore(text, at) == name.length()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfName(char next) {
    return next != '/' && next > ' ' && next < 127 && next != '"';
  }

  /** The length of a text that begins here, as Protocol Buffers write it. */
  private static int lengthBefore(String text, int at) {
    if (at == 0) {
      return -1;
    }
    int low = text.charAt(at - 1);
    boolean isLong = at > 1 && text.charAt(at - 2) >= 128 && low < 128;
    return isLong ? (text.charAt(at - 2) & 127) + (low << 7) : low;
  }
}
