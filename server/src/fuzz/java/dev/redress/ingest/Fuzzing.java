package dev.redress.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.redress.identity.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fuzzes every reader for a while, one process after the other, and says in a line each what came
 * of it; exits with 1 when there was a finding. Below {@code target/fuzz}, each has a folder with
 * what it said ({@code log}), its inputs ({@code corpus}, from which the next run goes on) and
 * those that it failed on ({@code crash-}, {@code timeout-} or {@code oom-} with a hash).
 *
 * <p>Arguments: SECONDS [NAME...].
 */
public final class Fuzzing {
  private static final int INPUT_BYTES_MAX = 65_536;
  private static final int WORDS_MAX = 400;
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]{2,30}|[0-9]+([-/.:,][0-9]+)+");

  private static final Pattern EXECUTED = Pattern.compile("stat::number_of_executed_units: (\\d+)");
  private static final Pattern COVERED = Pattern.compile("cov: (\\d+) ft: (\\d+)");
  private static final Pattern PEAK = Pattern.compile("stat::peak_rss_mb: +(\\d+)");

  /** Words that have broken readers of others. */
  private static final List<String> EVIL =
      List.of(
          "<!DOCTYPE a [<!ENTITY b \"bb\">]>",
          "&b;",
          "&#0;",
          "<![CDATA[",
          "\uFEFF",
          "1e99",
          "-0",
          "9223372036854775808",
          "2024-02-30",
          "24:00:00",
          "\"\"",
          "=1+1");

  private Fuzzing() {}

  /** Runs. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int seconds = Integer.parseInt(arguments[0]);
    List<String> names = List.of(arguments).subList(1, arguments.length);
    int findings = 0;
    System.out.printf(
        "%-20s %8s %10s %8s %8s %8s  %s%n",
        "READER", "SECONDS", "INPUTS", "BRANCHES", "FEATURES", "PEAK MB", "RESULT");
    for (Map.Entry<String, FuzzTarget> target : FuzzTargets.all().entrySet()) {
      if (names.isEmpty() || names.contains(target.getKey())) {
        findings += run(target.getKey(), target.getValue(), seconds) ? 0 : 1;
      }
    }
    System.exit(findings == 0 ? 0 : 1);
  }

  private static boolean run(String name, FuzzTarget target, int seconds)
      throws IOException, InterruptedException {
    Path folder = Path.of("target", "fuzz", name).toAbsolutePath();
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    Path seeds = Files.createDirectories(folder.resolve("seeds"));
    Set<String> words = new LinkedHashSet<>(EVIL);
    for (byte[] seed : target.seeds()) {
      String text = new String(seed, ISO_8859_1);
      Files.write(seeds.resolve(ContentHash.of(text)), seed);
      WORD.matcher(text).results().map(found -> found.group()).forEach(words::add);
    }
    Path dictionary = folder.resolve("words");
    Files.write(dictionary, words.stream().limit(WORDS_MAX).map(Fuzzing::entry).toList());
    Path log = folder.resolve("log");
    long begin = System.nanoTime();
    int exit =
        new ProcessBuilder(command(name, seconds, folder, dictionary, List.of(corpus, seeds)))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    String said = Files.readString(log, ISO_8859_1);
    System.out.printf(
        "%-20s %8d %10s %8s %8s %8s  %s%n",
        name,
        (System.nanoTime() - begin) / 1_000_000_000,
        last(EXECUTED, 1, said),
        last(COVERED, 1, said),
        last(COVERED, 2, said),
        last(PEAK, 1, said),
        exit == 0 ? "no finding" : "FINDING, see " + log);
    return exit == 0;
  }

  private static List<String> command(
      String name, int seconds, Path folder, Path dictionary, List<Path> inputs) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-classpath",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + ReaderFuzzer.class.getName(),
                "--target_args=" + name,
                "--instrumentation_includes=dev.redress.**:de.siegmar.**:tools.jackson.core.**",
                "--reproducer_path=" + folder,
                "-max_total_time=" + seconds,
                "-timeout=20",
                "-rss_limit_mb=1536",
                "-max_len=" + INPUT_BYTES_MAX,
                "-print_final_stats=1",
                "-artifact_prefix=" + folder + "/",
                "-dict=" + dictionary));
    inputs.forEach(path -> command.add(path.toString()));
    return command;
  }

  /** A word as a dictionary of libFuzzer has it. */
  private static String entry(String word) {
    StringBuilder entry = new StringBuilder("\"");
    for (byte b : word.getBytes(UTF_8)) {
      entry.append("\\x").append(HexFormat.of().toHexDigits(b));
    }
    return entry.append('"').toString();
  }

  private static String last(Pattern pattern, int group, String text) {
    Matcher matcher = pattern.matcher(text);
    String last = "-";
    while (matcher.find()) {
      last = matcher.group(group);
    }
    return last;
  }
}
