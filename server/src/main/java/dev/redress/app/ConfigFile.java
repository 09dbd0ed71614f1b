package dev.redress.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

/** A file of options, one {@code option=value} a line, in the format of Java properties. */
final class ConfigFile {
  private ConfigFile() {}

  /**
   * The command line with the options of the file that {@code --config} names put in front, so that
   * an option given on the command line wins. Without {@code --config} it is unchanged.
   *
   * @throws IllegalArgumentException when the file cannot be read
   */
  static String[] expand(String[] arguments) {
    List<String> expanded = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith("--config=")) {
        expanded.addAll(options(Path.of(arguments[i].substring("--config=".length()))));
      } else if (arguments[i].equals("--config") && i + 1 < arguments.length) {
        expanded.addAll(options(Path.of(arguments[i + 1])));
      }
    }
    expanded.addAll(List.of(arguments));
    return expanded.toArray(String[]::new);
  }

  private static List<String> options(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new IllegalArgumentException("--config " + file + " cannot be read", e);
    }
    return new TreeSet<>(properties.stringPropertyNames())
        .stream().map(key -> "--" + key + "=" + properties.getProperty(key)).toList();
  }
}
