/** Names of hosts, looked up within a time. Imports the JDK alone. */
@NullMarked
package io.zmq4j.cli.names;

import org.jspecify.annotations.NullMarked;
