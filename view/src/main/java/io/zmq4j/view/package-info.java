/**
 * What is seen of a process that runs zmq4j, from another one. A {@link io.zmq4j.view.Source} gives the snapshots of its contexts:
 * {@link io.zmq4j.view.JvmSource} of a JVM on this machine, to which it attaches, {@link io.zmq4j.view.EndpointSource} of whoever
 * serves its statistics. A {@link io.zmq4j.view.Watch} makes rates and a history of successive snapshots. Whatever an observed
 * process sends or does, what comes of it is a snapshot within bounds or a {@link io.zmq4j.view.ViewException}, whose message is a
 * sentence for people.
 *
 * <p>Imports the public API of zmq4j, Jackson, and the JDK's attach API and JMX. A source and a watch belong to one thread at a time;
 * what they give is immutable.
 */
@NullMarked
package io.zmq4j.view;

import org.jspecify.annotations.NullMarked;
