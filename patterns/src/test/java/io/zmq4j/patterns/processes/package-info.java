/** Java programs in processes of their own, to be killed. Imports nothing of the project. */
@NullMarked
package io.zmq4j.patterns.processes;

import org.jspecify.annotations.NullMarked;
