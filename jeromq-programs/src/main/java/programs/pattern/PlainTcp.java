package programs.pattern;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A STREAM speaks plain TCP with whoever connects: a frame that names the connection, then its bytes. Nothing closes it on zmq4j; JeroMQ drops it. */
public final class PlainTcp {
    private PlainTcp() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket stream = context.socket(SocketType.STREAM)) {
            stream.setReceiveTimeOut(20_000);
            stream.setLinger(0);
            int port = stream.bindToRandomPort("tcp://127.0.0.1");
            try (java.net.Socket client = new java.net.Socket()) {
                client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                client.setSoTimeout(20_000);
                byte[] id = stream.recv();
                Expect.equal(5, id.length);
                Expect.equal(0, (int) id[0]);
                Expect.that(stream.hasReceiveMore(), "bytes behind the name");
                Expect.equal(new byte[0], stream.recv());
                Expect.that(!stream.hasReceiveMore(), "two frames");

                client.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(ZMQ.CHARSET));
                Expect.equal(id, stream.recv());
                Expect.equal("GET / HTTP/1.0\r\n\r\n", stream.recvStr());

                Expect.that(stream.send(id, ZMQ.SNDMORE), "a name");
                Expect.that(stream.send("HTTP/1.0 200 OK\r\n\r\n"), "bytes");
                byte[] answer = client.getInputStream().readNBytes(19);
                Expect.equal("HTTP/1.0 200 OK\r\n\r\n", new String(answer, ZMQ.CHARSET));

                if (Expect.onZmq4j()) {
                    Expect.that(stream.send(id, ZMQ.SNDMORE), "a name");
                    Expect.that(stream.send(new byte[0]), "nothing");
                    Expect.equal(-1, client.getInputStream().read());
                }
            }
        }
    }
}
