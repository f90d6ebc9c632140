package io.zmq4j.examples.docs;

import io.zmq4j.ChannelSocket;
import io.zmq4j.ClientSocket;
import io.zmq4j.Context;
import io.zmq4j.DealerSocket;
import io.zmq4j.DgramSocket;
import io.zmq4j.DishSocket;
import io.zmq4j.GatherSocket;
import io.zmq4j.PairSocket;
import io.zmq4j.PeerSocket;
import io.zmq4j.PubSocket;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.RadioSocket;
import io.zmq4j.RepSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.RouterSocket;
import io.zmq4j.ScatterSocket;
import io.zmq4j.ServerSocket;
import io.zmq4j.StreamSocket;
import io.zmq4j.SubSocket;
import io.zmq4j.XPubSocket;
import io.zmq4j.XSubSocket;
import io.zmq4j.message.Message;
import java.time.Duration;

/** What the statements of a page find ready: a context, a socket of each type, not connected, and a message. */
public class Ready implements AutoCloseable {
    /** What the blocks of a page need not import. */
    static final String IMPORTS = """
            import io.zmq4j.*;
            import io.zmq4j.codec.*;
            import io.zmq4j.curve.*;
            import io.zmq4j.error.*;
            import io.zmq4j.event.*;
            import io.zmq4j.gssapi.*;
            import io.zmq4j.health.*;
            import io.zmq4j.jackson.*;
            import io.zmq4j.management.*;
            import io.zmq4j.message.*;
            import io.zmq4j.micrometer.*;
            import io.zmq4j.options.*;
            import io.zmq4j.security.*;
            import io.zmq4j.snapshot.*;
            import io.zmq4j.zmtp.SocketType;
            import io.zmq4j.zmtp.mechanism.*;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            """;

    protected final Context context = Context.builder()
            .sockets(all -> all.linger(Duration.ZERO).receiveTimeout(Duration.ofSeconds(20)))
            .build();
    protected final ReqSocket req = context.req();
    protected final RepSocket rep = context.rep();
    protected final DealerSocket dealer = context.dealer();
    protected final RouterSocket router = context.router();
    protected final PubSocket pub = context.pub();
    protected final SubSocket sub = context.sub();
    protected final XPubSocket xpub = context.xpub();
    protected final XSubSocket xsub = context.xsub();
    protected final PushSocket push = context.push();
    protected final PullSocket pull = context.pull();
    protected final PairSocket pair = context.pair();
    protected final StreamSocket stream = context.stream();
    protected final DgramSocket dgram = context.dgram();
    protected final ClientSocket client = context.client();
    protected final ServerSocket server = context.server();
    protected final RadioSocket radio = context.radio();
    protected final DishSocket dish = context.dish();
    protected final ScatterSocket scatter = context.scatter();
    protected final GatherSocket gather = context.gather();
    protected final PeerSocket peer = context.peer();
    protected final ChannelSocket channel = context.channel();
    protected final Message message = Message.of("Hello");
    /** To bind: a port that is free. */
    protected final String endpoint = "tcp://127.0.0.1:*";

    @Override
    public void close() {
        context.close(Duration.ZERO);
    }
}
