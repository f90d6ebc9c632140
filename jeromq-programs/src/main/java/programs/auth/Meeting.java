package programs.auth;

import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import programs.Expect;
import zmq.Msg;

/** A server and a client that wants in. */
final class Meeting {
    final ZMQ.Socket server;
    final ZMQ.Socket client;

    Meeting(ZContext context) {
        server = context.createSocket(SocketType.DEALER);
        client = context.createSocket(SocketType.DEALER);
        client.setLinger(0);
        client.setReconnectIVL(50);
    }

    /** The client talks to the server; to be called when both are configured. */
    void begin() {
        server.bind("tcp://127.0.0.1:*");
        client.connect(server.getLastEndpoint());
        client.send("hello");
    }

    /** The client's message, with what is known of the client. */
    Msg comesIn() {
        server.setReceiveTimeOut(20_000);
        Msg message = server.base().recv(0);
        Expect.that(message != null, "the client is let in");
        Expect.equal("hello", new String(message.data(), ZMQ.CHARSET));
        return message;
    }

    void staysOut() {
        Expect.equal(null, server.recv(ZMQ.DONTWAIT));
    }

    void end() {
        client.close();
        server.close();
    }
}
