package dev.redress.cli.importing;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A part of a YAML file and where it begins. */
sealed interface YamlNode {

  /** The line, from 1. */
  int line();

  /** One value, always a text. */
  record Text(int line, String value) implements YamlNode {}

  /** A list. */
  record Items(int line, List<YamlNode> values) implements YamlNode {}

  /** Values by their keys, in the order of the file; {@code keyLines} tells where each stands. */
  record Fields(int line, Map<String, YamlNode> values, Map<String, Integer> keyLines)
      implements YamlNode {

    /** The value of a key that is there. */
    YamlNode value(String key) {
      return Objects.requireNonNull(values.get(key), key);
    }
  }
}
