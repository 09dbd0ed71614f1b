package dev.redress.cli;

import dev.redress.cli.absence.AbsenceAddCommand;
import dev.redress.cli.absence.AbsenceListCommand;
import dev.redress.cli.absence.AbsenceRemoveCommand;
import dev.redress.cli.access.KeyCreateCommand;
import dev.redress.cli.access.KeyListCommand;
import dev.redress.cli.access.KeyRevokeCommand;
import dev.redress.cli.access.PrincipalAddCommand;
import dev.redress.cli.access.PrincipalListCommand;
import dev.redress.cli.access.PrincipalUpdateCommand;
import dev.redress.cli.access.WhoAmICommand;
import dev.redress.cli.agreement.AgreementCreateCommand;
import dev.redress.cli.agreement.AgreementEndCommand;
import dev.redress.cli.agreement.AgreementListCommand;
import dev.redress.cli.agreement.AgreementShowCommand;
import dev.redress.cli.attachment.DisputeAttachCommand;
import dev.redress.cli.attachment.DisputeEvidenceCommand;
import dev.redress.cli.attachment.DisputeEvidenceGetCommand;
import dev.redress.cli.attachment.DisputeEvidenceRetractCommand;
import dev.redress.cli.attachment.DisputeNoteCommand;
import dev.redress.cli.attachment.DisputeNotesCommand;
import dev.redress.cli.audit.AuditAnchorCommand;
import dev.redress.cli.audit.AuditExportCommand;
import dev.redress.cli.audit.AuditVerifyCommand;
import dev.redress.cli.authority.AuthorityListCommand;
import dev.redress.cli.authority.AuthorityRemoveCommand;
import dev.redress.cli.authority.AuthoritySetCommand;
import dev.redress.cli.callback.CallbackClaimCommand;
import dev.redress.cli.callback.CallbackListCommand;
import dev.redress.cli.callback.CallbackLogCommand;
import dev.redress.cli.callback.CallbackReleaseCommand;
import dev.redress.cli.callback.CallbackRescheduleCommand;
import dev.redress.cli.callback.CallbackShowCommand;
import dev.redress.cli.callback.CallbackSignOffCommand;
import dev.redress.cli.credit.CreditExportCommand;
import dev.redress.cli.credit.CreditListCommand;
import dev.redress.cli.credit.CreditNoteCommand;
import dev.redress.cli.credit.CreditReverseCommand;
import dev.redress.cli.customer.CustomerCalendarCommand;
import dev.redress.cli.customer.CustomerEraseCommand;
import dev.redress.cli.customer.CustomerErasureCommand;
import dev.redress.cli.customer.CustomerExportCommand;
import dev.redress.cli.customer.CustomerListCommand;
import dev.redress.cli.customer.CustomerShowCommand;
import dev.redress.cli.customer.CustomerUpdateCommand;
import dev.redress.cli.demo.DemoCommand;
import dev.redress.cli.dispute.DisputeAcceptCommand;
import dev.redress.cli.dispute.DisputeApproveCommand;
import dev.redress.cli.dispute.DisputeAwaitCommand;
import dev.redress.cli.dispute.DisputeBriefCommand;
import dev.redress.cli.dispute.DisputeCloseCommand;
import dev.redress.cli.dispute.DisputeDeclineCommand;
import dev.redress.cli.dispute.DisputeHandoffCommand;
import dev.redress.cli.dispute.DisputeHistoryCommand;
import dev.redress.cli.dispute.DisputeListCommand;
import dev.redress.cli.dispute.DisputeOpenCommand;
import dev.redress.cli.dispute.DisputeProposeCommand;
import dev.redress.cli.dispute.DisputeReopenCommand;
import dev.redress.cli.dispute.DisputeResolveCommand;
import dev.redress.cli.dispute.DisputeResponseCommand;
import dev.redress.cli.dispute.DisputeReviewCommand;
import dev.redress.cli.dispute.DisputeShowCommand;
import dev.redress.cli.dispute.DisputeWithdrawCommand;
import dev.redress.cli.escalation.EscalationAckCommand;
import dev.redress.cli.escalation.EscalationListCommand;
import dev.redress.cli.escalation.EscalationPolicyCommand;
import dev.redress.cli.escalation.EscalationShowCommand;
import dev.redress.cli.evaluation.EvaluateCommand;
import dev.redress.cli.event.EventListCommand;
import dev.redress.cli.event.EventWatchCommand;
import dev.redress.cli.finding.FindingDismissCommand;
import dev.redress.cli.finding.FindingListCommand;
import dev.redress.cli.finding.FindingRestoreCommand;
import dev.redress.cli.finding.FindingRulesCommand;
import dev.redress.cli.generate.GenerateCommand;
import dev.redress.cli.handoff.HandoffCancelCommand;
import dev.redress.cli.handoff.HandoffListCommand;
import dev.redress.cli.handoff.HandoffShowCommand;
import dev.redress.cli.importing.ImportCommand;
import dev.redress.cli.model.ModelFitCommand;
import dev.redress.cli.model.ModelListCommand;
import dev.redress.cli.model.ModelReplayCommand;
import dev.redress.cli.model.ModelShowCommand;
import dev.redress.cli.model.ModelUseCommand;
import dev.redress.cli.notification.NotificationAddMailCommand;
import dev.redress.cli.notification.NotificationAddWebhookCommand;
import dev.redress.cli.notification.NotificationDeadLettersCommand;
import dev.redress.cli.notification.NotificationDiscardCommand;
import dev.redress.cli.notification.NotificationListCommand;
import dev.redress.cli.notification.NotificationPauseCommand;
import dev.redress.cli.notification.NotificationRemoveCommand;
import dev.redress.cli.notification.NotificationResumeCommand;
import dev.redress.cli.notification.NotificationRetryCommand;
import dev.redress.cli.notification.NotificationRotateSecretCommand;
import dev.redress.cli.notification.NotificationShowCommand;
import dev.redress.cli.promise.PromiseKeepCommand;
import dev.redress.cli.promise.PromiseListCommand;
import dev.redress.cli.promise.PromiseReleaseCommand;
import dev.redress.cli.provider.ProviderCreateCommand;
import dev.redress.cli.provider.ProviderListCommand;
import dev.redress.cli.provider.ProviderShowCommand;
import dev.redress.cli.provider.ProviderUpdateCommand;
import dev.redress.cli.reconciliation.ReconcileCommand;
import dev.redress.cli.report.AgeingCommand;
import dev.redress.cli.report.CallbacksCommand;
import dev.redress.cli.report.CatchAllCommand;
import dev.redress.cli.report.LeakageCommand;
import dev.redress.cli.report.UpstreamCommand;
import dev.redress.cli.review.ReviewListCommand;
import dev.redress.cli.server.BackupCommand;
import dev.redress.cli.server.DoctorCommand;
import dev.redress.cli.server.RestoreCommand;
import dev.redress.cli.server.ServeCommand;
import dev.redress.cli.server.StatusCommand;
import dev.redress.cli.server.VerifyCommand;
import dev.redress.cli.servicelevel.ServiceLevelListCommand;
import dev.redress.cli.servicelevel.ServiceLevelRemoveCommand;
import dev.redress.cli.servicelevel.ServiceLevelSetCommand;
import dev.redress.cli.session.GlobalOptions;
import dev.redress.cli.session.Session;
import dev.redress.cli.statement.StatementCommand;
import dev.redress.cli.verdict.VerdictAcceptCommand;
import dev.redress.cli.verdict.VerdictConfirmCommand;
import dev.redress.cli.verdict.VerdictExplainCommand;
import dev.redress.cli.verdict.VerdictListCommand;
import dev.redress.cli.verdict.VerdictRejectCommand;
import dev.redress.cli.verdict.VerdictSplitCommand;
import dev.redress.cli.verdict.VerdictUndoCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** All commands there are, wired by hand. */
final class CommandTree {
  private static final int USAGE_WIDTH = 100;
  private static final String COMPLETION = "generate-completion";

