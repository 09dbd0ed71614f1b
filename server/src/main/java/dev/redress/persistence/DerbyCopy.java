package dev.redress.persistence;

import dev.redress.backup.DatabaseCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Copies an embedded Derby by its own online backup: pages while they are used, then the log of all
 * that happened meanwhile. Only checkpoints wait for it.
 */
final class DerbyCopy implements DatabaseCopy {
  private static final String WRITE = "CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)";

  /** With 1 the logs are deleted that this copy does not need. */
  private static final String WRITE_AND_KEEP_LOGS =
      "CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE_AND_ENABLE_LOG_ARCHIVE_MODE(?, 1)";

  private static final String DROP_LOGS = "CALL SYSCS_UTIL.SYSCS_DISABLE_LOG_ARCHIVE_MODE(1)";

  private final DataSource source;
  private final DataFolder data;

  /**
   * Of an open database.
   *
   * @param folder its data folder
   */
  DerbyCopy(DataSource source, Path folder) {
    this.source = source;
    this.data = new DataFolder(folder);
  }

  @Override
  public long bytes() throws IOException {
    return data.bytes();
  }

  @Override
  public void write(Path folder, boolean keepLogs) throws IOException {
    call(keepLogs ? WRITE_AND_KEEP_LOGS : WRITE, folder.toString());
  }

  @Override
  public void dropLogs() throws IOException {
    call(DROP_LOGS);
  }

  private void call(String procedure, String... arguments) throws IOException {
    try (Connection connection = source.getConnection();
        CallableStatement statement = connection.prepareCall(procedure)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setString(i + 1, arguments[i]);
      }
      statement.execute();
      connection.commit();
    } catch (SQLException e) {
      throw new IOException(DerbyEngine.innermost(e), e);
    }
  }
}
