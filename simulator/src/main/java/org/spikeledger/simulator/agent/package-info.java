/**
 * Spiking agents in environments: a network chooses the actions, every spike of the episode is
 * counted. What an agent does in an environment step stands in {@code docs/decisions/0071}.
 */
package org.spikeledger.simulator.agent;
