package org.spikeledger.tools.report;

import java.util.Arrays;
import org.spikeledger.simulator.profile.Raster;

/**
 * Who fired when: neurons across by NIR index, timesteps downwards. Of a layer with more neurons
 * than the picture has room for, evenly spaced ones are drawn.
 *
 * @param raster of one layer in one inference
 */
record RasterChart(Raster raster) {

  private static final int MOST_NEURONS = 600;
  private static final int ROW_HEIGHT = 22;

  void write(Markup page) {
    int drawn = Math.min(MOST_NEURONS, raster.neurons());
    String title =
        "%s: %s of %s neurons drawn, %s spikes of all"
            .formatted(
                raster.layer(),
                Figures.whole(drawn),
                Figures.whole(raster.neurons()),
                Figures.whole(raster.spikes().size()));
    page.open("figure").leaf("figcaption", title);
    page.open(
        "svg",
        "class",
        "raster",
        "width",
        "100%",
        "height",
        String.valueOf(ROW_HEIGHT * raster.timesteps()),
        "viewBox",
        "0 0 %d %d".formatted(drawn, raster.timesteps()),
        "preserveAspectRatio",
        "none",
        "role",
        "img",
        "aria-label",
        title);
    page.empty("path", "class", "spike", "d", path(drawn)).close().close().line();
  }

  private String path(int drawn) {
    int[] places = new int[raster.neurons()];
    Arrays.fill(places, -1);
    for (int i = 0; i < drawn; i++) {
      places[(int) ((long) i * raster.neurons() / drawn)] = i;
    }
    StringBuilder path = new StringBuilder();
    for (Raster.Spike spike : raster.spikes()) {
      int place = places[spike.neuron()];
      if (place >= 0) {
        path.append('M').append(place).append(' ').append(spike.timestep()).append("h1v.85h-1z");
      }
    }
    return path.isEmpty() ? "M0 0" : path.toString();
  }
}
