package dev.redress.process;

import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A client that knows nothing of Redress: it learns the API from the server, and speaks JSON with
 * whoever uses it.
 */
final class ReflectionClient {
  private final Channel channel;
  private final Map<String, FileDescriptorProto> sources = new HashMap<>();
  private final Map<String, FileDescriptor> files = new HashMap<>();

  ReflectionClient(Channel channel) {
    this.channel = channel;
  }

  /** Calls a unary method. */
  String call(String service, String method, String json) throws Exception {
    MethodDescriptor found = service(service).findMethodByName(method);
    DynamicMessage answer =
        ClientCalls.blockingUnaryCall(
            channel, method(found), CallOptions.DEFAULT, request(found.getInputType(), json));
    return JsonFormat.printer()
        .usingTypeRegistry(TypeRegistry.newBuilder().add(found.getOutputType()).build())
        .print(answer);
  }

  private static DynamicMessage request(Descriptor type, String json)
      throws InvalidProtocolBufferException {
    DynamicMessage.Builder request = DynamicMessage.newBuilder(type);
    JsonFormat.parser().merge(json, request);
    return request.build();
  }

  private static io.grpc.MethodDescriptor<DynamicMessage, DynamicMessage> method(
      MethodDescriptor method) {
    return io.grpc.MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
        .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
        .setFullMethodName(
            io.grpc.MethodDescriptor.generateFullMethodName(
                method.getService().getFullName(), method.getName()))
        .setRequestMarshaller(
            ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getInputType())))
        .setResponseMarshaller(
            ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getOutputType())))
        .build();
  }

  private ServiceDescriptor service(String name) throws Exception {
    ServerReflectionResponse answer =
        ask(ServerReflectionRequest.newBuilder().setFileContainingSymbol(name).build());
    FileDescriptorProto first = null;
    for (var bytes : answer.getFileDescriptorResponse().getFileDescriptorProtoList()) {
      FileDescriptorProto file = FileDescriptorProto.parseFrom(bytes);
      sources.put(file.getName(), file);
      first = first == null ? file : first;
    }
    if (first == null) {
      throw new IllegalStateException("the server does not describe " + name);
    }
    return file(first.getName()).findServiceByName(name.substring(name.lastIndexOf('.') + 1));
  }

  private FileDescriptor file(String name) throws Exception {
    FileDescriptor known = files.get(name);
    if (known != null) {
      return known;
    }
    FileDescriptorProto source = sources.get(name);
    if (source == null) {
      source =
          FileDescriptorProto.parseFrom(
              ask(ServerReflectionRequest.newBuilder().setFileByFilename(name).build())
                  .getFileDescriptorResponse()
                  .getFileDescriptorProto(0));
    }
    FileDescriptor[] dependencies = new FileDescriptor[source.getDependencyCount()];
    for (int i = 0; i < dependencies.length; i++) {
      dependencies[i] = file(source.getDependency(i));
    }
    try {
      FileDescriptor built = FileDescriptor.buildFrom(source, dependencies);
      files.put(name, built);
      return built;
    } catch (DescriptorValidationException e) {
      throw new IllegalStateException("the server describes " + name + " wrongly", e);
    }
  }

  private ServerReflectionResponse ask(ServerReflectionRequest request) throws Exception {
    CompletableFuture<ServerReflectionResponse> answer = new CompletableFuture<>();
    StreamObserver<ServerReflectionRequest> questions =
        ServerReflectionGrpc.newStub(channel)
            .serverReflectionInfo(
                new StreamObserver<>() {
                  @Override
                  public void onNext(ServerReflectionResponse value) {
                    answer.complete(value);
                  }

                  @Override
                  public void onError(Throwable failure) {
                    answer.completeExceptionally(failure);
                  }

                  @Override
                  public void onCompleted() {
                    answer.completeExceptionally(new IllegalStateException("no answer"));
                  }
                });
    questions.onNext(request);
    ServerReflectionResponse response = answer.get();
    questions.onCompleted();
    return response;
  }
}
