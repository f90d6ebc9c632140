package programs.actor;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZMsg;
import org.zeromq.ZProxy;
import org.zeromq.ZProxy.Plug;

/** ROUTER at the front, DEALER at the back and PUSH for copies, if wanted; answers what it is asked into the pipe. */
final class Broker implements ZProxy.Proxy {
    private final Calls calls;
    private final boolean captures;
    private final Map<Plug, String> endpoints = new ConcurrentHashMap<>();
    volatile boolean renews = true;
    volatile Thread thread;

    Broker(Calls calls, boolean captures) {
        this.calls = calls;
        this.captures = captures;
    }

    /** A socket of a peer, at this place. */
    Socket peer(ZContext context, SocketType type, Plug place) {
        Socket socket = context.createSocket(type);
        socket.setReceiveTimeOut(20_000);
        socket.connect(endpoints.get(place));
        return socket;
    }

    @Override
    public Socket create(ZContext context, Plug place, Object... args) {
        thread = Thread.currentThread();
        calls.add("create " + place);
        switch (place) {
            case FRONT:
                return context.createSocket(SocketType.ROUTER);
            case BACK:
                return context.createSocket(SocketType.DEALER);
            default:
                return captures ? context.createSocket(SocketType.PUSH) : null;
        }
    }

    /** Binds another endpoint each time: JeroMQ may hold that of a closed socket a little longer. */
    @Override
    public boolean configure(Socket socket, Plug place, Object... args) {
        calls.add("configure " + place);
        endpoints.put(place, "inproc://" + place + calls.count());
        return socket == null || socket.bind(endpoints.get(place));
    }

    @Override
    public boolean restart(ZMsg message, Socket socket, Plug place, Object... args) {
        return calls.add("restart " + place, renews);
    }

    @Override
    public boolean configure(Socket pipe, ZMsg message, Socket front, Socket back, Socket capture, Object... args) {
        calls.add("configure by " + message.getFirst());
        return pipe.send("configured");
    }

    @Override
    public boolean custom(Socket pipe, String command, Socket front, Socket back, Socket capture, Object... args) {
        calls.add("custom " + command);
        return pipe.send("done");
    }
}
