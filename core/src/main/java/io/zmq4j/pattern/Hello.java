package io.zmq4j.pattern;

import io.zmq4j.message.Message;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pipe.Pipe;

/** HELLO_MSG: the first message on every new connection. */
final class Hello {
    private Hello() {}

    /** On a connection that was renewed it comes after what is queued; a queue that is full takes none. */
    static void send(Pipe pipe, OptionValues options) {
        byte[] hello = options.get(SocketOptions.HELLO_MSG);
        if (hello.length > 0) {
            pipe.tryWrite(Message.wrap(hello));
        }
    }
}
