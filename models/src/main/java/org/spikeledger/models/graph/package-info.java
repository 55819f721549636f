/** Networks as values: immutable nodes and edges, shapes, neuron parameters, rules, validation. */
package org.spikeledger.models.graph;
