package programs.poll;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A poller waits for sockets and for channels of the JDK together, by index. JeroMQ tells of a
 * channel that was ready before once more as soon as another one is. */
public final class Channels {
    private Channels() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket pull = context.socket(SocketType.PULL);
                ZMQ.Socket push = context.socket(SocketType.PUSH);
                ServerSocketChannel server =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept();
                ZMQ.Poller poller = context.poller(1)) {
            Pipe pipe = Pipe.open();
            pull.bind("inproc://channels");
            push.connect("inproc://channels");
            pipe.source().configureBlocking(false);
            accepted.configureBlocking(false);
            Expect.equal(0, poller.register(pipe.source(), ZMQ.Poller.POLLIN));
            Expect.equal(1, poller.register(pull, ZMQ.Poller.POLLIN));
            Expect.equal(2, poller.register(accepted, ZMQ.Poller.POLLIN));
            Expect.equal(0, poller.poll(0));
            Expect.equal(pipe.source(), poller.getItem(0).getRawSocket());
            Expect.equal(null, poller.getSocket(0));

            pipe.sink().write(ByteBuffer.wrap(new byte[] {1}));
            Expect.equal(1, poller.poll(20_000));
            Expect.that(poller.pollin(0) && !poller.pollin(1) && !poller.pollin(2), "the pipe");
            push.send("hello");
            Expect.equal(2, poller.poll(20_000));
            Expect.that(poller.pollin(0) && poller.pollin(1) && !poller.pollin(2), "the pipe and the socket");
            Expect.equal("hello", pull.recvStr());
            pipe.source().read(ByteBuffer.allocate(8));

            client.write(ByteBuffer.wrap(new byte[] {2}));
            Expect.equal(Expect.onJeroMq() ? 2 : 1, poller.poll(20_000));
            Expect.that(!poller.pollin(1) && poller.pollin(2), "the connection");
            Expect.equal(Expect.onJeroMq(), poller.pollin(0));
            poller.unregister(accepted);
            Expect.equal(0, poller.poll(0));
            Expect.equal(2, poller.register(accepted, ZMQ.Poller.POLLOUT));
            Expect.that(poller.poll(20_000) > 0, "ready");
            Expect.that(poller.pollout(2) && !poller.pollin(2), "room to write");
            pipe.source().close();
            pipe.sink().close();
        }
    }
}
