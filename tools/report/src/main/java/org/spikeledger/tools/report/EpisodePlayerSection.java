package org.spikeledger.tools.report;

import java.util.List;
import java.util.stream.IntStream;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.agent.EpisodeSummary;

/** The part of a page that its script brings to life: frames beside spikes, and the controls. */
final class EpisodePlayerSection {

  private static final List<String> NAMES = List.of("observations", "values", "rewards", "actions");
  private static final List<String> PONG =
      List.of("nothing", "fire", "up", "down", "up and fire", "down and fire");
  private static final List<String> CARTPOLE = List.of("push left", "push right");

  private EpisodePlayerSection() {}

  static void write(Markup page, EpisodeSummary summary, EpisodeFootage footage) {
    String environment = summary.environment();
    int actions = summary.network().actions();
    Shape seen = footage.observation();
    page.open("section").leaf("h2", "Replay").line();
    page.leaf("noscript", "The replay needs a script, which stands in this page.");
    page.open(
        "div",
        "id",
        "player",
        "data-steps",
        String.valueOf(footage.kept()),
        "data-all",
        Figures.whole(footage.steps()),
        "data-actions",
        String.valueOf(actions),
        "data-rows",
        String.valueOf(seen.isMap() ? seen.rows() : 0),
        "data-columns",
        String.valueOf(seen.columns()),
        "data-drawing",
        environment.startsWith("cartpole") ? "cart" : "numbers");
    writeControls(page, footage);
    page.open("div", "class", "stage").line();
    writeWorld(page, seen, actionNames(environment, actions));
    page.open("div", "class", "layers").line();
    footage.layers().forEach(layer -> writeLayer(page, layer));
    page.close().close().close().line();
    writeData(page, footage);
    page.close().line();
  }

  private static List<String> actionNames(String environment, int actions) {
    return environment.startsWith("cartpole")
        ? CARTPOLE
        : environment.equals("pong")
            ? PONG
            : IntStream.range(0, actions).mapToObj(i -> "action " + i).toList();
  }

  private static void writeControls(Markup page, EpisodeFootage footage) {
    page.open("div", "class", "controls");
    page.leaf("button", "Play", "id", "play", "type", "button");
    page.empty(
        "input",
        "id",
        "step",
        "type",
        "range",
        "min",
        "0",
        "max",
        String.valueOf(footage.kept() - 1),
        "value",
        "0",
        "aria-label",
        "environment step");
    page.open("label").text("steps a second ").open("select", "id", "speed");
    for (int speed : new int[] {5, 15, 50}) {
      String number = String.valueOf(speed);
      if (speed == 15) {
        page.leaf("option", number, "value", number, "selected", "selected");
      } else {
        page.leaf("option", number, "value", number);
      }
    }
    page.close().close();
    page.leaf("output", "", "id", "at").leaf("output", "", "id", "reward").close().line();
    if (footage.kept() < footage.steps()) {
      page.leaf(
          "p",
          "Only the first %s of %s steps stand in this page."
              .formatted(Figures.whole(footage.kept()), Figures.whole(footage.steps())),
          "class",
          "note");
    }
  }

  private static void writeWorld(Markup page, Shape seen, List<String> actions) {
    page.open("figure", "class", "world").leaf("figcaption", "What the agent sees");
    page.leaf(
        "canvas",
        "",
        "id",
        "world",
        "class",
        seen.isMap() ? "frame" : "drawing",
        "width",
        String.valueOf(seen.columns()),
        "height",
        String.valueOf(seen.rows()),
        "role",
        "img",
        "aria-label",
        "what the agent sees");
    page.leaf("p", "What it values each action at, and which it takes", "class", "note");
    page.open("div", "class", "choices");
    for (String action : actions) {
      page.open("div", "class", "choice").leaf("span", action);
      page.leaf("progress", "", "max", "1", "value", "0", "aria-label", action)
          .leaf("span", "", "class", "value")
          .close();
    }
    page.close().close().line();
  }

  private static void writeLayer(Markup page, LayerFootage layer) {
    String name = layer.facts().layer().name();
    page.open("figure", "class", "layer");
    page.leaf("figcaption", "%s %s".formatted(name, layer.shape()));
    page.leaf(
        "canvas",
        "",
        "class",
        "cells",
        "width",
        String.valueOf(layer.columns()),
        "height",
        String.valueOf(layer.rows()),
        "role",
        "img",
        "aria-label",
        "spikes of " + name);
    page.leaf("canvas", "", "class", "trend", "role", "img", "aria-label", "spikes by step");
    String cell = layer.shape().isMap() ? "a cell: a place, all channels" : "a cell: a neuron";
    page.leaf("p", "", "class", "note count").leaf("p", cell, "class", "note");
    page.close().line();
  }

  private static void writeData(Markup page, EpisodeFootage footage) {
    List<String> data = footage.data();
    for (int i = 0; i < data.size(); i++) {
      String id = i < NAMES.size() ? NAMES.get(i) : "layer" + (i - NAMES.size());
      page.leaf("script", data.get(i), "id", id, "type", "text/plain").line();
    }
  }
}
