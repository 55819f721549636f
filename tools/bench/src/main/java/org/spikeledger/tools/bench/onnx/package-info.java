/**
 * Writes the ANN of a chain as an ONNX model, in float32 and in int8 as quantise-dequantise nodes.
 */
package org.spikeledger.tools.bench.onnx;
