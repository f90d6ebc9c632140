package io.zmq4j.transport.spi;

import io.zmq4j.event.Registration;
import io.zmq4j.options.OptionValues;

/**
 * A place that says who is there: a name service, a file, a list. A socket that connects to it connects to all of them, and follows when
 * they change. Safe for any thread; {@code toString} gives its text, by which a socket can be disconnected from it.
 */
public interface Directory {
    /**
     * Begins to tell who is there: now or as soon as it is known, and again at each change. Does not block; what takes time is done by
     * a thread of its own.
     *
     * @param options the socket's when it was connected
     * @return to be closed when nobody wants to know any more, by any thread: does not block, and little is told after it
     * @throws io.zmq4j.error.EndpointException if it cannot be watched at all
     */
    Registration watch(OptionValues options, DirectoryListener listener);
}
