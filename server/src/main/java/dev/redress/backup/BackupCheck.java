package dev.redress.backup;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether a folder is a backup as it was made, to the byte. */
public final class BackupCheck {
  private BackupCheck() {}

  /**
   * Reads every file of a backup.
   *
   * @return what it holds
   * @throws DamagedBackupException when the folder is none, lacks a file, has one too many, or has
   *     one with another content
   * @throws IOException when the disk cannot be read
   */
  public static Manifest verify(Path backup) throws DamagedBackupException, IOException {
    Manifest manifest = manifest(backup);
    Map<String, FileSum> missing = new HashMap<>();
    manifest.files().forEach(file -> missing.put(file.path(), file));
    for (Path file : BackupFiles.all(backup)) {
      String path = BackupFiles.path(backup, file);
      FileSum expected = missing.remove(path);
      if (expected == null) {
        throw new DamagedBackupException(
            "the backup " + backup + " is damaged: its manifest does not list the file " + path);
      }
      if (Files.size(file) != expected.bytes()
          || !BackupFiles.sha256(file).equals(expected.sha256())) {
        throw new DamagedBackupException(
            "the backup "
                + backup
                + " is damaged: the file "
                + path
                + " is not as it was written; use another backup");
      }
    }
    if (!missing.isEmpty()) {
      throw new DamagedBackupException(
          "the backup "
              + backup
              + " is damaged: "
              + lacking(missing.keySet().stream().sorted().toList())
              + "; use another backup");
    }
    return manifest;
  }

  /**
   * What a backup holds, by its manifest alone.
   *
   * @throws DamagedBackupException when it has none, or not as it was written
   * @throws IOException when the disk cannot be read
   */
  public static Manifest manifest(Path backup) throws DamagedBackupException, IOException {
    Path file = backup.resolve(Manifest.NAME);
    if (!Files.isDirectory(backup)) {
      throw new DamagedBackupException("there is no backup " + backup);
    }
    if (!Files.isRegularFile(file)) {
      throw new DamagedBackupException(
          "the folder " + backup + " is no whole backup: it has no " + Manifest.NAME);
    }
    if (Files.size(file) > Manifest.BYTES_MAX) {
      throw new DamagedBackupException(
          "the backup " + backup + " is damaged: its " + Manifest.NAME + " is too long");
    }
    try {
      return Manifest.parse(Files.readString(file));
    } catch (IllegalArgumentException | CharacterCodingException e) {
      String what =
          e instanceof IllegalArgumentException ? String.valueOf(e.getMessage()) : "is no text";
      throw new DamagedBackupException(
          "the backup "
              + backup
              + " is damaged: its "
              + Manifest.NAME
              + " "
              + what
              + "; use another backup",
          e);
    }
  }

  private static String lacking(List<String> paths) {
    return paths.size() == 1
        ? "the file " + paths.getFirst() + " is missing"
        : paths.size() + " files are missing, the first is " + paths.getFirst();
  }
}
