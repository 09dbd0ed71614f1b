package dev.redress.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.redress.attachment.EvidenceSource.File;
import dev.redress.attachment.EvidenceSource.Reference;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceSourceTest {

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # reference                             | taken
          https://dms.example.com/c/17?page=2     | yes
          HTTPS://dms.example.com                 | yes
          INC-1001                                | yes
          JIRA:ABC/17                             | yes
          # whoever reads it would send it in the open
          http://dms.example.com/c/17             | no
          file:///etc/passwd                      | no
          ftp://dms.example.com/c/17              | no
          # a password would stand in the journal for good
          https://mia:secret@dms.example.com/c/17 | no
          https://                                | no
          https:///c/17                           | no
          https://dms example.com/                | no
          the mail of Tuesday                     | no
          ''                                      | no
          """)
  void reference_isAnHttpsUrlOrAnId(String place, String taken) {
    if (taken.equals("yes")) {
      assertThat(new Reference(place).place()).isEqualTo(place);
    } else {
      assertThatThrownBy(() -> new Reference(place)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void reference_hasALimit() {
    String url = "https://dms.example.com/";

    assertThat(new Reference(url + "x".repeat(2_000 - url.length())).place()).hasSize(2_000);
    assertThat(new Reference("x".repeat(200)).place()).hasSize(200);
    assertThatThrownBy(() -> new Reference(url + "x".repeat(2_001 - url.length())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Reference("x".repeat(201)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # media type              | taken
          application/pdf           | yes
          message/rfc822            | yes
          application/vnd.a.b+json  | yes
          Image/PNG                 | yes
          pdf                       | no
          text/                     | no
          /pdf                      | no
          text/plain; charset=UTF-8 | no
          text/plain/x              | no
          """)
  void mediaType_hasTheFormOfRfc6838(String mediaType, String taken) {
    if (taken.equals("yes")) {
      assertThat(File.checkMediaType(mediaType)).isEqualTo(mediaType);
    } else {
      assertThatThrownBy(() -> File.checkMediaType(mediaType))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void file_knowsItsSizeAndHash() {
    File file = File.of("text/plain", "abc".getBytes(StandardCharsets.UTF_8));

    assertThat(file.sizeBytes()).isEqualTo(3);
    // The example of FIPS 180-2.
    assertThat(file.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(File.of("text/plain", new byte[262_144]).sizeBytes()).isEqualTo(262_144);
    assertThatThrownBy(() -> File.of("text/plain", new byte[262_145]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> File.of("text/plain", new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
