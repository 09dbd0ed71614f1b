package dev.redress.cli.envelope;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.v1.EnvelopeTerms;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A file that says who the seller and the buyer are and which VAT counts: lines {@code key = value}
 * in UTF-8 (Java properties), whose keys are the fields of {@code EnvelopeTerms}, such as {@code
 * seller.vat_id = DE123456789}.
 */
public final class TermsFile {
  private TermsFile() {}

  /**
   * Reads files, later ones over earlier ones: what is the same for all customers can stand in a
   * file of its own.
   *
   * @throws CommandFailure when one cannot be read, or says something that is not known
   */
  public static EnvelopeTerms read(List<String> files) {
    EnvelopeTerms.Builder terms = EnvelopeTerms.newBuilder();
    for (String file : files) {
      Properties said = said(file);
      for (String key : new TreeSet<>(said.stringPropertyNames())) {
        set(terms, file, key, said.getProperty(key, "").strip());
      }
    }
    return terms.build();
  }

  private static Properties said(String file) {
    Properties said = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(file))) {
      said.load(reader);
    } catch (NoSuchFileException e) {
      throw invalid("there is no file '" + file + "'", e);
    } catch (CharacterCodingException e) {
      throw invalid("the file '" + file + "' is not UTF-8 text; save it as UTF-8", e);
    } catch (IllegalArgumentException e) {
      throw invalid(
          "the file '" + file + "' has a \\u that four hexadecimal digits must follow", e);
    } catch (IOException e) {
      throw invalid("the file '" + file + "' cannot be read: " + e.getMessage(), e);
    }
    return said;
  }

  private static void set(Message.Builder terms, String file, String key, String value) {
    Message.Builder message = terms;
    String[] path = key.split("\\.", -1);
    for (int i = 0; i < path.length; i++) {
      FieldDescriptor field = message.getDescriptorForType().findFieldByName(path[i]);
      boolean last = i == path.length - 1;
      if (field == null || (field.getJavaType() == JavaType.MESSAGE) == last) {
        throw invalid(
            "the file '"
                + file
                + "' says '"
                + key
                + "', which is not one of "
                + String.join(", ", keys(terms.getDescriptorForType(), "")),
            null);
      }
      if (last) {
        message.setField(field, value(field, file, key, value));
      } else {
        message = message.getFieldBuilder(field);
      }
    }
  }

  private static Object value(FieldDescriptor field, String file, String key, String value) {
    if (field.getJavaType() != JavaType.ENUM) {
      return value;
    }
    EnumValueDescriptor word = field.getEnumType().findValueByName(value);
    if (word == null || word.getNumber() == 0) {
      List<String> words =
          field.getEnumType().getValues().stream()
              .filter(each -> each.getNumber() != 0)
              .map(EnumValueDescriptor::getName)
              .toList();
      throw invalid(
          "the file '"
              + file
              + "' says '"
              + value
              + "' for "
              + key
              + ", which is not one of "
              + String.join(", ", words),
          null);
    }
    return word;
  }

  private static List<String> keys(Descriptor message, String prefix) {
    List<String> keys = new ArrayList<>();
    for (FieldDescriptor field : message.getFields()) {
      if (field.getJavaType() == JavaType.MESSAGE) {
        keys.addAll(keys(field.getMessageType(), prefix + field.getName() + "."));
      } else {
        keys.add(prefix + field.getName());
      }
    }
    return keys;
  }

  private static CommandFailure invalid(String sentence, @Nullable Throwable cause) {
    return cause == null
        ? new CommandFailure(ExitCode.INVALID_INPUT, sentence)
        : new CommandFailure(ExitCode.INVALID_INPUT, sentence, cause);
  }
}
