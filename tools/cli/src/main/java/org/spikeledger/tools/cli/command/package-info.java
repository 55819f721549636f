/** What every command is: how it is found, what it answers, how it ends. */
package org.spikeledger.tools.cli.command;
