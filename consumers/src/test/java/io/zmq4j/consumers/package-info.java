/**
 * Projects that use zmq4j, against what {@code mvn install} puts into a local repository: here one of the tests' own, in this
 * module's {@code target}. Nothing of zmq4j is imported here.
 */
@NullMarked
package io.zmq4j.consumers;

import org.jspecify.annotations.NullMarked;
