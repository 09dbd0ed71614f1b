package dev.redress.cli.envelope;

import dev.redress.cli.output.Format;
import dev.redress.cli.output.NewFile;
import dev.redress.cli.session.Session;
import dev.redress.v1.Envelope;
import org.jspecify.annotations.Nullable;

/** Where a document goes: to a new file, or to standard output as it is. */
public final class EnvelopeOutput {
  private EnvelopeOutput() {}

  /**
   * Writes a document. With JSON for the format it is written as the answer of the server, with its
   * number and the document in base64.
   *
   * @param file absent: to standard output
   */
  public static void write(Session session, Envelope envelope, @Nullable String file) {
    byte[] xml = envelope.getContent().toByteArray();
    if (file != null) {
      NewFile.write(file, xml, "--xml");
      session.say(
          "Wrote "
              + envelope.getDocumentId()
              + ", "
              + xml.length
              + " bytes, to "
              + file
              + "; nothing was sent.");
    } else if (session.format() == Format.JSON) {
      session.output().json(envelope);
    } else {
      session.terminal().out().writeBytes(xml);
    }
  }
}
