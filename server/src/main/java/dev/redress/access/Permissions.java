package dev.redress.access;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which method each role may call. What is not in the table nobody may call; a test holds that
 * every method of the API is in it.
 *
 * <p>The columns are the roles by their letters: Clerk, account Manager, Lead, Integration,
 * cUstomer, Auditor, aDministrator, and the operator of the server, who may do what an
 * administrator may, for every provider: {@code O} marks what is about no provider or all of them,
 * and so is the operator's alone. A {@code !} after the letters: the journal says who read it. A
 * customer may call what is marked {@code U} about its own data only.
 */
public final class Permissions {
  private static final String TABLE =
      """
      # AbsenceService
      CreateAbsence            CML...D
      GetAbsence               CMLI.AD
      ListAbsences             CMLI.AD
      DeleteAbsence            CML...D
      # AccessService
      GetCaller                CMLIUAD
      CreatePrincipal          ......D
      GetPrincipal             .....AD
      ListPrincipals           .....AD
      UpdatePrincipal          ......D
      CreateApiKey             ......D
      ListApiKeys              .....AD
      RevokeApiKey             ......D
      # AgreementService
      CreateAgreement          .MLI..D
      GetAgreement             CMLI.AD
      ListAgreements           CMLI.AD
      UpdateAgreement          .MLI..D
      # AttachmentService
      AddDisputeNote           CMLI..D
      GetDisputeNote           CMLI.AD
      ListDisputeNotes         CMLI.AD
      AddDisputeEvidence       CMLI..D
      GetDisputeEvidence       CMLI.AD
      ListDisputeEvidence      CMLI.AD
      RetractDisputeEvidence   CML...D
      # AuditService
      GetJournalAnchor         ..L..AD
      VerifyJournal            ..L..AD
      # AuthorityService
      ListAuthorityLimits      CMLI.AD
      SetAuthorityLimit        ......D
      DeleteAuthorityLimit     ......D
      # CallbackService
      GetCallback              CMLI.AD
      ListCallbacks            CMLI.AD
      ListDueCallbacks         CMLI.AD
      LogAttempt               CMLI..D
      ClaimCallback            CMLI..D
      ReleaseCallback          CMLI..D
      RescheduleCallback       CMLI..D
      SignOffExhausted         .ML...D
      # CustomerService
      CreateCustomer           .MLI..D
      GetCustomer              CMLI.AD
      ListCustomers            CMLI.AD
      UpdateCustomer           .MLI..D
      GetCustomerCalendar      CMLI.AD
      # DisputeService
      OpenDispute              CMLI..D
      GetDispute               CMLIUAD
      ListDisputes             CMLIUAD
      BeginReview              CML...D
      AwaitProvider            CMLI..D
      AwaitCustomer            CMLI..D
      WithdrawDispute          CMLI..D
      ReopenDispute            CMLI..D
      CloseDispute             CML...D
      ProposeResolution        CML...D
      ApproveResolution        .ML...D
      Resolve                  CML...D
      ReverseCredit            ..L...D
      GetCredit                CMLI.AD
      ListCredits              CMLI.AD !
      GetBrief                 CMLI.AD !
      HandOffDispute           CML...D
      AcceptHandoff            CML...D
      DeclineHandoff           CML...D
      CancelHandoff            CML...D
      GetHandoff               CMLI.AD
      ListHandoffs             CMLI.AD
      # EnvelopeService
      GetCreditNote            CMLI.AD !
      GetInvoiceResponse       CMLI.AD !
      # EscalationService
      GetEscalation            CMLI.AD
      ListEscalations          CMLI.AD
      AcknowledgeEscalation    CMLI..D
      GetEscalationPolicy      CMLI.AD
      UpdateEscalationPolicy   ..L...D
      # EventService
      WatchEvents              CMLI.AD
      GetEvent                 CMLI.AD
      ListEvents               CMLI.AD
      # ImportService
      ImportFile               CMLI..D
      SuggestMapping           CMLI..D
      GetImport                CMLI.AD
      ListImports              CMLI.AD
      ListProblems             CMLI.AD
      # InvoiceService
      CreateInvoice            CMLI..D
      GetInvoice               CMLIUAD
      ListInvoices             CMLIUAD
      GetLaborLine             CMLIUAD
      ListLaborLines           CMLIUAD
      GetStatement             CMLIUAD !
      GetStatementPage         CMLIUAD !
      # ModelService
      FitModel                 ..L...D
      GetModel                 CMLI.AD
      ListModels               CMLI.AD
      UseModel                 ..L...D
      VerifyReplay             CMLI.AD
      # NotificationService
      CreateNotificationTarget ......D
      GetNotificationTarget    ..LI.AD
      ListNotificationTargets  ..LI.AD
      UpdateNotificationTarget ......D
      DeleteNotificationTarget ......D
      ListDeadLetters          ..LI.AD
      RetryDeadLetters         ..LI..D
      DiscardDeadLetters       ..LI..D
      # PrivacyService
      ExportCustomer           ......D !
      EraseCustomer            ......D
      GetCustomerErasure       CMLI.AD
      # PromiseService
      GetPromise               CMLI.AD
      ListPromises             CMLI.AD
      KeepPromise              CMLI..D
      ReleasePromise           CML...D
      # ProviderService
      CreateProvider           .......O
      GetProvider              CMLI.AD
      ListProviders            .......O
      UpdateProvider           ......D
      # ReconciliationService
      StartReconciliation      CMLI..D
      WatchReconciliation      CMLI.AD
      GetReconciliation        CMLI.AD
      ListReconciliations      CMLI.AD
      ListVerdicts             CMLI.AD
      ListCatchAllRequests     CMLI.AD
      ExplainLine              CMLI.AD
      ReconcileLine            CMLI.AD
      ReconcileFile            CMLI..D
      ConfirmMatch             CML...D
      RejectMatch              CML...D
      SplitLine                CML...D
      AcceptLine               CML...D
      UndoDecision             CML...D
      ListFindings             CMLI.AD
      DismissFinding           CML...D
      RestoreFinding           CML...D
      GetFindingRules          CMLI.AD
      UpdateFindingRules       ..L...D
      VerifyInvariants         CMLI.AD
      # ReportService
      GetLeakageReport         CMLI.AD !
      GetAgeingReport          CMLI.AD !
      GetCallsReport           CMLI.AD !
      GetUpstreamReport        CMLI.AD !
      GetReportPage            CMLI.AD !
      # RequestService
      CreateRequest            CMLI..D
      BatchCreateRequests      CMLI..D
      GetRequest               CMLI.AD
      ListRequests             CMLI.AD
      BatchCreateTimeEntries   CMLI..D
      GetTimeEntry             CMLI.AD
      ListTimeEntries          CMLI.AD
      # ServerService
      GetServerStatus          CMLIUAD
      BackUp                   .......O
      # ServiceLevelService
      SetServiceLevel          ..L...D
      GetServiceLevel          CMLI.AD
      ListServiceLevels        CMLI.AD
      DeleteServiceLevel       ..L...D
      """;

