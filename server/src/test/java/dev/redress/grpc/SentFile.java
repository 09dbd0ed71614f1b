package dev.redress.grpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.ByteString;
import dev.redress.v1.ImportFileRequest;
import dev.redress.v1.ImportHeader;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Stream;

/** Files as callers send them. */
final class SentFile {
  private static final int PIECE_BYTES = 7;

  private SentFile() {}

  /** Sends the parts to a method and waits for its answer. */
  static <A> A send(
      Function<StreamObserver<A>, StreamObserver<ImportFileRequest>> method,
      Stream<ImportFileRequest> parts) {
    CompletableFuture<A> end = new CompletableFuture<>();
    StreamObserver<ImportFileRequest> upload = method.apply(completing(end));
    parts.forEach(upload::onNext);
    upload.onCompleted();
    return end.join();
  }

  /** How the parts are refused. */
  static <A> Refusal refusal(
      Function<StreamObserver<A>, StreamObserver<ImportFileRequest>> method,
      Stream<ImportFileRequest> parts) {
    return Refusal.of(
        () -> {
          try {
            send(method, parts);
          } catch (CompletionException e) {
            throw e.getCause() == null ? e : e.getCause();
          }
        });
  }

  /** Completes when the answer comes. */
  static <A> StreamObserver<A> completing(CompletableFuture<A> end) {
    return new StreamObserver<>() {
      @Override
      public void onNext(A done) {
        end.complete(done);
      }

      @Override
      public void onError(Throwable failure) {
        end.completeExceptionally(failure);
      }

      @Override
      public void onCompleted() {}
    };
  }

  /** The header, and the file in pieces of 7 bytes. */
  static Stream<ImportFileRequest> parts(ImportHeader header, String file) {
    byte[] bytes = file.getBytes(UTF_8);
    List<ImportFileRequest> pieces =
        Stream.iterate(0, at -> at < bytes.length, at -> at + PIECE_BYTES)
            .map(at -> ByteString.copyFrom(bytes, at, Math.min(PIECE_BYTES, bytes.length - at)))
            .map(piece -> ImportFileRequest.newBuilder().setContent(piece).build())
            .toList();
    return Stream.concat(Stream.of(begin(header)), pieces.stream());
  }

  static ImportFileRequest begin(ImportHeader header) {
    return ImportFileRequest.newBuilder().setHeader(header).build();
  }

  static ImportFileRequest content(String text) {
    return ImportFileRequest.newBuilder().setContent(ByteString.copyFromUtf8(text)).build();
  }
}
