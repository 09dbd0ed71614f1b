package dev.redress.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextScanTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # first bytes                                        | what the clerk is told
          1F8B0800000000000003                                 | this is a .gz file: unpack it and import the CSV file in it
          255044462D312E370A25E2E3CFD3                         | this is a PDF: export the data as CSV (UTF-8)
          255044462D312E370A                                   | this is a PDF: export the data as CSV (UTF-8)
          D0CF11E0A1B11AE1                                     | this is an .xls workbook: save it as .xlsx or as CSV (UTF-8)
          226964226E616D650A5AFC                               | the file is not UTF-8 text: byte 11 does not belong to a character; save it as CSV in UTF-8
          89504E470D0A1A0A                                     | the file is not UTF-8 text: byte 1 does not belong to a character; save it as CSV in UTF-8
          """)
  void accept_foreignFiles_areCalledByTheirName(String hex, String message) {
    assertRefused(HexFormat.of().parseHex(hex), ErrorReason.FILE_NOT_TEXT, message);
  }

  @Test
  void accept_otherEncodings_areRefusedWithThePlace() {
    String text = "id,name\n1,Zahn\u00E4rzte\n";

    assertRefused(text.getBytes(UTF_16), ErrorReason.FILE_NOT_TEXT, "this is UTF-16 text");
    assertRefused(text.getBytes(UTF_16LE), ErrorReason.FILE_NOT_TEXT, "not UTF-8 text: byte 29");
    assertRefused("id,name\n".repeat(9).getBytes(UTF_16LE), ErrorReason.FILE_NOT_TEXT, "at byte 2");
    assertRefused(text.getBytes(ISO_8859_1), ErrorReason.FILE_NOT_TEXT, "byte 15 does not belong");
    assertRefused(
        new byte[] {'a', '\n', (byte) 0xE2, (byte) 0x82}, ErrorReason.FILE_NOT_TEXT, "byte 3");
  }

  @Test
  void accept_aFewControlCharacters_areText() {
    String text = "id,name\n" + "1,a text with \0 and \u0008\n".repeat(3);

    assertThat(scan(text.getBytes(UTF_8), 7).rows()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n\r\n", "\uFEFF", "\uFEFF\n"})
  void finish_withoutContent_isEmpty(String text) {
    assertRefused(text.getBytes(UTF_8), ErrorReason.FILE_EMPTY, "the file is empty");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 64, 65_536, 1_000_000})
  void accept_partsOfAnySize_areTheSameText(int partBytes) {
    String text = "\uFEFFid,name\n" + "1,\u00E4\u20AC\uD83D\uDE00 zig\n".repeat(20_000);

    assertThat(scan(text.getBytes(UTF_8), partBytes).rows()).isEqualTo(20_001);
  }

  private static void assertRefused(byte[] bytes, ErrorReason reason, String message) {
    for (int partBytes : new int[] {1, 1000}) {
      assertThatThrownBy(() -> scan(bytes, partBytes))
          .isInstanceOfSatisfying(
              RedressException.class, e -> assertThat(e.reason()).isEqualTo(reason))
          .hasMessageContaining(message);
    }
  }

  private static CsvScan scan(byte[] bytes, int partBytes) {
    TextScan scan = new TextScan(Optional.empty());
    for (int i = 0; i < bytes.length; i += partBytes) {
      scan.accept(ByteBuffer.wrap(bytes, i, Math.min(partBytes, bytes.length - i)));
    }
    return scan.finish();
  }
}