  private static final List<String> NAMES =
      List.of(
          "demo",
          "serve",
          "status",
          "provider",
          "customer",
          "agreement",
          "import",
          "reconcile",
          "verdict",
          "finding",
          "statement",
          "review",
          "report",
          "model",
          "dispute",
          "callback",
          "promise",
          "handoff",
          "escalation",
          "absence",
          "service-level",
          "credit",
          "authority",
          "event",
          "notification",
          "whoami",
          "principal",
          "key",
          "audit",
          "verify",
          "backup",
          "restore",
          "doctor",
          "generate",
          "evaluate",
          COMPLETION);

  private final Session session;
  private final List<String> arguments;
  private final CommandLine root;

  private CommandTree(Session session, List<String> arguments, CommandLine root) {
    this.session = session;
    this.arguments = arguments;
    this.root = root;
  }

  /**
   * The tree, ready to execute.
   *
   * <p>Only the commands that the arguments name are built: reading the annotations of all takes
   * longer than a call to the server. Without such a name, as for help or after a slip of the pen,
   * and to write completions, all are built.
   *
   * @param options what the global options are read into; those of the session
   * @param debug whether failures show their stack trace
   */
  static CommandLine create(
      Session session, GlobalOptions options, boolean debug, List<String> arguments) {
    CommandTree tree =
        new CommandTree(session, arguments, new CommandLine(new RedressCommand(options)));
    List<String> named = NAMES.stream().filter(arguments::contains).toList();
    (named.isEmpty() || named.contains(COMPLETION) ? NAMES : named).forEach(tree::add);
    return tree.configured(debug);
  }

