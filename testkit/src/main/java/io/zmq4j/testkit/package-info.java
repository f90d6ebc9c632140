/** What tests put at the other end of a connection: a scripted raw peer, a proxy that breaks things, a Python child process. Imports nothing of the project, so that no mistake can agree with itself. Every wait has a deadline. */
@NullMarked
package io.zmq4j.testkit;

import org.jspecify.annotations.NullMarked;
