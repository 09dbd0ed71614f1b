package dev.redress.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.redress.agreement.Agreement;
import dev.redress.agreement.Agreements;
import dev.redress.agreement.IncludedHours;
import dev.redress.agreement.IncludedHours.Period;
import dev.redress.agreement.RateCard;
import dev.redress.agreement.RateRule;
import dev.redress.agreement.Rounding;
import dev.redress.agreement.Rounding.Per;
import dev.redress.agreement.TimeOfWork;
import dev.redress.agreement.WorkScope;
import dev.redress.customer.ProviderSettings;
import dev.redress.finding.Audit;
import dev.redress.finding.Books;
import dev.redress.finding.Elsewhere;
import dev.redress.finding.FindingRules;
import dev.redress.identity.AgreementName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.RequestName;
import dev.redress.identity.TimeEntryName;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.BillingStep;
import dev.redress.matching.Matcher;
import dev.redress.matching.MatchingInput;
import dev.redress.matching.Verdict;
import dev.redress.matching.Verdict.Answer;
import dev.redress.money.Money;
import dev.redress.money.Rate;
import dev.redress.request.Request;
import dev.redress.request.TimeEntry;
import dev.redress.time.BusinessCalendar;
import dev.redress.time.Holidays;
import dev.redress.time.Hours;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Times matching and findings alone, from data in memory to verdicts in memory, on a folder as
 * {@code redress generate} writes it; every customer has an agreement with terms of each kind. A
 * last round prints a digest of all verdicts, which must be the same for any number of threads, any
 * order of the rows and any machine; making it takes longer than matching.
 *
 * <p>Arguments: the folder, threads (2), rounds (3), a seed by which all rows are shuffled first
 * (0: they stay in order), and into how many days all dates are folded, so that everything happens
 * close in time (0: they stay).
 */
final class MatchingBenchmark {
  private static final LocalDate FOLDED_FROM = LocalDate.of(2024, 3, 4);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Map<String, Facts> customers = new TreeMap<>();
  private final int days;

  /** What is read of one customer. */
  private record Facts(
      CustomerName name,
      ZoneId zone,
      List<LaborLine> lines,
      List<Request> requests,
      List<TimeEntry> entries) {

    MatchingInput input() {
      return new MatchingInput(zone, lines, requests, entries, List.of(), null);
    }
  }

  /** What came out for one customer. */
  private record Outcome(Map<Answer, Integer> answers, String digest) {}

  private MatchingBenchmark(int days) {
    this.days = days;
  }

  /** Runs the rounds. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments[0]);
    int threads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
    int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
    long seed = arguments.length > 3 ? Long.parseLong(arguments[3]) : 0;
    int days = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 0;
    MatchingBenchmark benchmark = new MatchingBenchmark(days);
    benchmark.read(folder, seed);
    for (int round = 1; round <= rounds; round++) {
      benchmark.run("round " + round, threads, _ -> "");
    }
    benchmark.run("digest", threads, MatchingBenchmark::digest);
  }

  /**
   * Matches all customers.
   *
   * @param digest of the verdicts on one customer
   */
  private void run(String name, int threads, Function<List<Verdict>, String> digest)
      throws InterruptedException {
    List<MatchingInput> inputs = customers.values().stream().map(Facts::input).toList();
    Outcome[] outcomes = new Outcome[inputs.size()];
    AtomicInteger next = new AtomicInteger();
    AtomicLong processorNanos = new AtomicLong();
    AtomicLong auditNanos = new AtomicLong();
    AtomicLong findings = new AtomicLong();
    Runnable work =
        () -> {
          for (int at = next.getAndIncrement(); at < outcomes.length; at = next.getAndIncrement()) {
            List<Verdict> verdicts = Matcher.match(inputs.get(at));
            outcomes[at] = new Outcome(answers(verdicts), digest.apply(verdicts));
            long begin = THREADS.getCurrentThreadCpuTime();
            findings.addAndGet(audit(inputs.get(at), verdicts));
            auditNanos.addAndGet(THREADS.getCurrentThreadCpuTime() - begin);
          }
          processorNanos.addAndGet(THREADS.getCurrentThreadCpuTime());
        };
    long start = System.nanoTime();
    List<Thread> workers =
        IntStream.range(0, threads).mapToObj(_ -> Thread.ofPlatform().start(work)).toList();
    for (Thread worker : workers) {
      worker.join();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    MessageDigest all = sha256();
    Map<Answer, Integer> answers = new EnumMap<>(Answer.class);
    for (Outcome outcome : outcomes) {
      all.update(outcome.digest().getBytes(StandardCharsets.UTF_8));
      outcome.answers().forEach((answer, count) -> answers.merge(answer, count, Integer::sum));
    }
    int lines = answers.values().stream().mapToInt(Integer::intValue).sum();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "%s: %,d lines of %,d customers, %d threads: %.1f s, of the processor %.1f s and of that %.1f s"
            + " for %,d findings, %,.0f lines/s, heap %,d of %,d MB; %s; verdicts %s%n",
        name,
        lines,
        outcomes.length,
        threads,
        seconds,
        processorNanos.get() / 1e9,
        auditNanos.get() / 1e9,
        findings.get(),
        lines / seconds,
        (runtime.totalMemory() - runtime.freeMemory()) >> 20,
        runtime.maxMemory() >> 20,
        answers,
        HexFormat.of().formatHex(all.digest(), 0, 8));
  }