  private static final Map<Character, Role> LETTERS =
      Map.of(
          'C', Role.CLERK,
          'M', Role.ACCOUNT_MANAGER,
          'L', Role.LEAD,
          'I', Role.INTEGRATION,
          'U', Role.CUSTOMER,
          'A', Role.AUDITOR,
          'D', Role.ADMINISTRATOR);

  private static final Map<String, Permission> BY_METHOD = read();

  private Permissions() {}

  /**
   * Who may call a method.
   *
   * @param roles that may
   * @param operatorOnly whether only the operator of the server may, since it is about no provider
   * @param journaled whether the journal says who read it
   */
  public record Permission(Set<Role> roles, boolean operatorOnly, boolean journaled) {
    public Permission {
      roles = Set.copyOf(roles);
    }

    /** Whether this caller may. */
    public boolean allows(Caller caller) {
      return operatorOnly ? caller.isOperator() : roles.contains(caller.role());
    }
  }

  /** Who may call the method of this bare name; empty: nobody was given it. */
  public static Optional<Permission> of(String bareMethod) {
    return Optional.ofNullable(BY_METHOD.get(bareMethod));
  }

  /** The names of all methods in the table. */
  public static Set<String> methods() {
    return Set.copyOf(BY_METHOD.keySet());
  }

  private static Map<String, Permission> read() {
    Map<String, Permission> byMethod = new HashMap<>();
    for (String line : TABLE.lines().filter(line -> !line.startsWith("#")).toList()) {
      List<String> cells = List.of(line.split(" +", -1));
      Set<Role> roles = EnumSet.noneOf(Role.class);
      cells
          .get(1)
          .chars()
          .mapToObj(letter -> LETTERS.get((char) letter))
          .filter(Objects::nonNull)
          .forEach(roles::add);
      Permission permission = new Permission(roles, cells.get(1).endsWith("O"), cells.size() > 2);
      if (byMethod.put(cells.getFirst(), permission) != null) {
        throw new IllegalStateException(cells.getFirst() + " is in the table twice");
      }
    }
    return byMethod;
  }
}
