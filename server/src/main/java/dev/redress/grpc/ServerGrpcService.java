package dev.redress.grpc;

import dev.redress.v1.CacheStatus;
import dev.redress.v1.GetServerStatusRequest;
import dev.redress.v1.ServerServiceGrpc;
import dev.redress.v1.ServerStatus;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.function.Supplier;

/** {@code redress.v1.ServerService}. */
public final class ServerGrpcService extends ServerServiceGrpc.ServerServiceImplBase {
  private final Supplier<ServerFacts> facts;

  /**
   * About this server.
   *
   * @param facts as they are now
   */
  public ServerGrpcService(Supplier<ServerFacts> facts) {
    this.facts = facts;
  }

  /** Answers also when the database does not, which is when it is asked most. */
  @Override
  public void getServerStatus(
      GetServerStatusRequest request, StreamObserver<ServerStatus> observer) {
    ServerFacts now = facts.get();
    ServerStatus.Builder status =
        ServerStatus.newBuilder()
            .setVersion(now.version())
            .setDatabase(now.database())
            .setSchemaVersion(now.schemaVersion())
            .setServing(now.serving());
    for (CacheFacts cache : now.caches()) {
      status.addCaches(
          CacheStatus.newBuilder()
              .setCache(cache.name())
              .setEntries(cache.entries())
              .setHits(cache.hits())
              .setMisses(cache.misses()));
    }
    Answers.send(observer, status.build());
  }

  /**
   * What a server is.
   *
   * @param version of Redress
   * @param database product and version
   * @param schemaVersion the number of the last migration
   * @param serving whether the database answers
   */
  public record ServerFacts(
      String version,
      String database,
      String schemaVersion,
      boolean serving,
      List<CacheFacts> caches) {}

  /**
   * How a cache fares since the server started.
   *
   * @param name of what it holds
   */
  public record CacheFacts(String name, long entries, long hits, long misses) {}
}
