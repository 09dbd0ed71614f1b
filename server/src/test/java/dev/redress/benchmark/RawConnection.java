package dev.redress.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection of HTTP/2 on which anything can be said, from an address of its own. */
final class RawConnection implements AutoCloseable {
  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int CONTINUATION = 9;

  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;

  /** HPACK: a literal that is not remembered, with a name of its own. */
  private static final int LITERAL = 0;

  private static final byte[] PREFACE =
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int TIMEOUT_MILLIS = 2_000;

  private final Socket socket;
  private final OutputStream out;

  /** Opens one; whatever the server says is never read. */
  RawConnection(int port) throws IOException {
    socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.2"), 0));
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
    out = socket.getOutputStream();
  }

  /** Begins to speak HTTP/2, with a window for answers. */
  RawConnection greet(int window) throws IOException {
    ByteArrayOutputStream settings = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(settings);
    data.writeShort(4);
    data.writeInt(window);
    out.write(PREFACE);
    frame(SETTINGS, 0, 0, settings.toByteArray());
    return this;
  }

  /** Sends bytes that are no frame. */
  void raw(byte[] bytes) throws IOException {
    out.write(bytes);
  }

  /** Sends a frame. */
  void frame(int type, int flags, int stream, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream(9 + payload.length);
    DataOutputStream data = new DataOutputStream(frame);
    data.writeByte(payload.length >> 16);
    data.writeShort(payload.length);
    data.writeByte(type);
    data.writeByte(flags);
    data.writeInt(stream);
    data.write(payload);
    out.write(frame.toByteArray());
  }

  /** The headers of a gRPC call. */
  static byte[] headers(String method, String token, String encoding) {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    header(block, ":method", "POST");
    header(block, ":scheme", "http");
    header(block, ":path", "/redress.v1." + method);
    header(block, ":authority", "localhost");
    header(block, "content-type", "application/grpc");
    header(block, "te", "trailers");
    header(block, "authorization", "Bearer " + token);
    if (!encoding.isEmpty()) {
      header(block, "grpc-encoding", encoding);
    }
    return block.toByteArray();
  }

  /** One more header of at most 126 bytes each in name and value. */
  static void header(ByteArrayOutputStream block, String name, String value) {
    block.write(LITERAL);
    text(block, name);
    text(block, value);
  }

  private static void text(ByteArrayOutputStream block, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    int length = bytes.length;
    if (length < 127) {
      block.write(length);
    } else {
      // HPACK's integers: seven bits, then groups of seven.
      block.write(127);
      for (length -= 127; length >= 128; length >>= 7) {
        block.write(length % 128 + 128);
      }
      block.write(length);
    }
    block.writeBytes(bytes);
  }

  /** A message with its gRPC prefix. */
  static byte[] message(byte[] content, boolean compressed) throws IOException {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(message);
    data.writeBoolean(compressed);
    data.writeInt(content.length);
    data.write(content);
    return message.toByteArray();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException _) {
      // It was cut off.
    }
  }
}
