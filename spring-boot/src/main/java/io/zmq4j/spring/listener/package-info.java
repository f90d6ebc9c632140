/**
 * From a method with {@link io.zmq4j.spring.ZmqListener} to a running listener, and its end in the application's shutdown.
 *
 * <p>Imports of this project: {@code io.zmq4j.spring} and core. Listeners are registered and started by the thread that starts the
 * application; methods are called by the context's workers or by the listener's own threads.
 */
@NullMarked
package io.zmq4j.spring.listener;

import org.jspecify.annotations.NullMarked;
