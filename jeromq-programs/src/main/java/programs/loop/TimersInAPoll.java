package programs.loop;

import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.timer.ZTimer;
import programs.Expect;

/** A heartbeat: the poll waits no longer than until the next timer. */
public final class TimersInAPoll {
    private TimersInAPoll() {}

    public static void main(String[] args) {
        ZTimer timers = new ZTimer();
        try (ZContext context = new ZContext()) {
            ZMQ.Socket server = context.createSocket(SocketType.PULL);
            ZMQ.Socket client = context.createSocket(SocketType.PUSH);
            server.bind("inproc://heart");
            client.connect("inproc://heart");
            timers.add(5, given -> client.send("beat"));
            ZMQ.Poller poller = context.createPoller(1);
            poller.register(server, ZMQ.Poller.POLLIN);
            int beats = 0;
            while (beats < 3) {
                if (poller.poll(timers.timeout()) > 0) {
                    Expect.equal("beat", server.recvStr());
                    beats++;
                }
                timers.execute();
            }
            poller.close();
        }
    }
}
