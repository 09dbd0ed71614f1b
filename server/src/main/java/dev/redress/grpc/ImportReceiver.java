package dev.redress.grpc;

import com.google.protobuf.ByteString;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.ingest.Upload;
import dev.redress.v1.ImportFileRequest;
import dev.redress.v1.ImportHeader;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Receives one file, one message at a time: the next one is asked for when the one before is
 * spooled, so that a fast sender waits instead of filling the memory.
 *
 * @param <A> the answer
 */
final class ImportReceiver<A> implements StreamObserver<ImportFileRequest> {
  private static final int CONTENT_BYTES_MAX = 1024 * 1024;

  private final ServerCallStreamObserver<A> answer;
  private final Function<ImportHeader, Upload> begin;
  private final Finish<A> finish;
  private @Nullable ImportHeader said;
  private @Nullable Upload upload;

  private ImportReceiver(
      ServerCallStreamObserver<A> answer, Function<ImportHeader, Upload> begin, Finish<A> finish) {
    this.answer = answer;
    this.begin = begin;
    this.finish = finish;
  }

  /** What is done with a file that was received whole. */
  @FunctionalInterface
  interface Finish<A> {
    /** Gives the answer. */
    A answer(Upload complete, ImportHeader header);
  }

  /**
   * Begins to receive. However the call ends, its file is deleted.
   *
   * @param begin checks what is said of a file, and makes room for it
   */
  static <A> ImportReceiver<A> start(
      StreamObserver<A> observer, Function<ImportHeader, Upload> begin, Finish<A> finish) {
    ServerCallStreamObserver<A> answer = (ServerCallStreamObserver<A>) observer;
    ImportReceiver<A> receiver = new ImportReceiver<>(answer, begin, finish);
    answer.disableAutoRequest();
    answer.setOnCancelHandler(receiver::close);
    answer.setOnCloseHandler(receiver::close);
    answer.request(1);
    return receiver;
  }

  @Override
  public void onNext(ImportFileRequest part) {
    switch (part.getPartCase()) {
      case HEADER -> begin(part.getHeader());
      case CONTENT -> write(part.getContent());
      case PART_NOT_SET ->
          throw new Field("part").invalid("each message has the header or content");
    }
    answer.request(1);
  }

  @Override
  public void onError(Throwable cancelled) {
    close();
  }

  @Override
  public void onCompleted() {
    Upload complete = begun();
    A finished = finish.answer(complete, Objects.requireNonNull(said));
    // Before the answer, so that nobody who has it is told that the import is still running.
    complete.close();
    Answers.send(answer, finished);
  }

  private void begin(ImportHeader header) {
    if (upload != null) {
      throw new Field("header").invalid("must be in the first message only");
    }
    Upload begun = begin.apply(header);
    said = header;
    upload = begun;
    // The call's own events come one after the other, so that a caller who leaves while the file
    // is stored is heard of only here.
    Context.current().addListener(_ -> begun.abort(), Runnable::run);
  }

  private void write(ByteString content) {
    if (content.size() > CONTENT_BYTES_MAX) {
      throw new RedressException(
          ErrorReason.TOO_LARGE,
          "a message holds at most "
              + CONTENT_BYTES_MAX
              + " bytes of the file, not "
              + content.size());
    }
    begun().write(content.asReadOnlyByteBuffer());
  }

  private Upload begun() {
    if (upload == null) {
      throw new Field("header").invalid("must be the first message");
    }
    return upload;
  }

  private void close() {
    if (upload != null) {
      upload.close();
    }
  }
}
