package dev.redress.backup;

import java.io.IOException;
import java.nio.file.Path;

/** Copies the database while it is used. */
public interface DatabaseCopy {
  /** The folder in which a copy stands within the folder that it is written to. */
  String FOLDER = "derby";

  /** The bytes that the database takes now, its logs included: a copy takes no more. */
  long bytes() throws IOException;

  /**
   * Writes a copy of all that is committed when it begins, and of some that is committed meanwhile.
   * Others can read and write while it lasts.
   *
   * @param folder exists and is empty
   * @param keepLogs whether the logs of all changes from now on are kept, so that the copy can be
   *     rolled forward by them; those that only earlier copies need are deleted
   * @throws IOException when it cannot be written, with the database's own words
   */
  void write(Path folder, boolean keepLogs) throws IOException;

  /**
   * Keeps no logs any more, and deletes those that were kept.
   *
   * @throws IOException when that fails, with the database's own words
   */
  void dropLogs() throws IOException;
}
