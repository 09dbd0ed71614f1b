package dev.redress.persistence;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.redress.matching.Allocation;
import dev.redress.matching.Candidate;
import dev.redress.matching.Signal;
import dev.redress.matching.Verdict;
import dev.redress.privacy.PersonalData;
import dev.redress.time.Hours;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a verdict that is only ever read as a whole: allocations, candidates with their
 * signals, and the sentence.
 *
 * <p>It is kept as JSON in arrays without names, at most {@value #LENGTH_MAX} characters: {@code
 * {"a":[[request,entry,hours]],"c":[[request,probability,prior,bits,chosen,[[kind,line,request,
 * bits]]]],"s":sentence}}. Numbers come back exactly as they were. Where it would be longer, it is
 * packed; where it still is, as with thousands of allocations, the signals of the last candidates
 * are left out first; their probability stays.
 */
record EvidenceJson(List<Allocation> allocations, List<Candidate> candidates, String sentence) {

  /** Most characters of the text; the column has room for 672 more. */
  static final int LENGTH_MAX = 32_000;

  /** Begins a text that is packed; JSON begins otherwise. */
  private static final String PACKED = "z";

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  static EvidenceJson of(Verdict verdict) {
    return new EvidenceJson(verdict.allocations(), verdict.candidates(), verdict.sentence());
  }

  /**
   * As text.
   *
   * @throws IllegalStateException when it is too long even without any signal
   */
  String write() {
    List<Candidate> kept = new ArrayList<>(candidates);
    String text = text(kept);
    for (int last = kept.size() - 1; last >= 0 && text.length() > LENGTH_MAX; last--) {
      Candidate bare = kept.get(last);
      kept.set(
          last,
          new Candidate(
              bare.request(),
              bare.probability(),
              bare.priorBits(),
              bare.logOddsBits(),
              bare.chosen(),
              List.of()));
      text = text(kept);
    }
    if (text.length() > LENGTH_MAX) {
      throw new IllegalStateException(
          "evidence with " + allocations.size() + " allocations is too long to be stored");
    }
    return text;
  }

  /** The JSON of a stored text, packed or not. */
  static JsonObject readJson(String text) {
    String json =
        text.startsWith(PACKED)
            ? new String(
                PackedText.unpack(List.of(text.substring(PACKED.length()))), StandardCharsets.UTF_8)
            : text;
    return GSON.fromJson(json, JsonObject.class);
  }

  static EvidenceJson read(String text) {
    JsonObject root = readJson(text);
    return new EvidenceJson(
        elements(root.getAsJsonArray("a")).stream().map(EvidenceJson::allocation).toList(),
        elements(root.getAsJsonArray("c")).stream().map(EvidenceJson::candidate).toList(),
        root.get("s").getAsString());
  }

  /** The same without what was compared and said; what backs the line, and the bits, stay. */
  EvidenceJson withoutWords() {
    return new EvidenceJson(
        allocations,
        candidates.stream().map(EvidenceJson::withoutWords).toList(),
        withoutWords(sentence));
  }

  private static Candidate withoutWords(Candidate candidate) {
    return new Candidate(
        candidate.request(),
        candidate.probability(),
        candidate.priorBits(),
        candidate.logOddsBits(),
        candidate.chosen(),
        candidate.signals().stream().map(EvidenceJson::withoutWords).toList());
  }

  private static Signal withoutWords(Signal signal) {
    return switch (signal.kind()) {
      case REFERENCE, TEXT, REQUESTER, DECISION ->
          new Signal(
              signal.kind(),
              withoutWords(signal.lineValue()),
              withoutWords(signal.requestValue()),
              signal.bits());
      case DATE, TECHNICIAN, HOURS, WORK_TYPE, CATCH_ALL -> signal;
    };
  }

  private static String withoutWords(String words) {
    return words.isEmpty() ? "" : PersonalData.ERASED;
  }

  private String text(List<Candidate> kept) {
    String json = json(kept);
    return json.length() <= LENGTH_MAX
        ? json
        : PACKED + String.join("", PackedText.pack(json.getBytes(StandardCharsets.UTF_8)));
  }

  private String json(List<Candidate> kept) {
    JsonObject root = new JsonObject();
    JsonArray allocated = new JsonArray();
    for (Allocation allocation : allocations) {
      JsonArray part = new JsonArray(3);
      part.add(allocation.request());
      part.add(allocation.timeEntry());
      part.add(allocation.hours().tenThousandths());
      allocated.add(part);
    }
    root.add("a", allocated);
    JsonArray compared = new JsonArray();
    kept.forEach(candidate -> compared.add(json(candidate)));
    root.add("c", compared);
    root.addProperty("s", sentence);
    return GSON.toJson(root);
  }

  private static JsonArray json(Candidate candidate) {
    JsonArray signals = new JsonArray();
    for (Signal signal : candidate.signals()) {
      JsonArray part = new JsonArray(4);
      part.add(signal.kind().name());
      part.add(signal.lineValue());
      part.add(signal.requestValue());
      part.add(signal.bits());
      signals.add(part);
    }
    JsonArray json = new JsonArray(6);
    json.add(candidate.request());
    json.add(candidate.probability());
    json.add(candidate.priorBits());
    json.add(candidate.logOddsBits());
    json.add(candidate.chosen());
    json.add(signals);
    return json;
  }

  private static Allocation allocation(JsonArray json) {
    return new Allocation(
        json.get(0).getAsString(), json.get(1).getAsString(), new Hours(json.get(2).getAsLong()));
  }

  private static Candidate candidate(JsonArray json) {
    return new Candidate(
        json.get(0).getAsString(),
        json.get(1).getAsDouble(),
        json.get(2).getAsDouble(),
        json.get(3).getAsDouble(),
        json.get(4).getAsBoolean(),
        elements(json.get(5).getAsJsonArray()).stream().map(EvidenceJson::signal).toList());
  }

  private static Signal signal(JsonArray json) {
    return new Signal(
        Signal.Kind.valueOf(json.get(0).getAsString()),
        json.get(1).getAsString(),
        json.get(2).getAsString(),
        json.get(3).getAsDouble());
  }

  private static List<JsonArray> elements(JsonArray json) {
    return json.asList().stream().map(JsonElement::getAsJsonArray).toList();
  }
}
