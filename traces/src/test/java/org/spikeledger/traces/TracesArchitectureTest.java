package org.spikeledger.traces;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.spikeledger", importOptions = ImportOption.DoNotIncludeTests.class)
class TracesArchitectureTest {

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("org.spikeledger.traces.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule tracesSeeNeitherTrainingNorTools =
      noClasses()
          .that()
          .resideInAPackage("org.spikeledger.traces..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.spikeledger.training..", "org.spikeledger.tools..");

  @ArchTest
  static final ArchRule nothingBelowSeesTraces =
      noClasses()
          .that()
          .resideInAnyPackage("org.spikeledger.models..", "org.spikeledger.simulator..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.spikeledger.traces..");

  @ArchTest
  static final ArchRule onlyTheFormatSeesItsCodecs =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.spikeledger.traces.format..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.spikeledger.traces.format.sbe..");
}
