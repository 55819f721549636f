package org.spikeledger.tools.report;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.engine.SpikeLog;

/**
 * Where a layer fired, step by step, as a grid of cells: a map's rows and columns, its channels
 * added up; the neurons of any other layer in rows, in index order. A cell counts spikes up to 255.
 */
final class LayerFootage {

  private final LayerFacts facts;
  private final Shape shape;
  private final CanonicalOrder order;
  private final int columns;
  private final int[] cells;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int steps;

  LayerFootage(LayerFacts facts, Shape shape) {
    this.facts = facts;
    this.shape = shape;
    this.order = CanonicalOrder.of(shape);
    this.columns = shape.isMap() ? shape.columns() : (int) Math.ceil(Math.sqrt(1.0 * shape.size()));
    int rows = shape.isMap() ? shape.rows() : Math.ceilDiv(shape.size(), columns);
    this.cells = new int[rows * columns];
  }

  /** Adds the spikes of some timesteps as one step. */
  void add(SpikeLog spikes, int from, int timesteps) {
    Arrays.fill(cells, 0);
    int layer = facts.layer().index();
    for (int t = from; t < from + timesteps; t++) {
      for (int i = 0; i < spikes.count(t, layer); i++) {
        cells[cell(spikes.index(t, layer, i))] += spikes.spikes(t, layer, i);
      }
    }
    for (int cell : cells) {
      bytes.write(Math.min(cell, 255));
    }
    steps++;
  }

  private int cell(int canonicalIndex) {
    return shape.isMap() ? canonicalIndex / shape.channels() : order.toNir(canonicalIndex);
  }

  LayerFacts facts() {
    return facts;
  }

  Shape shape() {
    return shape;
  }

  int rows() {
    return cells.length / columns;
  }

  int columns() {
    return columns;
  }

  int cells() {
    return cells.length;
  }

  int steps() {
    return steps;
  }

  String base64() {
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
