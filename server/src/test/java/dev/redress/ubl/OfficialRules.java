package dev.redress.ubl;

import com.helger.diagnostics.error.IError;
import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.io.resource.inmemory.ReadableResourceByteArray;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.peppol.PeppolValidation2026_05;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The rules by which documents are accepted or refused, as CEN and OpenPeppol publish them: the
 * schema of UBL, EN 16931 release 1.3.16, Peppol release of May 2026.
 */
public final class OfficialRules {
  private static final ValidationExecutorSetRegistry<IValidationSourceXML> ALL =
      new ValidationExecutorSetRegistry<>();

  static {
    EN16931Validation.initEN16931(ALL);
    PeppolValidation2026_05.init(ALL);
  }

  private OfficialRules() {}

  /** What is wrong with a credit note; errors and warnings. */
  public static List<String> brokenByCreditNote(byte[] xml) {
    List<String> norm = broken(EN16931Validation.VID_UBL_CREDIT_NOTE_1316, xml);
    return norm.isEmpty()
        ? broken(PeppolValidation2026_05.VID_OPENPEPPOL_CREDIT_NOTE_UBL_V3, xml)
        : norm;
  }

  /** What is wrong with an answer to an invoice; errors and warnings. */
  public static List<String> brokenByInvoiceResponse(byte[] xml) {
    return broken(PeppolValidation2026_05.VID_OPENPEPPOL_INVOICE_MESSAGE_RESPONSE_V3, xml);
  }

  private static List<String> broken(DVRCoordinate rules, byte[] xml) {
    return ValidationExecutionManager.executeValidation(
            IValidityDeterminator.createDefault(),
            Objects.requireNonNull(ALL.getOfID(rules)),
            ValidationSourceXML.create(new ReadableResourceByteArray(xml)))
        .getAllFailures()
        .stream()
        .map(OfficialRules::sentence)
        .toList();
  }

  private static String sentence(IError error) {
    return error.getErrorID() + " " + error.getErrorText(Locale.ENGLISH);
  }
}