  /** How much is wrong with the lines of a customer with terms of every kind. */
  private static int audit(MatchingInput input, List<Verdict> verdicts) {
    if (input.lines().isEmpty()) {
      return 0;
    }
    CustomerName customer = input.lines().getFirst().customer();
    Currency currency = input.lines().getFirst().amount().currency();
    Agreement terms =
        new Agreement(
            new AgreementName(customer, "terms"),
            LocalDate.of(2000, 1, 1),
            null,
            currency,
            new RateCard(
                List.of(
                    new RateRule(
                        "",
                        "",
                        "",
                        TimeOfWork.ANY,
                        Rate.ofMajor(BigDecimal.valueOf(120), currency)))),
            new IncludedHours(Hours.of("5"), Period.MONTH, Hours.ZERO, null),
            new Rounding(15, 0, Per.ENTRY),
            new WorkScope(List.of("Maintenance"), List.of()),
            Instant.EPOCH,
            Instant.EPOCH,
            1);
    Books books =
        new Books(
            FindingRules.SHIPPED,
            new BusinessCalendar(
                ProviderSettings.DEFAULT.businessWeek(), input.timeZone(), Holidays.NONE),
            Map.of(),
            Map.of(),
            input.requests().stream()
                .collect(Collectors.toMap(request -> request.name().request(), it -> it)),
            input.timeEntries().stream()
                .collect(Collectors.toMap(entry -> entry.name().entry(), it -> it)),
            new Agreements(List.of(terms)),
            Elsewhere.NOTHING,
            BillingStep.of(input.lines()));
    return Audit.of(
            books,
            input.lines(),
            verdicts.stream().collect(Collectors.toMap(Verdict::line, verdict -> verdict)))
        .values()
        .stream()
        .mapToInt(List::size)
        .sum();
  }

  private static Map<Answer, Integer> answers(List<Verdict> verdicts) {
    Map<Answer, Integer> answers = new EnumMap<>(Answer.class);
    verdicts.forEach(verdict -> answers.merge(verdict.answer(), 1, Integer::sum));
    return answers;
  }

  private static String digest(List<Verdict> verdicts) {
    MessageDigest digest = sha256();
    for (Verdict verdict : verdicts) {
      digest.update(verdict.toString().getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void read(Path folder, long seed) throws IOException {
    ProviderName provider = new ProviderName("benchmark");
    rows(
        folder.resolve("customers.csv"),
        row ->
            customers.put(
                row.getField("customer_id"),
                new Facts(
                    new CustomerName(provider, row.getField("customer_id")),
                    ZoneId.of(row.getField("time_zone")),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>())));
    rows(folder.resolve("requests.csv"), row -> customer(row).requests().add(request(row)));
    rows(folder.resolve("time-entries.csv"), row -> customer(row).entries().add(entry(row)));
    rows(folder.resolve("invoices.csv"), row -> customer(row).lines().add(line(row)));
    if (seed != 0) {
      Random random = new Random(seed);
      for (Facts facts : customers.values()) {
        Collections.shuffle(facts.lines(), random);
        Collections.shuffle(facts.requests(), random);
        Collections.shuffle(facts.entries(), random);
      }
    }
  }

  private static void rows(Path file, Consumer<NamedCsvRecord> each) throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      rows.forEach(each);
    }
  }

  private Facts customer(NamedCsvRecord row) {
    Facts facts = customers.get(row.getField("customer_id"));
    if (facts == null) {
      throw new IllegalArgumentException("no customer " + row.getField("customer_id"));
    }
    return facts;
  }

  private Request request(NamedCsvRecord row) {
    return new Request(
        new RequestName(customer(row).name(), row.getField("request_id")),
        moment(row.getField("opened_at")),
        closed(row),
        row.getField("summary"),
        row.getField("description"),
        row.getField("requester"),
        row.getField("assignee"),
        row.getField("type"),
        row.getField("status"),
        row.getField("component"),
        Map.of());
  }

  private @Nullable Instant closed(NamedCsvRecord row) {
    if (row.getField("closed_at").isEmpty()) {
      return null;
    }
    Instant opened = moment(row.getField("opened_at"));
    Instant closed = moment(row.getField("closed_at"));
    return closed.isBefore(opened) ? opened : closed;
  }

  private Instant moment(String text) {
    OffsetDateTime moment = OffsetDateTime.parse(text);
    return moment.with(folded(moment.toLocalDate())).toInstant();
  }

  private LocalDate folded(LocalDate date) {
    return days == 0 ? date : FOLDED_FROM.plusDays(Math.floorMod(date.toEpochDay(), days));
  }

  private TimeEntry entry(NamedCsvRecord row) {
    Facts facts = customer(row);
    Instant started = moment(row.getField("started_at"));
    return new TimeEntry(
        new TimeEntryName(facts.name(), row.getField("request_id"), row.getField("entry_id")),
        row.getField("technician"),
        started,
        started.atZone(facts.zone()).toLocalDate(),
        Hours.of(row.getField("hours")),
        row.getField("notes"),
        row.getField("work_type"),
        true,
        Map.of());
  }

  private LaborLine line(NamedCsvRecord row) {
    CustomerName customer = customer(row).name();
    return new LaborLine(
        new LineName(
            new InvoiceName(customer, row.getField("invoice_id")), row.getField("line_id")),
        folded(LocalDate.parse(row.getField("work_date"))),
        row.getField("technician"),
        Hours.of(row.getField("hours")),
        null,
        Money.ofMajor(
            new BigDecimal(row.getField("amount")), Currency.getInstance(row.getField("currency"))),
        row.getField("description"),
        row.getField("reference"),
        row.getField("work_type"),
        Map.of());
  }
}
