package dev.redress.cli.session;

/** A word of a command as it is typed into a shell. */
public final class ShellWord {
  private static final String PLAIN = "-_./:%@+=,~";

  private ShellWord() {}

  /** The word itself, or in single quotes where the shell would read it otherwise. */
  public static String of(String word) {
    boolean plain =
        !word.isEmpty()
            && word.chars()
                .allMatch(
                    letter -> Character.isLetterOrDigit(letter) || PLAIN.indexOf(letter) >= 0);
    return plain ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
