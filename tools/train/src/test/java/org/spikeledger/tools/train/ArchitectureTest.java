package org.spikeledger.tools.train;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between all modules: models, simulator, traces, training, tools. */
@AnalyzeClasses(packages = "org.spikeledger", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String MODELS = "org.spikeledger.models..";
  private static final String SIMULATOR = "org.spikeledger.simulator..";
  private static final String TRACES = "org.spikeledger.traces..";
  private static final String TRAINING = "org.spikeledger.training..";
  private static final String TOOLS = "org.spikeledger.tools..";

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("org.spikeledger.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule MODELS_SEE_NO_OTHER_MODULE =
      inNone(MODELS, SIMULATOR, TRACES, TRAINING, TOOLS);

  @ArchTest
  static final ArchRule THE_SIMULATOR_SEES_ONLY_MODELS = inNone(SIMULATOR, TRACES, TRAINING, TOOLS);

  @ArchTest static final ArchRule TRACES_SEE_NO_TRAINING = inNone(TRACES, TRAINING, TOOLS);

  @ArchTest static final ArchRule TRAINING_SEES_NO_TOOLS = inNone(TRAINING, TOOLS);

  @ArchTest
  static final ArchRule THE_COMMAND_LINE_SEES_NO_TRAINING =
      inNone("org.spikeledger.tools.cli..", TRAINING, "org.bytedeco..");

  @ArchTest
  static final ArchRule PAGES_SEE_NO_COMMANDS =
      inNone("org.spikeledger.tools.report..", TRAINING, "org.spikeledger.tools.cli..");

  @ArchTest
  static final ArchRule ONLY_VECTOR_KERNELS_SEE_THE_VECTOR_MODULE =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.spikeledger.simulator.kernel.vector..", "org.spikeledger.training.kernel..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jdk.incubator.vector..");

  @ArchTest
  static final ArchRule ONLY_NIR_SEES_HDF5 =
      onlySeenBy("org.spikeledger.models.nir..", "io.jhdf..");

  @ArchTest
  static final ArchRule ONLY_TRAINING_SEES_LIBTORCH = onlySeenBy(TRAINING, "org.bytedeco..");

  private static ArchRule inNone(String inside, String... seen) {
    return noClasses()
        .that()
        .resideInAPackage(inside)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(seen);
  }

  private static ArchRule onlySeenBy(String inside, String seen) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(inside)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(seen);
  }
}