  private void add(String name) {
    switch (name) {
      case "demo" -> root.addSubcommand(new DemoCommand(session));
      case "serve" -> root.addSubcommand(new ServeCommand(session));
      case "status" -> root.addSubcommand(new StatusCommand(session));
      case "provider" ->
          group(
              name,
              "The tenants of a server.",
              new ProviderCreateCommand(session),
              new ProviderUpdateCommand(session),
              new ProviderListCommand(session),
              new ProviderShowCommand(session));
      case "customer" ->
          group(
              name,
              "The clients of a provider.",
              new CustomerListCommand(session),
              new CustomerShowCommand(session),
              new CustomerUpdateCommand(session),
              new CustomerCalendarCommand(session),
              new CustomerExportCommand(session),
              new CustomerEraseCommand(session),
              new CustomerErasureCommand(session));
      case "import" -> root.addSubcommand(new ImportCommand(session));
      case "reconcile" -> root.addSubcommand(new ReconcileCommand(session));
      case "verdict" ->
          group(
              name,
              "The answers for labor lines, and why.",
              new VerdictListCommand(session),
              new VerdictExplainCommand(session),
              new VerdictConfirmCommand(session),
              new VerdictRejectCommand(session),
              new VerdictSplitCommand(session),
              new VerdictAcceptCommand(session),
              new VerdictUndoCommand(session));
      case "finding" ->
          group(
              name,
              "What is wrong with labor lines, and what is looked for.",
              new FindingListCommand(session),
              new FindingDismissCommand(session),
              new FindingRestoreCommand(session),
              new FindingRulesCommand(session));
      case "report" ->
          group(
              name,
              "What stands out over many lines, disputes and calls.",
              new LeakageCommand(session),
              new AgeingCommand(session),
              new CallbacksCommand(session),
              new UpstreamCommand(session),
              new CatchAllCommand(session));
      case "statement" -> root.addSubcommand(new StatementCommand(session));
      case "review" ->
          group(name, "What a clerk should look at next.", new ReviewListCommand(session));
      case "model" ->
          group(
              name,
              "The numbers that lines are matched by, fitted to decisions.",
              new ModelFitCommand(session),
              new ModelShowCommand(session),
              new ModelListCommand(session),
              new ModelUseCommand(session),
              new ModelReplayCommand(session));
      case "dispute" ->
          group(
              name,
              "The cases about lines that do not stand.",
              new DisputeListCommand(session),
              new DisputeShowCommand(session),
              new DisputeHistoryCommand(session),
              new DisputeNoteCommand(session),
              new DisputeNotesCommand(session),
              new DisputeAttachCommand(session),
              new DisputeEvidenceCommand(session),
              new DisputeEvidenceGetCommand(session),
              new DisputeEvidenceRetractCommand(session),
              new DisputeOpenCommand(session),
              new DisputeReviewCommand(session),
              new DisputeAwaitCommand(session),
              new DisputeProposeCommand(session),
              new DisputeApproveCommand(session),
              new DisputeResolveCommand(session),
              new DisputeWithdrawCommand(session),
              new DisputeReopenCommand(session),
              new DisputeCloseCommand(session),
              new DisputeBriefCommand(session),
              new DisputeResponseCommand(session),
              new DisputeHandoffCommand(session),
              new DisputeAcceptCommand(session),
              new DisputeDeclineCommand(session));
      case "callback" ->
          group(
              name,
              "The phone calls that must be made.",
              new CallbackListCommand(session),
              new CallbackShowCommand(session),
              new CallbackLogCommand(session),
              new CallbackClaimCommand(session),
              new CallbackReleaseCommand(session),
              new CallbackRescheduleCommand(session),
              new CallbackSignOffCommand(session));
      case "promise" ->
          group(
              name,
              "What was promised to customers on calls.",
              new PromiseListCommand(session),
              new PromiseKeepCommand(session),
              new PromiseReleaseCommand(session));
      case "handoff" ->
          group(
              name,
              "Disputes that somebody is asked to take over.",
              new HandoffListCommand(session),
              new HandoffShowCommand(session),
              new HandoffCancelCommand(session));
      case "escalation" ->
          group(
              name,
              "What is late, and who is told.",
              new EscalationListCommand(session),
              new EscalationShowCommand(session),
              new EscalationAckCommand(session),
              new EscalationPolicyCommand(session));
      case "service-level" ->
          group(
              name,
              "What is promised to some customers and not to all.",
              new ServiceLevelListCommand(session),
              new ServiceLevelSetCommand(session),
              new ServiceLevelRemoveCommand(session));
      case "credit" ->
          group(
              name,
              "Money given back.",
              new CreditListCommand(session),
              new CreditExportCommand(session),
              new CreditNoteCommand(session),
              new CreditReverseCommand(session));
      case "authority" ->
          group(
              name,
              "Who may concede how much on a dispute.",
              new AuthorityListCommand(session),
              new AuthoritySetCommand(session),
              new AuthorityRemoveCommand(session));
      case "agreement" ->
          group(
              name,
              "What customers agreed to: rates, included hours, rounding.",
              new AgreementListCommand(session),
              new AgreementShowCommand(session),
              new AgreementCreateCommand(session),
              new AgreementEndCommand(session));
      case "absence" ->
          group(
              name,
              "Who is away, and who stands in.",
              new AbsenceListCommand(session),
              new AbsenceAddCommand(session),
              new AbsenceRemoveCommand(session));
      case "notification" ->
          group(
              name,
              "Who is told what happens, by webhook or mail.",
              new NotificationListCommand(session),
              new NotificationShowCommand(session),
              new NotificationAddWebhookCommand(session),
              new NotificationAddMailCommand(session),
              new NotificationPauseCommand(session),
              new NotificationResumeCommand(session),
              new NotificationRotateSecretCommand(session),
              new NotificationRemoveCommand(session),
              new NotificationDeadLettersCommand(session),
              new NotificationRetryCommand(session),
              new NotificationDiscardCommand(session));
      case "event" ->
          group(
              name,
              "What happened, in order.",
              new EventListCommand(session),
              new EventWatchCommand(session));
      case "whoami" -> root.addSubcommand(new WhoAmICommand(session));
      case "principal" ->
          group(
              name,
              "Who may call for a provider.",
              new PrincipalAddCommand(session),
              new PrincipalListCommand(session),
              new PrincipalUpdateCommand(session));
      case "key" ->
          group(
              name,
              "The keys by which principals prove who they are.",
              new KeyCreateCommand(session),
              new KeyListCommand(session),
              new KeyRevokeCommand(session));
      case "audit" ->
          group(
              name,
              "What happened, and whether the journal still says so.",
              new AuditVerifyCommand(session),
              new AuditAnchorCommand(session),
              new AuditExportCommand(session));
      case "verify" -> root.addSubcommand(new VerifyCommand(session));
      case "backup" -> root.addSubcommand(new BackupCommand(session));
      case "restore" -> root.addSubcommand(new RestoreCommand(session));
      case "doctor" -> root.addSubcommand(new DoctorCommand(session));
      case "generate" -> root.addSubcommand(new GenerateCommand());
      case "evaluate" -> root.addSubcommand(new EvaluateCommand(session));
      case COMPLETION -> root.addSubcommand(completion());
      default -> throw new IllegalArgumentException("there is no command " + name);
    }
  }

