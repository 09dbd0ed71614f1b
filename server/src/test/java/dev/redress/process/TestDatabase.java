package dev.redress.process;

import dev.redress.persistence.ServerRole;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a server process keeps its data: a Derby folder, or a PostgreSQL server started for it. */
final class TestDatabase implements AutoCloseable {
  private final Path data;
  private final @Nullable EmbeddedPostgres postgres;

  /** Of the database in that server; empty on Derby. */
  private final String url;

  private TestDatabase(Path data, @Nullable EmbeddedPostgres postgres) {
    this.data = data;
    this.postgres = postgres;
    this.url = postgres == null ? "" : ServerRole.newDatabase(postgres, "served");
  }

  /** The two databases that every promise is tested on. */
  enum Kind {
    DERBY,
    POSTGRESQL
  }

  static TestDatabase open(Kind kind, Path data) {
    return switch (kind) {
      case DERBY -> new TestDatabase(data, null);
      case POSTGRESQL -> {
        try {
          yield new TestDatabase(data, EmbeddedPostgres.start());
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  /** A server process on this database. */
  TestServer startServer() {
    return startServer(data);
  }

  /** A server process on this database, one of several that each have a folder of their own. */
  TestServer startServer(Path folder) {
    return postgres == null
        ? TestServer.start(folder)
        : TestServer.start(folder, "--db", url, "--db-user", ServerRole.NAME);
  }

  @Override
  public void close() {
    if (postgres != null) {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
