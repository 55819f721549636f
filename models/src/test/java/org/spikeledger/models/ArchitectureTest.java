package org.spikeledger.models;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows inside this module. */
@AnalyzeClasses(
    packages = "org.spikeledger.models",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("org.spikeledger.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_GRAPH_STANDS_ALONE =
      classes()
          .that()
          .resideInAPackage("org.spikeledger.models.graph")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.spikeledger.models", "org.spikeledger.models.graph");

  @ArchTest
  static final ArchRule ONLY_NIR_SEES_HDF5 =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.spikeledger.models.nir")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.jhdf..");

  @ArchTest
  static final ArchRule THE_ROOT_HOLDS_THE_EXCEPTION_ALONE =
      classes()
          .that()
          .resideInAPackage("org.spikeledger.models")
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .haveSimpleName("BadInputException");
}
