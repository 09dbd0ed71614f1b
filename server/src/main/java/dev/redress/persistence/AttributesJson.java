package dev.redress.persistence;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.reflect.TypeToken;
import java.util.Map;
import java.util.TreeMap;

/** Texts by name, as the JSON object that a column keeps, in the order of the names. */
final class AttributesJson {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final TypeToken<Map<String, String>> TYPE = new TypeToken<>() {};

  private AttributesJson() {}

  static String write(Map<String, String> attributes) {
    return attributes.isEmpty() ? "{}" : GSON.toJson(new TreeMap<>(attributes));
  }

  static Map<String, String> read(String json) {
    return json.equals("{}") ? Map.of() : GSON.fromJson(json, TYPE);
  }
}
