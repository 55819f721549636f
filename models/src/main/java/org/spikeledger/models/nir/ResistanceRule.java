package org.spikeledger.models.nir;

/** How r of an IF node, {@code v' = r I}, becomes the gain of one timestep. Writers differ here. */
public enum ResistanceRule {
  /** gain = r dt, as the equation says (SpikingJelly writes r = 1 / dt). */
  PER_SECOND,
  /** gain = r (sinabs and Norse write r = 1). */
  PER_TIMESTEP,
  /** gain = r where r is 1 for every neuron of the node, else gain = r dt. */
  ONE_IS_PER_TIMESTEP
}
