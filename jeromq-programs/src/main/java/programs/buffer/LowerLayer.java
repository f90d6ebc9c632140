package programs.buffer;

import org.zeromq.ZMQ;
import programs.Expect;
import zmq.Ctx;
import zmq.Msg;
import zmq.SocketBase;
import zmq.ZError;

/** The lower layer alone: a context, sockets, options and messages of package zmq. */
public final class LowerLayer {
    private LowerLayer() {}

    public static void main(String[] args) throws Exception {
        Ctx context = zmq.ZMQ.init(1);
        SocketBase server = zmq.ZMQ.socket(context, zmq.ZMQ.ZMQ_REP);
        SocketBase client = zmq.ZMQ.socket(context, zmq.ZMQ.ZMQ_REQ);
        Expect.that(zmq.ZMQ.setSocketOption(client, zmq.ZMQ.ZMQ_LINGER, 0), "option");
        Expect.equal(0, zmq.ZMQ.getSocketOption(client, zmq.ZMQ.ZMQ_LINGER));
        Expect.that(zmq.ZMQ.bind(server, "tcp://127.0.0.1:*"), "bind");
        String endpoint = (String) zmq.ZMQ.getSocketOptionExt(server, zmq.ZMQ.ZMQ_LAST_ENDPOINT);
        Expect.that(zmq.ZMQ.connect(client, endpoint), "connect");
        Expect.equal(5, zmq.ZMQ.send(client, "hello", 0));
        Msg request = zmq.ZMQ.recv(server, 0);
        Expect.equal(5, zmq.ZMQ.msgSize(request));
        Expect.equal("hello", new String(request.data(), ZMQ.CHARSET));
        Expect.that(server.send(new Msg("world".getBytes(ZMQ.CHARSET)), 0), "reply");
        Expect.equal("world", new String(client.recv(0).data(), ZMQ.CHARSET));
        Expect.equal(null, client.recv(zmq.ZMQ.ZMQ_DONTWAIT));
        Expect.equal(ZError.EFSM, client.errno());
        zmq.ZMQ.close(client);
        zmq.ZMQ.close(server);
        zmq.ZMQ.term(context);
    }
}
