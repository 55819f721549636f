/** Where a network is: a file, or a name in the zoo. */
package org.spikeledger.tools.cli.network;
