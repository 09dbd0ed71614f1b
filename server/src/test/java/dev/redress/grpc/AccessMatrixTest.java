package dev.redress.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.ResourceDescriptor;
import com.google.api.ResourceProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import dev.redress.access.Permissions;
import dev.redress.access.Permissions.Permission;
import dev.redress.access.Role;
import dev.redress.error.ErrorReason;
import dev.redress.persistence.TestDatabase;
import dev.redress.v1.Principal;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.protobuf.ProtoUtils;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every method by every role, about the own provider, another one, and one that there is not:
 * exactly what the table of permissions allows passes, and what is somebody else's is answered as
 * what does not exist.
 */
class AccessMatrixTest {
  private static final int DEPTH_MAX = 4;

  private static final Map<String, String> PATTERNS = patterns();

  @ParameterizedTest
  @EnumSource
  void everyMethod_passesForExactlyTheRolesOfTheTable(TestDatabase.Kind kind) {
    TestApi api = TestApi.on(kind);
    String own = api.newProvider();
    String other = api.newProvider();
    String customer = api.newCustomer(own, "ATLAS");
    api.newCustomer(own, "OTHER");
    api.newCustomer(other, "ATLAS");
    Map<Role, Channel> callers = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      callers.put(
          role,
          Keys.of(
              api,
              own,
              Principal.Role.valueOf(role.name()),
              role == Role.CUSTOMER ? customer : ""));
    }
    List<String> wrong = new ArrayList<>();
    MethodsTest.methods()
        .forEach(
            method ->
                callers.forEach(
                    (role, channel) -> {
                      Said mine = call(channel, method, own, "ATLAS");
                      Said theirs = call(channel, method, other, "ATLAS");
                      Said nobodys = call(channel, method, "providers/nobody", "ATLAS");
                      Said neighbours = call(channel, method, own, "OTHER");
                      judge(method, role, mine, theirs, nobodys, neighbours, other, wrong);
                    }));

