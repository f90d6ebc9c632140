package programs.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A relaxed REQ may ask again without an answer; with correlation it drops the late answer to the first request. */
public final class RelaxedRequests {
    private RelaxedRequests() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket client = context.socket(SocketType.REQ);
                ZMQ.Socket server = context.socket(SocketType.ROUTER)) {
            server.bind("tcp://127.0.0.1:*");
            Expect.that(client.setReqRelaxed(true), "option");
            Expect.that(client.setReqCorrelate(true), "option");
            client.connect(server.getLastEndpoint());
            client.send("first");
            List<byte[]> first = receive(server);
            client.send("second");
            List<byte[]> second = receive(server);
            Expect.equal("first", new String(first.get(3), ZMQ.CHARSET));
            Expect.equal("second", new String(second.get(3), ZMQ.CHARSET));
            Expect.that(!Arrays.equals(first.get(1), second.get(1)), "each request has a number of its own");

            reply(server, first, "late");
            reply(server, second, "in time");
            Expect.equal("in time", client.recvStr());
        }
    }

    /** Sender, number of the request, delimiter, body. */
    private static List<byte[]> receive(ZMQ.Socket server) {
        List<byte[]> frames = new ArrayList<>();
        do {
            frames.add(server.recv());
        } while (server.hasReceiveMore());
        Expect.equal(4, frames.size());
        Expect.equal(4, frames.get(1).length);
        Expect.equal(0, frames.get(2).length);
        return frames;
    }

    private static void reply(ZMQ.Socket server, List<byte[]> request, String text) {
        server.sendMore(request.get(0));
        server.sendMore(request.get(1));
        server.sendMore("");
        server.send(text);
    }
}
