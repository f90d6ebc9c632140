package programs.loop;

import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.util.ArrayList;
import java.util.List;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZPoller;
import programs.Expect;
import zmq.util.function.BiFunction;

/** A ZPoller calls the handlers of sockets and channels that are ready, and tells afterwards what was. */
public final class EventHandlers {
    private EventHandlers() {}

    public static void main(String[] args) throws Exception {
        List<String> called = new ArrayList<>();
        Pipe pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        try (ZContext context = new ZContext();
                ZPoller poller = new ZPoller(context)) {
            ZMQ.Socket in = context.createSocket(SocketType.PULL);
            ZMQ.Socket idle = context.createSocket(SocketType.PULL);
            ZMQ.Socket out = context.createSocket(SocketType.PUSH);
            in.bind("inproc://events");
            out.connect("inproc://events");
            BiFunction<ZMQ.Socket, Integer, Boolean> receive = (socket, events) -> {
                called.add("socket " + events + " " + socket.recvStr());
                return true;
            };
            BiFunction<SelectableChannel, Integer, Boolean> note = (channel, events) -> called.add("channel " + events);
            Expect.that(poller.register(in, receive, ZPoller.IN), "a socket");
            Expect.that(poller.register(idle, receive, ZPoller.IN), "another");
            Expect.that(poller.register(pipe.source(), note, ZPoller.IN), "a channel");
            Expect.that(!poller.register((ZMQ.Socket) null, ZPoller.IN), "nothing");
            Expect.equal(3, poller.registered());
            Expect.equal(0, poller.poll(0));

            out.send("hello");
            Expect.equal(1, poller.poll(20_000));
            Expect.equal(List.of("socket 1 hello"), called);
            Expect.that(poller.isReadable(in) && poller.pollin(in) && poller.readable(in), "it was");
            Expect.that(!poller.isReadable(idle) && !poller.isWritable(in) && !poller.isError(in), "no more than that");

            pipe.sink().write(ByteBuffer.allocate(1));
            Expect.equal(1, poller.poll(20_000));
            Expect.equal(List.of("socket 1 hello", "channel 1"), called);
            Expect.that(poller.isReadable(pipe.source()) && !poller.isReadable(in), "the channel now");

            Expect.that(poller.unregister(pipe.source()) && !poller.unregister(pipe.source()), "once");
            Expect.equal(2, poller.registered());
            Expect.equal(0, poller.poll(1));
        }
        pipe.source().close();
        pipe.sink().close();
    }
}
