package dev.redress.cli.importing;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.output.Progress;
import dev.redress.cli.session.Session;
import dev.redress.v1.GetImportRequest;
import dev.redress.v1.Import;
import dev.redress.v1.ImportFileRequest;
import dev.redress.v1.ImportHeader;
import dev.redress.v1.ImportServiceGrpc;
import dev.redress.v1.MappingSuggestion;
import dev.redress.v1.SuggestMappingRequest;
import dev.redress.v1.SuggestMappingResponse;
import io.grpc.MethodDescriptor;
import io.grpc.StatusException;
import io.grpc.stub.BlockingClientCall;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Sends files to the server, in constant memory however large they are. */
public final class Uploader {
  private static final int CHUNK_BYTES = 64 << 10;
  private static final int MIB = 1 << 20;
  private static final long POLL_MILLIS = 250;

  private final Session session;

  /** Sends to the session's server. */
  public Uploader(Session session) {
    this.session = session;
  }

  /**
   * Sends a file and waits until the server has stored it. A file is sent again when the server was
   * lost on the way; it has a {@code request_id}, so that it is stored only once.
   *
   * @param header what is said of the file; its provider, ids and name are filled in here
   */
  public Import upload(FileSource source, ImportHeader header) {
    return upload(
        ImportServiceGrpc.getImportFileMethod(), UnaryOperator.identity(), source, header);
  }

  /**
   * The same for what else takes a file.
   *
   * @param method that is called
   * @param message makes a message of it of a part
   */
  <Q, A> A upload(
      MethodDescriptor<Q, A> method,
      Function<ImportFileRequest, Q> message,
      FileSource source,
      ImportHeader header) {
    String importId = UUID.randomUUID().toString();
    ImportHeader complete =
        header.toBuilder()
            .setParent(session.provider())
            .setImportId(importId)
            .setFileName(source.name())
            .setRequestId(Connection.newRequestId())
            .build();
    return source.isRepeatable()
        ? session.connection().retrying(() -> send(method, message, source, complete))
        : send(method, message, source, complete);
  }

  /** Sends a file to be looked at, and returns what mapping is proposed for it. */
  MappingSuggestion suggest(FileSource source, Import.Kind kind) {
    SuggestMappingResponse answer =
        upload(
            ImportServiceGrpc.getSuggestMappingMethod(),
            Uploader::asLook,
            source,
            ImportHeader.newBuilder().setKind(kind).build());
    return answer.getSuggestion();
  }

  private static SuggestMappingRequest asLook(ImportFileRequest part) {
    return part.hasHeader()
        ? SuggestMappingRequest.newBuilder().setHeader(part.getHeader()).build()
        : SuggestMappingRequest.newBuilder().setContent(part.getContent()).build();
  }

  private <Q, A> A send(
      MethodDescriptor<Q, A> method,
      Function<ImportFileRequest, Q> message,
      FileSource source,
      ImportHeader header) {
    Connection connection = session.connection();
    BlockingClientCall<Q, A> call = connection.upload(method);
    RowCounter counter = new RowCounter();
    try (InputStream bytes = source.open()) {
      if (call.write(message.apply(ImportFileRequest.newBuilder().setHeader(header).build()))) {
        sendContent(part -> call.write(message.apply(part)), bytes, source, counter);
      }
      call.halfClose();
      return await(call, header, counter.rows());
    } catch (StatusException e) {
      throw connection.failure(e);
    } catch (IOException e) {
      call.cancel("the file cannot be read", e);
      throw FileSource.unreadable(source.name(), e);
    } catch (InterruptedException e) {
      call.cancel("interrupted", e);
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.CONFLICT, "the import was interrupted", e);
    }
  }

  /** Writes chunk by chunk; a write waits until the server has room for it. */
  private void sendContent(Writer writer, InputStream bytes, FileSource source, RowCounter counter)
      throws IOException, InterruptedException, StatusException {
    try (Progress progress =
        Progress.start(session.terminal(), "Sending", source.sizeBytes(), " MiB", MIB)) {
      long sent = 0;
      byte[] chunk = new byte[CHUNK_BYTES];
      int length = bytes.readNBytes(chunk, 0, CHUNK_BYTES);
      boolean open = true;
      while (length > 0 && open) {
        counter.add(chunk, length);
        open = writer.write(content(chunk, length));
        sent += length;
        progress.reached(sent);
        chunk = new byte[CHUNK_BYTES];
        length = bytes.readNBytes(chunk, 0, CHUNK_BYTES);
      }
    }
  }

  /** Sends a part. */
  @FunctionalInterface
  private interface Writer {
    /** Whether the server takes more. */
    boolean write(ImportFileRequest part) throws InterruptedException, StatusException;
  }

  private static ImportFileRequest content(byte[] chunk, int length) {
    // The chunk is not written to again, so its bytes need not be copied.
    ByteString bytes = UnsafeByteOperations.unsafeWrap(chunk, 0, length);
    return ImportFileRequest.newBuilder().setContent(bytes).build();
  }

  private <A> A await(BlockingClientCall<?, A> call, ImportHeader header, long rowsTotal)
      throws InterruptedException, StatusException {
    try (Progress progress = Progress.start(session.terminal(), "Storing", rowsTotal, " rows", 1)) {
      while (true) {
        try {
          return done(call.read(POLL_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException _) {
          progress.reached(rowsRead(header));
        }
      }
    }
  }

  private static <A> A done(@Nullable A answer) {
    if (answer == null) {
      throw new CommandFailure(
          ExitCode.BUG, "the server ended the import without an answer; its log says why");
    }
    return answer;
  }

  /** How far the server is; 0 when it does not say, which is no reason to stop. */
  private long rowsRead(ImportHeader header) {
    try {
      String name = ResourceName.of(header.getParent(), "imports", header.getImportId());
      return session
          .connection()
          .read(
              ImportServiceGrpc.getGetImportMethod(),
              GetImportRequest.newBuilder().setName(name).build())
          .getRowsRead();
    } catch (CommandFailure _) {
      return 0;
    }
  }
}
