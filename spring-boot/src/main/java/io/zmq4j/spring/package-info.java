/**
 * What an application with Spring Boot writes against: {@link io.zmq4j.spring.ZmqListener} on methods,
 * {@link io.zmq4j.spring.ZmqTemplate}, and what customizes sockets, context, codecs and failures by beans.
 *
 * <p>Imports of this project: core alone. Threads: whichever call; what is here keeps no state but a cache of codecs.
 */
@NullMarked
package io.zmq4j.spring;

import org.jspecify.annotations.NullMarked;
