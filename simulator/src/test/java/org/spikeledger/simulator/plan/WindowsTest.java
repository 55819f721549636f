package org.spikeledger.simulator.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;

/** What each target sees, and how many synapses leave each source, by a walk over every tap. */
class WindowsTest {

  private static final long SEED = 20261125L;

  @Test
  void everyTargetSeesThePartsUnderItsTapsInOrder() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 400; i++) {
      Scene scene = Scene.of(random);
      Windows windows = Windows.of(scene.window, scene.source, scene.target);
      for (int window = 0; window < windows.count(); window++) {
        String where = "seed=" + SEED + " scene=" + i + " " + scene + " window=" + window;
        assertEquals(scene.seen(window), seen(windows, window), where);
      }
    }
  }

  @Test
  void neighboursAreOneRun() {
    Window row = new Window(2, 3, 1, 1, 0, 0, 1, 1, 1);
    Windows windows = Windows.of(row, layout(5, 4, 6), layout(1, 3, 4));
    assertEquals(2 * windows.count(), windows.firstRun(windows.count()), "one a row of taps");
    Layout all = layout(5, 4, 6);
    assertEquals(1, Windows.of(Window.whole(all), all, layout(7, 1, 1)).firstRun(1));
  }

  @Test
  void everySourceHasASynapseForEachTapThatMeetsATarget() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < 400; i++) {
      Scene scene = Scene.of(random);
      AxisTaps rows = scene.window.rowTaps(scene.target.rows());
      AxisTaps columns = scene.window.columnTaps(scene.target.columns());
      String where = "seed=" + SEED + " scene=" + i + " " + scene;
      for (int row = 0; row < scene.source.rows(); row++) {
        assertEquals(scene.rowTaps(row), taps(rows, row), where + " row=" + row);
      }
      for (int column = 0; column < scene.source.columns(); column++) {
        assertEquals(scene.columnTaps(column), taps(columns, column), where + " column=" + column);
      }
    }
  }

  @Test
  void moreRunsThanAPlanMayHoldAreRefused() {
    Window window = new Window(1, 2, 1, 1, 0, 0, 1, 2, 1);
    Layout source = layout(1, 1, 12);
    Layout target = layout(1, 1, 10);
    assertEquals(20, new WindowRuns(window, source, target, 20).find().firstRun(10));
    BadInputException refused =
        assertThrows(
            BadInputException.class, () -> new WindowRuns(window, source, target, 19).find());
    assertEquals(
        "the windows of a connection see at most 19 runs of neighbours: windows=10 map=(1, 1, 12)",
        refused.getMessage());
  }

  private static Layout layout(int channels, int rows, int columns) {
    return Layout.of(Shape.of(channels, rows, columns));
  }

  /** Parts with the offsets to their rows, part after part. */
  private static List<List<Integer>> seen(Windows windows, int window) {
    List<List<Integer>> seen = new ArrayList<>();
    for (int run = windows.firstRun(window); run < windows.firstRun(window + 1); run++) {
      for (int part = windows.fromPart(run); part < windows.toPart(run); part++) {
        seen.add(List.of(part, windows.rowOffset(run)));
      }
    }
    return seen;
  }

  private static List<Integer> taps(AxisTaps axis, int source) {
    List<Integer> taps = new ArrayList<>();
    for (int i = 0; i < axis.count(source); i++) {
      taps.add(axis.first(source) + i * axis.step());
    }
    return taps;
  }

  /** A window over a map, and the plain walk. */
  private record Scene(Window window, Layout source, Layout target) {

    static Scene of(SplittableRandom random) {
      Window window =
          new Window(
              1 + random.nextInt(4),
              1 + random.nextInt(4),
              1 + random.nextInt(4),
              1 + random.nextInt(4),
              random.nextInt(5),
              random.nextInt(5),
              1 + random.nextInt(4),
              1 + random.nextInt(4),
              1 + random.nextInt(2));
      return new Scene(
          window,
          layout(2, 1 + random.nextInt(9), 1 + random.nextInt(9)),
          layout(2, 1 + random.nextInt(9), 1 + random.nextInt(9)));
    }

    List<List<Integer>> seen(int index) {
      int pixel = index / window.groups();
      List<List<Integer>> seen = new ArrayList<>();
      for (int tap = 0; tap < window.kernelRows() * window.kernelColumns(); tap++) {
        int row = row(pixel / target.columns(), tap / window.kernelColumns());
        int column = column(pixel % target.columns(), tap % window.kernelColumns());
        if (row >= 0 && row < source.rows() && column >= 0 && column < source.columns()) {
          int at = row * source.columns() + column;
          seen.add(
              List.of(
                  at * window.groups() + index % window.groups(), (tap - at) * source.channels()));
        }
      }
      return seen;
    }

    List<Integer> rowTaps(int sourceRow) {
      List<Integer> taps = new ArrayList<>();
      for (int tap = 0; tap < window.kernelRows(); tap++) {
        for (int targetRow = 0; targetRow < target.rows(); targetRow++) {
          if (row(targetRow, tap) == sourceRow) {
            taps.add(tap);
          }
        }
      }
      return taps;
    }

    List<Integer> columnTaps(int sourceColumn) {
      List<Integer> taps = new ArrayList<>();
      for (int tap = 0; tap < window.kernelColumns(); tap++) {
        for (int targetColumn = 0; targetColumn < target.columns(); targetColumn++) {
          if (column(targetColumn, tap) == sourceColumn) {
            taps.add(tap);
          }
        }
      }
      return taps;
    }

    private int row(int targetRow, int tap) {
      return targetRow * window.strideRows() + tap * window.dilationRows() - window.top();
    }

    private int column(int targetColumn, int tap) {
      return targetColumn * window.strideColumns() + tap * window.dilationColumns() - window.left();
    }
  }
}
