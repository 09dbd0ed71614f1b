package dev.redress.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The plan of the house, as sentences that fail when the code leaves it. */
@AnalyzeClasses(
    packages = "dev.redress",
    importOptions = {ImportOption.DoNotIncludeTests.class, WithoutProtosAndCli.class})
class ArchitectureTest {

  @ArchTest
  static final ArchRule floors =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("app")
          .definedBy("dev.redress.app..")
          .layer("adapters")
          .definedBy(
              "dev.redress.grpc..",
              "dev.redress.persistence..",
              "dev.redress.cache..",
              "dev.redress.calendar..",
              "dev.redress.delivery..",
              "dev.redress.oidc..",
              "dev.redress.page..",
              "dev.redress.ubl..",
              "dev.redress.metrics..")
          .layer("use cases")
          .definedBy(
              "dev.redress.resolution..",
              "dev.redress.escalation..",
              "dev.redress.notification..",
              "dev.redress.reconciliation..",
              "dev.redress.statement..",
              "dev.redress.envelope..",
              "dev.redress.report..",
              "dev.redress.backup..",
              "dev.redress.invariant..",
              "dev.redress.privacy..")
          .layer("engines")
          .definedBy(
              "dev.redress.ingest..",
              "dev.redress.matching..",
              "dev.redress.finding..",
              "dev.redress.dispute..",
              "dev.redress.callback..",
              "dev.redress.handoff..",
              "dev.redress.brief..",
              "dev.redress.promise..",
              "dev.redress.attachment..",
              "dev.redress.idempotency..")
          .layer("facts")
          .definedBy(
              "dev.redress.absence..",
              "dev.redress.access..",
              "dev.redress.agreement..",
              "dev.redress.customer..",
              "dev.redress.request..",
              "dev.redress.invoice..",
              "dev.redress.servicelevel..",
              "dev.redress.journal..")
          .layer("vocabulary")
          .definedBy(
              "dev.redress.identity..",
              "dev.redress.money..",
              "dev.redress.time..",
              "dev.redress.error..",
              "dev.redress.transaction..")
          .whereLayer("app")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("adapters")
          .mayOnlyBeAccessedByLayers("app")
          .whereLayer("use cases")
          .mayOnlyBeAccessedByLayers("app", "adapters")
          .whereLayer("engines")
          .mayOnlyBeAccessedByLayers("app", "adapters", "use cases")
          .whereLayer("facts")
          .mayOnlyBeAccessedByLayers("app", "adapters", "use cases", "engines")
          .because("an import may only point down: who reads a floor need not know those above");

  @ArchTest
  static final ArchRule noCircles =
      slices()
          .matching("dev.redress.(*)..")
          .should()
          .beFreeOfCycles()
          .because("packages that need each other are one package that nobody can read alone");

  @ArchTest
  static final ArchRule adaptersApart =
      slices()
          .matching(
              "dev.redress.(grpc|persistence|cache|calendar|delivery|oidc|page|ubl|metrics)..")
          .should()
          .notDependOnEachOther()
          .because("each technology can be replaced without touching another");

  @ArchTest
  static final ArchRule pureCore =
      noClasses()
          .that()
          .resideInAnyPackage("dev.redress.matching..", "dev.redress.finding..")
          .or()
          .haveSimpleNameEndingWith("Lifecycle")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Store")
          .orShould()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Service")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.Clock")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.time.InstantSource")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("java.util.Random")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.sql..")
          .because("a decision is replayed byte for byte only if it depends on its input alone");

  @ArchTest
  static final ArchRule technologyOutside =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.redress.app..",
              "dev.redress.grpc..",
              "dev.redress.persistence..",
              "dev.redress.cache..",
              "dev.redress.calendar..",
              "dev.redress.delivery..",
              "dev.redress.oidc..",
              "dev.redress.page..",
              "dev.redress.ubl..",
              "dev.redress.metrics..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.grpc..",
              "com.google.protobuf..",
              "gg.jte..",
              "dev.redress.v1..",
              "org.apache.ibatis..",
              "java.sql..",
              "com.zaxxer..",
              "com.github.benmanes..",
              "io.micrometer..",
              "com.google.gson..",
              "org.flywaydb..",
              "de.focus_shift..",
              "java.net.http..",
              "jakarta.mail..",
              "com.helger..",
              "com.nimbusds..",
              "oasis.names..",
              "org.eclipse.angus..")
          .because("features inside, technology outside");

  @ArchTest
  static final ArchRule wallClockOnlyThroughThePort =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.redress.app..")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.ZonedDateTime.class, "now")
          .because("time that is given can be moved in a test");

  @ArchTest
  static final ArchRule storesArePorts =
      classes()
          .that()
          .haveSimpleNameEndingWith("Store")
          .and()
          .resideOutsideOfPackages("dev.redress.persistence..", "dev.redress.cache..")
          .should()
          .beInterfaces()
          .because("a feature says what it needs to keep, an adapter says how");

  @ArchTest
  static final ArchRule namesThatSaySomething =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Impl")
          .orShould()
          .haveSimpleNameEndingWith("Base")
          .orShould()
          .haveSimpleNameEndingWith("Common")
          .because("a name says what a thing is, in the words of the field");
}
