/**
 * From counts to picojoules: cost models as data files, and a pure function from counts and layer
 * facts to the energy of an inference, beside that of an ANN of the same shape.
 */
package org.spikeledger.simulator.energy;
