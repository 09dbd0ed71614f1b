package dev.redress.grpc;

import dev.redress.backup.BackupService;
import dev.redress.idempotency.Retries;
import dev.redress.identity.GivenId;
import dev.redress.v1.BackUpRequest;
import dev.redress.v1.Backup;
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
  private final BackupService backups;

  /**
   * About this server.
   *
   * @param facts as they are now
   */
  public ServerGrpcService(Supplier<ServerFacts> facts, BackupService backups) {
    this.facts = facts;
    this.backups = backups;
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
   * Answers when the backup is whole. The backup itself tells whether a call was made before, since
   * no transaction could hold both. Refuses by {@code NAME_INVALID}, {@code REQUEST_ID_INVALID},
   * {@code RESOURCE_EXISTS}, {@code BACKUP_NOT_EMBEDDED}, {@code BACKUP_NOT_CONFIGURED}, {@code
   * BACKUP_RUNNING} or {@code BACKUP_FAILED}.
   */
  @Override
  public void backUp(BackUpRequest request, StreamObserver<Backup> observer) {
    String id =
        new Field("backup_id")
            .name(given -> GivenId.check("backup id", given), request.getBackupId());
    String requestId =
        request.getRequestId().isEmpty() ? "" : Retries.check(request.getRequestId());
    dev.redress.backup.Backup made = backups.backUp(id, requestId, request.getStandalone());
    if (made.madeBefore()) {
      CallContext.markReplayed();
    }
    Answers.send(
        observer,
        Backup.newBuilder()
            .setBackupId(made.id())
            .setFolder(made.folder().toString())
            .setCreateTime(TimeProtos.toProto(made.manifest().time()))
            .setVersion(made.manifest().program())
            .setDatabase(made.manifest().database())
            .setSchemaVersion(made.manifest().schema())
            .setStandalone(!made.manifest().logsKept())
            .setProviderCount(made.manifest().heads().size())
            .setFileCount(made.manifest().fileCount())
            .setSizeBytes(made.manifest().bytes())
            .build());
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
