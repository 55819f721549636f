package org.spikeledger.models.graph;

/**
 * A population that integrates and never fires. In each timestep it sends its membrane potential
 * after the update, an analog event wherever that is not zero. No reset.
 */
public sealed interface Integrator extends Population permits I, LI, CubaLI {}