    assertThat(wrong).isEmpty();
  }

  private static void judge(
      MethodDescriptor method,
      Role role,
      Said mine,
      Said theirs,
      Said nobodys,
      Said neighbours,
      String other,
      List<String> wrong) {
    Permission permission = Permissions.of(method.getName()).orElseThrow();
    String what = method.getName() + " by " + role + ": ";
    boolean allowed = permission.roles().contains(role) && !permission.operatorOnly();
    if (!allowed) {
      for (Said said : List.of(mine, theirs, nobodys, neighbours)) {
        if (!said.is(ErrorReason.ROLE_FORBIDS)) {
          wrong.add(what + "passes, " + said);
        }
      }
      return;
    }
    if (mine.is(ErrorReason.ROLE_FORBIDS)
        || mine.is(ErrorReason.PROVIDER_NOT_FOUND)
        || mine.status().getCode() == Status.Code.UNAUTHENTICATED
        || mine.status().getCode() == Status.Code.INTERNAL) {
      wrong.add(what + "does not pass, " + mine);
    }
    if (!names(method.getInputType(), 0)) {
      return;
    }
    if (!theirs.is(ErrorReason.PROVIDER_NOT_FOUND)) {
      wrong.add(what + "sees another provider, " + theirs);
    }
    String masked = theirs.sentence().replace(other, "providers/nobody");
    if (!masked.equals(nobodys.sentence())) {
      wrong.add(what + "tells another provider from none, " + theirs + " and " + nobodys);
    }
    if (role == Role.CUSTOMER && neighbours.status().isOk() && !isOfDisputes(method)) {
      wrong.add(what + "sees another customer, " + neighbours);
    }
  }

  /** Their names do not say whose they are; AccessGrpcTest looks at what they show. */
  private static boolean isOfDisputes(MethodDescriptor method) {
    return method.getName().equals("ListDisputes");
  }

  @Test
  void everyFieldThatNamesAResource_hasAKnownType() {
    List<String> unknown = new ArrayList<>();
    MethodsTest.methods()
        .forEach(method -> unknownTypes(method.getInputType(), 0, method.getName(), unknown));

    assertThat(unknown).isEmpty();
  }

  private static void unknownTypes(Descriptor type, int depth, String path, List<String> unknown) {
    for (FieldDescriptor field : type.getFields()) {
      String at = path + "." + field.getName();
      if (field.getJavaType() == FieldDescriptor.JavaType.STRING && ProviderWall.isName(field)) {
        if (pattern(type, field).isEmpty()) {
          unknown.add(at);
        }
      } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE && depth < DEPTH_MAX) {
        unknownTypes(field.getMessageType(), depth + 1, at, unknown);
      }
    }
  }

  /** What an answer was. */
  private record Said(Status status, Refusal refusal) {
    boolean is(ErrorReason reason) {
      return refusal.info().getReason().equals(reason.name());
    }

    String sentence() {
      return status.getCode() + " " + status.getDescription();
    }

    @Override
    public String toString() {
      return sentence();
    }
  }

  /** Calls any method with a message that fills in all names. */
  private static Said call(
      Channel channel, MethodDescriptor method, String provider, String customer) {
    DynamicMessage request = filled(method.getInputType(), provider, customer, 0);
    var grpcMethod =
        io.grpc.MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
            .setType(type(method))
            .setFullMethodName(
                io.grpc.MethodDescriptor.generateFullMethodName(
                    method.getService().getFullName(), method.getName()))
            .setRequestMarshaller(
                ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getInputType())))
            .setResponseMarshaller(
                ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getOutputType())))
            .build();
    CompletableFuture<Throwable> end = new CompletableFuture<>();
    ClientCall<DynamicMessage, DynamicMessage> call =
        channel.newCall(grpcMethod, CallOptions.DEFAULT.withDeadlineAfter(20, TimeUnit.SECONDS));
    call.start(
        new ClientCall.Listener<>() {
          @Override
          public void onMessage(DynamicMessage message) {
            // One answer is enough of a stream without an end.
            end.complete(Status.OK.asException());
            call.cancel("seen enough", null);
          }

          @Override
          public void onClose(Status status, Metadata trailers) {
            end.complete(status.asException(trailers));
          }
        },
        new Metadata());
    call.request(2);
    call.sendMessage(request);
    call.halfClose();
    try {
      Throwable ended = end.get(30, TimeUnit.SECONDS);
      return new Said(Status.fromThrowable(ended), Refusal.of(ended));
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(method.getName() + " does not end", e);
    }
  }

  private static io.grpc.MethodDescriptor.MethodType type(MethodDescriptor method) {
    boolean sends = method.toProto().getClientStreaming();
    boolean receives = method.toProto().getServerStreaming();
    if (sends) {
      return io.grpc.MethodDescriptor.MethodType.CLIENT_STREAMING;
    }
    return receives
        ? io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING
        : io.grpc.MethodDescriptor.MethodType.UNARY;
  }

  private static boolean names(Descriptor type, int depth) {
    return type.getFields().stream()
        .anyMatch(
            field ->
                field.getJavaType() == FieldDescriptor.JavaType.STRING
                    ? ProviderWall.isName(field)
                    : field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
                        && depth < DEPTH_MAX
                        && names(field.getMessageType(), depth + 1));
  }

  private static DynamicMessage filled(
      Descriptor type, String provider, String customer, int depth) {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
    for (FieldDescriptor field : type.getFields()) {
      if (field.getJavaType() == FieldDescriptor.JavaType.STRING && ProviderWall.isName(field)) {
        Object name = name(pattern(type, field), provider, customer);
        message.setField(field, field.isRepeated() ? List.of(name) : name);
      } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
          && !field.isMapField()
          && depth < DEPTH_MAX
          && names(field.getMessageType(), depth + 1)) {
        Object inner = filled(field.getMessageType(), provider, customer, depth + 1);
        message.setField(field, field.isRepeated() ? List.of(inner) : inner);
      }
    }
    return message.build();
  }

  private static String name(String pattern, String provider, String customer) {
    return pattern
        .replace("providers/{provider}", provider)
        .replace("{customer}", customer)
        .replaceAll("\\{[a-z_]+}", "x1");
  }

  /** The pattern of the names in a field; empty: not known. */
  private static String pattern(Descriptor type, FieldDescriptor field) {
    String reference = field.getOptions().getExtension(ResourceProto.resourceReference).getType();
    return reference.isEmpty()
        ? type.getOptions().getExtension(ResourceProto.resource).getPatternList().stream()
            .findFirst()
            .orElse("")
        : PATTERNS.getOrDefault(reference, "");
  }

  private static Map<String, String> patterns() {
    Map<String, String> patterns = new HashMap<>();
    MethodsTest.methods()
        .map(method -> method.getFile())
        .distinct()
        .forEach(
            file -> {
              file.getMessageTypes().forEach(type -> add(type, patterns));
              file.getDependencies()
                  .forEach(used -> used.getMessageTypes().forEach(type -> add(type, patterns)));
            });
    return patterns;
  }

  private static void add(Descriptor type, Map<String, String> patterns) {
    ResourceDescriptor resource = type.getOptions().getExtension(ResourceProto.resource);
    if (resource.getPatternCount() > 0) {
      patterns.put(resource.getType(), resource.getPattern(0));
    }
    type.getNestedTypes().forEach(nested -> add(nested, patterns));
  }
}
