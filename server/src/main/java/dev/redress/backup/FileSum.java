package dev.redress.backup;

import java.util.regex.Pattern;

/**
 * One file of a backup.
 *
 * @param path within the backup, with slashes, such as {@code derby/seg0/c10.dat}
 * @param sha256 of its content, 64 lower-case hexadecimal digits
 */
record FileSum(String path, long bytes, String sha256) {
  private static final Pattern PATH = Pattern.compile("derby(/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  FileSum {
    // A path that leads out of the backup could make a restore read whatever it names.
    if (!PATH.matcher(path).matches()) {
      throw new IllegalArgumentException("'" + path + "' is no file of a backup");
    }
    if (bytes < 0 || !SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("the size or the checksum of " + path + " cannot be one");
    }
  }
}
