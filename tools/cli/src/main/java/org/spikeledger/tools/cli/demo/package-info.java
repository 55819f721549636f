/** {@code demo}: the main job on bundled data. */
package org.spikeledger.tools.cli.demo;
