package dev.redress.benchmark;

import static dev.redress.benchmark.RawConnection.CONTINUATION;
import static dev.redress.benchmark.RawConnection.DATA;
import static dev.redress.benchmark.RawConnection.END_HEADERS;
import static dev.redress.benchmark.RawConnection.END_STREAM;
import static dev.redress.benchmark.RawConnection.HEADERS;
import static dev.redress.benchmark.RawConnection.RST_STREAM;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPOutputStream;

/** What a hostile client does, again and again, as fast as one thread can. */
enum Attack {
  /** Nothing: what the others are compared with. */
  NONE {
    @Override
    void once(Target target, BooleanSupplier goOn) throws InterruptedException {
      Thread.sleep(100);
    }
  },

  /** Opens 10,000 connections and holds those that it is let have. */
  CONNECTIONS {
    @Override
    void once(Target target, BooleanSupplier goOn) throws IOException, InterruptedException {
      List<RawConnection> held = new ArrayList<>();
      try {
        for (int i = 0; i < 10_000 && goOn.getAsBoolean(); i++) {
          held.add(new RawConnection(target.port()).greet(WINDOW));
        }
        while (goOn.getAsBoolean()) {
          Thread.sleep(100);
        }
      } finally {
        held.forEach(RawConnection::close);
      }
    }
  },

  /** Sends what is no HTTP/2 at all. */
  GARBAGE {
    @Override
    void once(Target target, BooleanSupplier goOn) throws IOException {
      byte[] bytes = new byte[64 * 1024];
      new Random(7).nextBytes(bytes);
      try (RawConnection connection = new RawConnection(target.port())) {
        connection.raw(bytes);
      }
    }
  },

  /** Sends frames with lengths, types and streams that cannot be. */
  BAD_FRAMES {
    @Override
    void once(Target target, BooleanSupplier goOn) throws IOException {
      for (int kind = 0; kind < 16; kind++) {
        try (RawConnection connection = new RawConnection(target.port()).greet(WINDOW)) {
          connection.frame(kind, 0xFF, kind % 3 == 0 ? 0 : 2 * kind, new byte[kind * 1_000]);
          connection.raw(new byte[] {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) kind, 0, 0});
        }
      }
    }
  },

  /** Begins calls and cancels them at once. */
  RAPID_RESET {
    @Override
    void once(Target target, BooleanSupplier goOn) throws IOException {
      byte[] headers = RawConnection.headers(READ, target.token(), "");
      try (RawConnection connection = new RawConnection(target.port()).greet(WINDOW)) {
        for (int stream = 1; goOn.getAsBoolean(); stream += 2) {
          connection.frame(HEADERS, END_HEADERS, stream, headers);
          connection.frame(RST_STREAM, 0, stream, new byte[] {0, 0, 0, 8});
        }
      }
    }
  },

  /** Asks for long lists on many streams, and reads nothing of them. */
  SLOW_READS {
    @Override
    void once(Target target, BooleanSupplier goOn) throws IOException, InterruptedException {
      byte[] headers = RawConnection.headers(READ, target.token(), "");
      List<RawConnection> held = new ArrayList<>();
      try {
        for (int i = 0; i < 50 && goOn.getAsBoolean(); i++) {
          RawConnection connection = new RawConnection(target.port()).greet(0);
          held.add(connection);
          for (int stream = 1; stream < 200; stream += 2) {
            connection.frame(HEADERS, END_HEADERS, stream, headers);
            connection.frame(DATA, END_STREAM, stream, target.list().toByteArray());
          }
        }
        while (goOn.getAsBoolean()) {
          Thread.sleep(100);
        }
      } finally {
        held.forEach(RawConnection::close);
      }
    }
  },

  /** Sends messages of 64 KiB that unpack to 64 MiB. */
  BOMBS {
    @Override
    void once(Target target, BooleanSupplier goOn) throws IOException {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
        gzip.write(new byte[64 * 1024 * 1024]);
      }
      byte[] bomb = RawConnection.message(packed.toByteArray(), true);
      byte[] headers = RawConnection.headers(READ, target.token(), "gzip");
      try (RawConnection connection = new RawConnection(target.port()).greet(WINDOW)) {
        for (int stream = 1; stream < 100 && goOn.getAsBoolean(); stream += 2) {
          connection.frame(HEADERS, END_HEADERS, stream, headers);
          for (int from = 0; from < bomb.length; from += FRAME_BYTES) {
            int to = Math.min(bomb.length, from + FRAME_BYTES);
            connection.frame(
                DATA,
                to == bomb.length ? END_STREAM : 0,
                stream,
                Arrays.copyOfRange(bomb, from, to));
          }
        }
      }
    }
  },

  /** Says that a message has 2 GB and sends some of it. */
  HUGE_MESSAGES {
    @Override
    void once(Target target, BooleanSupplier goOn) throws IOException {
      byte[] headers = RawConnection.headers(READ, target.token(), "");
      try (RawConnection connection = new RawConnection(target.port()).greet(WINDOW)) {
        for (int stream = 1; stream < 200 && goOn.getAsBoolean(); stream += 2) {
          connection.frame(HEADERS, END_HEADERS, stream, headers);
          connection.frame(
              DATA, 0, stream, new byte[] {0, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 1, 2});
        }
      }
    }
  },

  /** Sends headers without end. */
  HEADER_FLOOD {
    @Override
    void once(Target target, BooleanSupplier goOn) throws IOException {
      ByteArrayOutputStream more = new ByteArrayOutputStream();
      for (int i = 0; i < 100; i++) {
        RawConnection.header(more, "x-header-" + i, "x".repeat(100));
      }
      try (RawConnection connection = new RawConnection(target.port()).greet(WINDOW)) {
        connection.frame(HEADERS, 0, 1, RawConnection.headers(READ, target.token(), ""));
        while (goOn.getAsBoolean()) {
          connection.frame(CONTINUATION, 0, 1, more.toByteArray());
        }
      }
    }
  },

  /** Guesses keys and forges tokens. */
  WRONG_KEYS {
    @Override
    void once(Target target, BooleanSupplier goOn) throws IOException {
      String unsigned =
          base64("{\"alg\":\"none\"}")
              + "."
              + base64("{\"iss\":\"https://issuer.example\",\"aud\":\"other\",\"sub\":\"ann\"}")
              + ".";
      List<String> tokens =
          List.of(
              "rdk.default.ann.k1." + "A".repeat(43), "rdl.forged", unsigned, "x".repeat(4_000));
      try (RawConnection connection = new RawConnection(target.port()).greet(WINDOW)) {
        for (int i = 0; i < 10_000 && goOn.getAsBoolean(); i++) {
          int stream = 2 * i + 1;
          connection.frame(
              HEADERS,
              END_HEADERS,
              stream,
              RawConnection.headers(READ, tokens.get(i % tokens.size()), ""));
          connection.frame(DATA, END_STREAM, stream, target.list().toByteArray());
        }
      }
    }
  };

  private static final int WINDOW = 65_535;
  private static final int FRAME_BYTES = 16_384;
  private static final String READ = "CustomerService/ListCustomers";

  /**
   * Whom it is against.
   *
   * @param token of somebody who may call: the worst attackers are let in
   * @param list a request for a long list
   */
  record Target(int port, String token, ByteString list) {}

  /** Does it once, or as long as it is told to go on; cut off when it throws. */
  abstract void once(Target target, BooleanSupplier goOn) throws IOException, InterruptedException;

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
