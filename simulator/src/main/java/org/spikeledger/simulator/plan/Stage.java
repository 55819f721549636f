package org.spikeledger.simulator.plan;

/**
 * One step of a timestep. Stages run in the plan's order; each leaves its values in a slot of its
 * own, where later stages find them.
 */
public sealed interface Stage
    permits InputStage,
        SumStage,
        ConnectionStage,
        SparseStage,
        PoolStage,
        SynapseStage,
        PopulationStage,
        AmplitudeStage,
        DelayStage,
        DelayInputStage {

  /** The node that this stage stands for. */
  String name();

  /** Where its values lie. */
  int slot();

  /** How its values lie there. */
  Layout layout();

  /** Whether its values are the same at every timestep, so that they are computed once. */
  boolean constant();
}
