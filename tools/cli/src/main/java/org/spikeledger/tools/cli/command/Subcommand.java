package org.spikeledger.tools.cli.command;

/**
 * A command directly under the program's name: a class annotated with picocli's {@code Command},
 * with a public constructor without parameters. They are found by {@link java.util.ServiceLoader},
 * so that a module can add one without being known here.
 */
public interface Subcommand {}
