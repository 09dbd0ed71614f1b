package dev.redress.persistence;

import java.nio.file.Path;

/** Which database to open, and how much of it to use. */
public sealed interface DatabaseSettings {

  /** Connections that a server holds unless told otherwise. */
  int CONNECTIONS_MAX_DEFAULT = 10;

  /** Most connections that are open at the same time, from 1 to 100. */
  int connectionsMax();

  /**
   * Embedded Derby with its files in a folder, which is created when it is missing.
   *
   * @param folder holds nothing else than Redress's data
   * @param cachePages pages that Derby keeps in memory, at least 40; the large tables have pages of
   *     32 KiB
   */
  record DerbyFolder(Path folder, int cachePages, int connectionsMax) implements DatabaseSettings {

    /** At most 128 MiB of heap once the data fills them. */
    public static final int CACHE_PAGES_DEFAULT = 4_000;

    /** Derby's own lower bound. */
    private static final int CACHE_PAGES_MIN = 40;

    public DerbyFolder {
      checkConnections(connectionsMax);
      if (cachePages < CACHE_PAGES_MIN) {
        throw new IllegalArgumentException("Derby needs a cache of 40 pages or more");
      }
    }

    /** With the defaults. */
    public static DerbyFolder of(Path folder) {
      return new DerbyFolder(folder, CACHE_PAGES_DEFAULT, CONNECTIONS_MAX_DEFAULT);
    }
  }

  /**
   * Embedded Derby in memory, for tests: it is gone when it is closed.
   *
   * @param name tells databases of one process apart
   */
  record DerbyMemory(String name, int connectionsMax) implements DatabaseSettings {

    public DerbyMemory {
      checkConnections(connectionsMax);
    }
  }

  /**
   * PostgreSQL 15 or later, which several servers may share.
   *
   * @param url such as {@code jdbc:postgresql://localhost:5432/redress}
   */
  record PostgreSql(String url, String user, String password, int connectionsMax)
      implements DatabaseSettings {

    public PostgreSql {
      checkConnections(connectionsMax);
      if (!url.startsWith("jdbc:postgresql:")) {
        throw new IllegalArgumentException("the database's URL must begin with jdbc:postgresql:");
      }
    }

    /** Without the password, so that no log can show it. */
    @Override
    public String toString() {
      return "PostgreSql[url=" + url + ", user=" + user + "]";
    }
  }

  private static void checkConnections(int connectionsMax) {
    if (connectionsMax < 1 || connectionsMax > 100) {
      throw new IllegalArgumentException("connections must be from 1 to 100");
    }
  }
}
