package org.spikeledger.tools.report;

import java.util.List;

/**
 * The layers of one network, as a line of a chart.
 *
 * @param label of the line
 * @param layers in order
 */
record LayerValues(String label, List<TrainingEpoch.Layer> layers) {}
