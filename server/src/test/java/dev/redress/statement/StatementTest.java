package dev.redress.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.finding.FindingCode;
import dev.redress.statement.Clause.Coverage;
import dev.redress.statement.Statement.Result;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a statement says of its lines, and in which words. */
class StatementTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MATCHED                          | CLEAR
          MATCHED ACCEPTED                 | CLEAR
          MATCHED UNMATCHED                | OPEN_QUESTIONS
          MATCHED AMBIGUOUS ACCEPTED       | OPEN_QUESTIONS
          MATCHED NOT_AUDITABLE            | INCONCLUSIVE
          UNMATCHED NOT_AUDITABLE          | INCONCLUSIVE
          MATCHED MATCHED NOT_CHECKED      | INCONCLUSIVE
          ''                               | INCONCLUSIVE
          """)
  void result(String standings, Result result) {
    Statement statement =
        StatementSamples.of(
            Arrays.stream(standings.split(" ", -1))
                .filter(name -> !name.isEmpty())
                .map(Standing::valueOf)
                .map(StatementSamples::line)
                .toList());

    assertThat(statement.result()).isEqualTo(result);
  }

  @Test
  void subtotals_areByStandingAndAddUp() {
    Statement statement =
        StatementSamples.of(
            List.of(
                StatementSamples.line(Standing.UNMATCHED),
                StatementSamples.line(Standing.MATCHED),
                StatementSamples.line(Standing.UNMATCHED)));

    assertThat(statement.subtotals())
        .extracting(Subtotal::standing)
        .containsExactly(Standing.MATCHED, Standing.UNMATCHED);
    assertThat(statement.subtotals()).extracting(Subtotal::lines).containsExactly(1, 2);
    assertThat(statement.subtotals().stream().mapToLong(sum -> sum.amount().minorUnits()).sum())
        .isEqualTo(statement.amount().minorUnits());
  }

  /** In English and German; a table for people who know the words. */
  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MATCHED       | ENGLISH | You asked for this on Oct 25, 2025: Printer jams (r1, asked by Dr. Kim).
          MATCHED       | GERMAN  | Danach haben Sie am 25.10.2025 gefragt: Printer jams (r1, Anfrage von Dr. Kim).
          AMBIGUOUS     | ENGLISH | This may be for one of your requests, but we are not sure: Printer jams (r1, Oct 25, 2025).
          UNMATCHED     | FRENCH  | Nous n'avons pu rattacher cela à aucune de vos demandes.
          UNMATCHED     | SPANISH | No pudimos relacionarlo con nada que usted pidiera.
          NOT_AUDITABLE | ENGLISH | We know too little about this charge to say whether you asked for it.
          NOT_CHECKED   | ENGLISH | We have not looked at this charge yet.
          ACCEPTED      | ENGLISH | You accepted this charge without a request.
          """)
  void sentences(Standing standing, Language language, String sentence) {
    StatementWords words = new StatementWords(language, ZoneOffset.ofHours(-5));

    assertThat(words.sentences(StatementSamples.line(standing))).containsExactly(sentence);
  }

  @Test
  void sentences_tellWhatIsWrongAndWhenWeCall() {
    StatementWords words = new StatementWords(Language.ENGLISH, ZoneOffset.UTC);

    assertThat(words.sentences(StatementSamples.disputed()))
        .map(sentence -> sentence.replace('\u202f', ' '))
        .containsExactly(
            "We could not tie this to anything you asked for.",
            "The bill does not say what was done.",
            "$5.00 was given back.",
            "$95.00 is in dispute and need not be paid for now.",
            "It is in dispute; we call you by Oct 27, 2025, 3:00 PM.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          COVERED  | ENGLISH | Your agreement care includes this kind of work.
          EXCLUDED | ENGLISH | Your agreement care leaves this kind of work out.
          PRICED   | ENGLISH | Your agreement care was in force on this day.
          COVERED  | GERMAN  | Ihr Vertrag care schließt diese Art von Arbeit ein.
          EXCLUDED | FRENCH  | Votre contrat care ne comprend pas ce type de travail.
          PRICED   | SPANISH | Su contrato care estaba vigente ese día.
          """)
  void sentences_nameTheAgreement(Coverage coverage, Language language, String sentence) {
    assertThat(
            new StatementWords(language, ZoneOffset.UTC)
                .sentences(StatementSamples.agreed(coverage)))
        .element(1)
        .isEqualTo(sentence);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # language | what follows the price that is too high
          ENGLISH    | By the agreement this work costs $80.00.
          GERMAN     | Nach dem Vertrag kostet diese Arbeit 80,00 $.
          FRENCH     | Selon le contrat, ce travail coûte 80,00 $US.
          SPANISH    | Según el contrato, este trabajo cuesta 80,00 US$.
          """)
  void sentences_tellWhatTheAgreedPriceComesTo(Language language, String sentence) {
    StatementWords words = new StatementWords(language, ZoneOffset.UTC);

    assertThat(words.sentences(StatementSamples.overpriced()))
        .map(told -> told.replace('\u00a0', ' ').replace('\u202f', ' '))
        .containsSubsequence(words.finding(FindingCode.RATE), sentence);
  }

  @ParameterizedTest
  @EnumSource
  void everythingHasWordsInEachLanguage(Language language) {
    StatementWords words = new StatementWords(language, ZoneOffset.UTC);

    assertThat(keys(language)).isEqualTo(keys(Language.ENGLISH));
    for (Standing standing : Standing.values()) {
      assertThat(words.standing(standing)).isNotBlank();
    }
    for (Result result : Result.values()) {
      assertThat(words.result(result)).isNotBlank();
    }
    for (FindingCode code : FindingCode.values()) {
      assertThat(words.finding(code)).isNotBlank();
    }
    assertThat(words.amount(StatementSamples.line(Standing.MATCHED).line().amount()))
        .contains("100")
        .containsAnyOf("$", "USD");
    assertThat(Language.of(language.code() + "-CH")).contains(language);
  }

  @Test
  void aLanguageThatThereIsNot() {
    assertThat(Language.of("it")).isEmpty();
    assertThat(Language.of("not a language")).isEmpty();
    assertThat(Language.codes()).isEqualTo("en, de, fr, es");
  }

  /** A single apostrophe would hide the rest of a sentence from what belongs into it. */
  @ParameterizedTest
  @EnumSource
  void apostrophesAreDoubled(Language language) {
    ResourceBundle words = bundle(language);
    for (String key : keys(language)) {
      assertThat(words.getString(key).replace("''", "")).as(key).doesNotContain("'");
    }
  }

  private static Set<String> keys(Language language) {
    return Set.copyOf(Collections.list(bundle(language).getKeys()));
  }

  private static ResourceBundle bundle(Language language) {
    return ResourceBundle.getBundle(
        "dev.redress.statement.words", Locale.forLanguageTag(language.code()));
  }
}
