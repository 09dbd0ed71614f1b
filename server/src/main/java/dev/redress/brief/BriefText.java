package dev.redress.brief;

/** A brief as a page of plain text, at most {@value #WIDTH} characters wide. */
public final class BriefText {
  private static final int WIDTH = 100;
  private static final String FIRST = "  - ";
  private static final String NEXT = "    ";

  private BriefText() {}

  /** The page; it ends with a line break. */
  public static String of(Brief brief) {
    StringBuilder page = new StringBuilder();
    wrap(page, brief.heading(), "", NEXT);
    for (Section section : brief.sections()) {
      page.append('\n').append(section.topic().title()).append('\n');
      section.sentences().forEach(sentence -> wrap(page, sentence, FIRST, NEXT));
    }
    return page.toString();
  }

  /**
   * The page with at most so many characters, as it is kept.
   *
   * @param lengthMax 100 or more
   */
  public static String of(Brief brief, int lengthMax) {
    String page = of(brief);
    if (page.length() <= lengthMax) {
      return page;
    }
    String mark = "\n[cut: the page was longer than is kept]\n";
    return page.substring(0, page.lastIndexOf('\n', lengthMax - mark.length())) + mark;
  }

  private static void wrap(StringBuilder page, String sentence, String first, String next) {
    StringBuilder line = new StringBuilder(first);
    int indent = first.length();
    for (String word : sentence.split(" +", -1)) {
      if (line.length() > indent && line.length() + 1 + word.length() > WIDTH) {
        page.append(line).append('\n');
        line = new StringBuilder(next);
        indent = next.length();
      }
      if (line.length() > indent) {
        line.append(' ');
      }
      line.append(word);
    }
    page.append(line).append('\n');
  }
}
