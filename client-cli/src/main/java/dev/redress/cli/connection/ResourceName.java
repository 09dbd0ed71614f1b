package dev.redress.cli.connection;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Resource names (AIP-122), whose parts are ids in percent encoding. */
public final class ResourceName {
  private ResourceName() {}

  /** Whether a text is a full name rather than an id. */
  public static boolean isFull(String text) {
    return text.startsWith("providers/");
  }

  /** The name of a thing in a collection: {@code parent/collection/id}. */
  public static String of(String parent, String collection, String id) {
    return parent + "/" + collection + "/" + encode(id);
  }

  /** The id at the end of a name, as its source wrote it; the empty text for no name. */
  public static String lastId(String name) {
    return decode(name.substring(name.lastIndexOf('/') + 1));
  }

  /** The id that follows a collection in a name; the empty text when the name has none. */
  public static String id(String name, String collection) {
    int start = name.indexOf(collection + "/");
    if (start < 0) {
      return "";
    }
    int idStart = start + collection.length() + 1;
    int end = name.indexOf('/', idStart);
    return decode(end < 0 ? name.substring(idStart) : name.substring(idStart, end));
  }

  /** The part of a line's or invoice's name that names the customer. */
  public static String customer(String name) {
    int end = name.indexOf("/invoices/");
    return end < 0 ? name : name.substring(0, end);
  }

  private static String encode(String id) {
    // In a path a space is %20; only form data writes it as a plus sign.
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20").replace("%7E", "~");
  }

  private static String decode(String part) {
    return part.indexOf('%') < 0
        ? part
        : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
