package dev.redress.statement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A language that statements are written in, with its way to write numbers and dates. */
public enum Language {
  ENGLISH("en"),
  GERMAN("de"),
  FRENCH("fr"),
  SPANISH("es");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** The language of a BCP 47 code, with or without a region; the region does not matter. */
  public static Optional<Language> of(String code) {
    String wanted = Locale.forLanguageTag(code).getLanguage();
    return Arrays.stream(values()).filter(each -> each.code.equals(wanted)).findFirst();
  }

  /** All codes, for people to choose from. */
  public static String codes() {
    return Arrays.stream(values()).map(Language::code).collect(Collectors.joining(", "));
  }

  /** Its BCP 47 code. */
  public String code() {
    return code;
  }

  Locale locale() {
    return Locale.forLanguageTag(code);
  }
}