  private static CommandLine completion() {
    CommandLine completion = new CommandLine(new AutoComplete.GenerateCompletion());
    completion
        .getCommandSpec()
        .usageMessage()
        .description("Prints a script that completes commands and options in bash and zsh.")
        .headerHeading("Examples:%n")
        .header("  source <(redress generate-completion)", "");
    return completion;
  }

  private void group(String name, String description, Object... commands) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description);
    CommandLine group = new CommandLine(spec);
    root.addSubcommand(name, group);
    List<String> examples = new ArrayList<>();
    for (Object command : named(commands)) {
      CommandLine leaf = new CommandLine(command);
      group.addSubcommand(leaf);
      examples.add(leaf.getCommandSpec().usageMessage().header()[0]);
    }
    examples.add("");
    // A group has no examples of its own: it shows the first one of each of its commands.
    spec.usageMessage().header(examples.toArray(String[]::new));
  }

  /** The commands that the arguments name; all if they name none. */
  private List<Object> named(Object... commands) {
    List<Object> all = List.of(commands);
    List<Object> named =
        all.stream()
            .filter(it -> arguments.contains(it.getClass().getAnnotation(Command.class).name()))
            .toList();
    return named.isEmpty() ? all : named;
  }

  private CommandLine configured(boolean debug) {
    FailureReport report = new FailureReport(debug);
    root.setOut(new PrintWriter(session.terminal().out(), true, StandardCharsets.UTF_8));
    root.setErr(new PrintWriter(session.terminal().err(), true, StandardCharsets.UTF_8));
    root.setParameterExceptionHandler(report);
    root.setExecutionExceptionHandler(report);
    root.setUsageHelpWidth(USAGE_WIDTH);
    root.setUsageHelpLongOptionsMaxWidth(USAGE_WIDTH / 3);
    root.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            session.terminal().colored() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    UsageLayout.apply(root);
    return root;
  }
}
