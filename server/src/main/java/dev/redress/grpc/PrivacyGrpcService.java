package dev.redress.grpc;

import com.google.gson.JsonObject;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.idempotency.Retries;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvalidNameException;
import dev.redress.privacy.Erasure;
import dev.redress.privacy.PrivacyService;
import dev.redress.v1.CustomerErasure;
import dev.redress.v1.EraseCustomerRequest;
import dev.redress.v1.ExportCustomerRequest;
import dev.redress.v1.ExportCustomerResponse;
import dev.redress.v1.GetCustomerErasureRequest;
import dev.redress.v1.PrivacyServiceGrpc;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** {@code redress.v1.PrivacyService}. */
public final class PrivacyGrpcService extends PrivacyServiceGrpc.PrivacyServiceImplBase {
  private static final String ERASURE = "/erasure";

  /** Of the first record of an export and of the last one, which are of no table. */
  private static final String BEGIN = "export";

  private static final String END = "end";

  private final PrivacyService privacy;
  private final Mutations mutations;
  private final OpenStreams streams;
  private final StreamLimits limits;
  private final InstantSource clock;

  /** Over the use cases. */
  public PrivacyGrpcService(
      PrivacyService privacy,
      Retries retries,
      OpenStreams streams,
      StreamLimits limits,
      InstantSource clock) {
    this.privacy = privacy;
    this.mutations = new Mutations(retries);
    this.streams = streams;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Refuses by {@code NAME_INVALID} or {@code CUSTOMER_NOT_FOUND}; ends by {@code WATCHER_TOO_SLOW}
   * or {@code SERVER_UNAVAILABLE}.
   */
  @Override
  public void exportCustomer(
      ExportCustomerRequest request, StreamObserver<ExportCustomerResponse> observer) {
    CustomerName name = new Field("name").name(CustomerName::parse, request.getName());
    privacy.require(name);
    PacedStream.start(
        (ServerCallStreamObserver<ExportCustomerResponse>) observer,
        streams,
        limits.patience(),
        stream -> export(name, stream));
  }

  private void export(CustomerName name, PacedStream<ExportCustomerResponse> stream) {
    JsonObject begin = new JsonObject();
    begin.addProperty("table", BEGIN);
    begin.addProperty("customer", name.toString());
    begin.addProperty("export_time", clock.instant().toString());
    // Sent before anything is read: with it, in a transaction of its own, goes that it is read.
    stream.send(record(begin.toString()));
    AtomicLong count = new AtomicLong();
    privacy.export(
        name,
        row -> {
          if (!stream.isOpen()) {
            throw new RedressException(
                ErrorReason.WATCHER_TOO_SLOW, "the reader of the export went away");
          }
          stream.send(record(row.json()));
          count.incrementAndGet();
        });
    JsonObject end = new JsonObject();
    end.addProperty("table", END);
    end.addProperty("records", count.get());
    stream.send(record(end.toString()));
  }

  private static ExportCustomerResponse record(String json) {
    return ExportCustomerResponse.newBuilder().setRecord(json).build();
  }

  /**
   * Refuses by {@code NAME_INVALID}, {@code FIELD_INVALID}, {@code CUSTOMER_NOT_FOUND} or {@code
   * CUSTOMER_HAS_OPEN_WORK}.
   */
  @Override
  public void eraseCustomer(
      EraseCustomerRequest request, StreamObserver<CustomerErasure> observer) {
    CustomerName name = new Field("name").name(CustomerName::parse, request.getName());
    String reason = new Field("reason").requiredText(request.getReason(), Erasure.REASON_MAX);
    Actor actor = CallContext.actor();
    Answers.send(
        observer,
        mutations.run(
            name.provider(),
            PrivacyServiceGrpc.getEraseCustomerMethod(),
            request,
            () -> toProto(privacy.erase(name, reason, actor))));
  }

  /** Refuses by {@code NAME_INVALID}, {@code CUSTOMER_NOT_FOUND} or {@code ERASURE_NOT_FOUND}. */
  @Override
  public void getCustomerErasure(
      GetCustomerErasureRequest request, StreamObserver<CustomerErasure> observer) {
    CustomerName name = new Field("name").name(PrivacyGrpcService::erased, request.getName());
    Answers.send(observer, toProto(privacy.get(name)));
  }

  private static CustomerName erased(String name) {
    if (!name.endsWith(ERASURE)) {
      throw new InvalidNameException(
          "must be of the form providers/{provider}/customers/{customer}/erasure");
    }
    return CustomerName.parse(name.substring(0, name.length() - ERASURE.length()));
  }

  private static CustomerErasure toProto(Erasure erasure) {
    return CustomerErasure.newBuilder()
        .setName(erasure.customer() + ERASURE)
        .setCustomer(erasure.customer().toString())
        .setEraseTime(TimeProtos.toProto(erasure.time()))
        .setActor(erasure.actor().name())
        .setReason(erasure.reason())
        .setRowCount(erasure.rows())
        .setEventCount(erasure.events())
        .build();
  }
}
