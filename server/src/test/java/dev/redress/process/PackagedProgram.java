package dev.redress.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a packaged jar is started: as the launcher does it, with little memory and no delay. */
final class PackagedProgram {
  private static final List<String> OPTIONS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx512m",
          "-Xlog:disable");

  /** The home of the user whose servers and commands these are; tokens lie in it. */
  static final Path HOME = home();

  private PackagedProgram() {}

  private static Path home() {
    try {
      return Files.createTempDirectory("redress-home");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A process of this user. */
  static ProcessBuilder process(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("XDG_DATA_HOME", HOME.toString());
    // Says all that it can, for tests of what it must not say.
    builder.environment().put("REDRESS_LOG_LEVEL", "DEBUG");
    return builder;
  }

  /** The path of a jar that the build names in a system property. */
  static Path jar(String property) {
    return Path.of(System.getProperty(property, ""));
  }

  /** Where the classes of a jar are kept as a first process loaded and linked them. */
  static Path cache(Path jar) {
    return jar.resolveSibling("process-tests.aot");
  }

  /** A command whose process makes the cache when it ends. */
  static List<String> first(Path jar, List<String> arguments) {
    return command("-XX:AOTCacheOutput=" + cache(jar), jar, arguments);
  }

  /** A command that starts from the cache. */
  static List<String> next(Path jar, List<String> arguments) {
    return command("-XX:AOTCache=" + cache(jar), jar, arguments);
  }

  private static List<String> command(String cacheOption, Path jar, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(List.of(cacheOption, "-jar", jar.toString()));
    command.addAll(arguments);
    return command;
  }
}
