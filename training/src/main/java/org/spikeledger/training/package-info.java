/** Makes spiking networks; starts with {@link org.spikeledger.training.Training}. */
package org.spikeledger.training;
