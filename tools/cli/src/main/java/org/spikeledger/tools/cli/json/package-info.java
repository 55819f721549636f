/** JSON for programs that read our answers. */
package org.spikeledger.tools.cli.json;
