/** What is measured beside us: ONNX Runtime, a dense SNN in libtorch, a plain gather. */
package org.spikeledger.tools.bench.rival;
