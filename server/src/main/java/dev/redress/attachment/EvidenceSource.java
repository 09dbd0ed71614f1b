package dev.redress.attachment;

import dev.redress.identity.ContentHash;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Where the document is that evidence consists of. */
public sealed interface EvidenceSource {

  /**
   * A file that is kept here.
   *
   * @param mediaType what its bytes are (RFC 6838), without parameters; nobody looks into them
   * @param sizeBytes 1 to {@value #SIZE_BYTES_MAX}
   * @param sha256 over its bytes, as 64 lower-case hexadecimal digits
   */
  record File(String mediaType, int sizeBytes, String sha256) implements EvidenceSource {

    /** Most bytes of a file. */
    public static final int SIZE_BYTES_MAX = 256 * 1024;

    private static final int MEDIA_TYPE_MAX = 127;
    private static final Pattern MEDIA_TYPE =
        Pattern.compile("[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*");

    public File {
      checkMediaType(mediaType);
      if (sizeBytes < 1 || sizeBytes > SIZE_BYTES_MAX) {
        throw new IllegalArgumentException("a file has 1 to " + SIZE_BYTES_MAX + " bytes");
      }
    }

    /**
     * A media type, as it is.
     *
     * @throws IllegalArgumentException when it cannot be one
     */
    public static String checkMediaType(String mediaType) {
      if (mediaType.length() > MEDIA_TYPE_MAX || !MEDIA_TYPE.matcher(mediaType).matches()) {
        throw new IllegalArgumentException(
            "must be a media type such as application/pdf, of at most "
                + MEDIA_TYPE_MAX
                + " characters");
      }
      return mediaType;
    }

    /** The file of these bytes. */
    static File of(String mediaType, byte[] content) {
      String sha256 = HexFormat.of().formatHex(ContentHash.sha256().digest(content));
      return new File(mediaType, content.length, sha256);
    }
  }

  /**
   * Something that is kept elsewhere. Nobody looks at it, so it is neither kept nor proven.
   *
   * @param place an {@code https} URL of at most {@value #URL_MAX} characters, or an id such as
   *     that of a ticket, of at most {@value #ID_MAX} without white space
   */
  record Reference(String place) implements EvidenceSource {

    /** Most characters of a URL. */
    public static final int URL_MAX = 2_000;

    private static final int ID_MAX = 200;

    public Reference {
      boolean isFit = place.contains("://") ? isSafeUrl(place) : isId(place);
      if (!isFit) {
        throw new IllegalArgumentException(
            "must be an https URL without a password, of at most "
                + URL_MAX
                + " characters, or an id such as that of a ticket, of at most "
                + ID_MAX
                + " without white space");
      }
    }

    private static boolean isId(String place) {
      return !place.isEmpty()
          && place.length() <= ID_MAX
          && place.chars().noneMatch(Character::isWhitespace);
    }

    /** A password in a URL would stand in the journal for good. */
    private static boolean isSafeUrl(String place) {
      try {
        URI url = new URI(place);
        return place.length() <= URL_MAX
            && "https".equalsIgnoreCase(url.getScheme())
            && url.getHost() != null
            && url.getUserInfo() == null;
      } catch (URISyntaxException _) {
        return false;
      }
    }
  }
}
