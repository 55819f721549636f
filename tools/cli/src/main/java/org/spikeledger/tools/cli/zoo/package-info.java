/** {@code zoo list} and {@code zoo show}: the trained networks at hand. */
package org.spikeledger.tools.cli.zoo;
