package dev.redress.ingest;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * The objects of a JSON list as rows, in constant memory: the list that the document is, or the
 * only list of objects that the object has which the document is. A value is named by the names on
 * the way to it, such as {@code author.displayName}; what stands in lists below is joined by line
 * breaks. A row is told by which object of the list it is. Values nest at most {@value #DEPTH_MAX}
 * deep, names have at most {@value #NAME_MAX} characters, texts {@value #TEXT_MAX}.
 */
final class JsonRows implements FileRows {
  /** How such files are told and opened. */
  static final FileSyntax SYNTAX =
      new FileSyntax() {
        @Override
        public boolean begins(String text) {
          return BEGIN.matcher(text).lookingAt();
        }

        @Override
        public Table table(Path file, Charset charset) {
          return JsonRows.table(file);
        }
      };

  private static final Pattern BEGIN = Pattern.compile("\\s*(?:\\[\\s*[{\\]]|\\{\\s*[\"}])");
  private static final int DEPTH_MAX = 64;
  private static final int NAME_MAX = 1_000;
  private static final int TEXT_MAX = 4_194_304;
  private static final int NUMBER_MAX = 100;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxNameLength(NAME_MAX)
                  .maxStringLength(TEXT_MAX)
                  .maxNumberLength(NUMBER_MAX)
                  .build())
          .build();

  private final JsonParser json;
  private final List<String> columns;
  private final boolean inObject;
  private boolean atEntry;
  private long number;
  private int replaced;

  private JsonRows(JsonParser json, List<String> columns) {
    this.json = json;
    this.columns = columns;
    this.inObject = toList();
  }

  private static Table table(Path file) {
    Set<String> columns = new LinkedHashSet<>();
    long count = 0;
    try (JsonRows rows = open(file, List.of())) {
      while (rows.hasNext()) {
        columns.addAll(rows.read().keySet());
        count++;
        if (columns.size() > FileRow.FIELDS_MAX) {
          throw new RedressException(
              ErrorReason.FILE_HEADER_INVALID,
              "the entries of the file have more than "
                  + FileRow.FIELDS_MAX
                  + " different values: leave some out");
        }
      }
    }
    if (count == 0) {
      throw new RedressException(
          ErrorReason.FILE_EMPTY, "the file has no list of entries: export it again");
    }
    if (columns.isEmpty()) {
      throw new RedressException(
          ErrorReason.FILE_EMPTY, "the entries of the file have no values: export it again");
    }
    List<String> header = List.copyOf(columns);
    return new Table(header, count, () -> open(file, header));
  }

  private static JsonRows open(Path file, List<String> columns) {
    try {
      JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), Files.newInputStream(file));
      try {
        return new JsonRows(json, columns);
      } catch (RuntimeException e) {
        json.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean hasNext() {
    return atEntry;
  }

  @Override
  public FileRow next() {
    if (!atEntry) {
      throw new NoSuchElementException();
    }
    long place = number;
    Map<String, String> values = read();
    List<String> fields = columns.stream().map(column -> values.getOrDefault(column, "")).toList();
    long characters = fields.stream().mapToLong(String::length).sum();
    FileRow row = new FileRow(place, fields, fields.size(), characters, replaced);
    replaced = 0;
    return row;
  }

  @Override
  public void close() {
    json.close();
  }

  /** Goes to the first entry; whether the list of entries is a value of an object. */
  private boolean toList() {
    JsonToken first = token();
    if (first == JsonToken.START_ARRAY) {
      toEntry(token());
      return false;
    }
    toNextList();
    return true;
  }

  /** Goes on in the object of the document to its next list that begins with an object. */
  private void toNextList() {
    for (JsonToken token = token(); token == JsonToken.PROPERTY_NAME; token = token()) {
      if (token() == JsonToken.START_ARRAY) {
        JsonToken element = token();
        if (element == JsonToken.START_OBJECT) {
          toEntry(element);
          return;
        }
        while (element != null && element != JsonToken.END_ARRAY) {
          skip();
          element = token();
        }
      } else {
        skip();
      }
    }
    requireEnd();
  }

  /** Takes a token of the list: an entry, or its end. */
  private void toEntry(@Nullable JsonToken token) {
    atEntry = token == JsonToken.START_OBJECT;
    if (atEntry) {
      number++;
    } else if (token != JsonToken.END_ARRAY) {
      throw unknown("the list of the file has something that is no entry in braces");
    } else if (!inObject) {
      requireEnd();
    } else {
      toNextList();
      if (atEntry) {
        throw unknown("the file has more than one list of entries: keep the one to import");
      }
    }
  }

  private void requireEnd() {
    if (token() != null) {
      throw unknown("the file goes on behind its list: export it again");
    }
  }

  /** The values of the entry that begins; goes to the next one. */
  private Map<String, String> read() {
    Map<String, String> values = new LinkedHashMap<>();
    readObject("", values);
    toEntry(token());
    return values;
  }

  private void readObject(String path, Map<String, String> values) {
    for (JsonToken token = token(); token == JsonToken.PROPERTY_NAME; token = token()) {
      String name = String.valueOf(json.currentName());
      readValue(path.isEmpty() ? name : path + '.' + name, token(), values);
    }
  }

  /** Reads a value; how deep it may go the parser sees to. */
  private void readValue(String path, @Nullable JsonToken token, Map<String, String> values) {
    if (token == JsonToken.START_OBJECT) {
      readObject(path, values);
    } else if (token == JsonToken.START_ARRAY) {
      for (JsonToken next = token(); next != JsonToken.END_ARRAY; next = token()) {
        readValue(path, next, values);
      }
    } else if (token != null) {
      put(values, path, token);
    }
  }

  private void put(Map<String, String> values, String name, JsonToken token) {
    String value =
        switch (token) {
          case VALUE_NULL -> "";
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(string());
          default -> text(string());
        };
    if (values.size() <= FileRow.FIELDS_MAX || values.containsKey(name)) {
      values.merge(
          name,
          value,
          (before, next) ->
              before.isEmpty()
                  ? next
                  : ImportProblems.head(before + '\n' + next, CsvRows.KEPT_MAX));
    }
  }

  private static String number(String text) {
    return TypedNumbers.isOne(text) ? TypedNumbers.plain(text) : text;
  }

  private String text(String text) {
    char[] kept = ImportProblems.head(text, CsvRows.KEPT_MAX).toCharArray();
    replaced += ControlCharacters.replace(kept, 0, kept.length);
    return new String(kept);
  }

  private @Nullable JsonToken token() {
    try {
      return json.nextToken();
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  private String string() {
    try {
      return json.getString();
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  private void skip() {
    try {
      json.skipChildren();
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  private static RedressException malformed(JacksonException cause) {
    RedressException refusal =
        cause instanceof StreamConstraintsException
            ? new RedressException(
                ErrorReason.TOO_LARGE,
                "the file nests values deeper than "
                    + DEPTH_MAX
                    + ", or has a name, a number or a text that is too long: shorten it")
            : unknown("the file is not well-formed JSON" + place(cause) + ": export it again");
    refusal.initCause(cause);
    return refusal;
  }

  private static String place(JacksonException cause) {
    return cause.getLocation() == null ? "" : " in line " + cause.getLocation().getLineNr();
  }

  private static RedressException unknown(String message) {
    return new RedressException(ErrorReason.FILE_FORMAT_UNKNOWN, message);
  }
}
