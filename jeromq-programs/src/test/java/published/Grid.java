package published;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.openqa.selenium.events.Event;
import org.openqa.selenium.events.EventBus;
import org.openqa.selenium.events.EventListener;
import org.openqa.selenium.events.EventName;
import org.openqa.selenium.events.zeromq.ZeroMqEventBus;
import org.openqa.selenium.grid.security.Secret;
import org.zeromq.ZContext;

/** The event bus of a hub of Selenium Grid, and that of a node which connects to it. */
public final class Grid {
    private static final int EVENTS = 100;
    private static final int PATIENCE_SECONDS = 20;
    private static final EventName NAME = new EventName("session-counted");

    private Grid() {}

    public static void main(String[] arguments) throws Exception {
        String publishes = "tcp://127.0.0.1:" + freePort();
        String subscribes = "tcp://127.0.0.1:" + freePort();
        var secret = new Secret("of this grid");
        try (ZContext context = new ZContext()) {
            EventBus hub = ZeroMqEventBus.create(context, publishes, subscribes, true, secret);
            EventBus node = ZeroMqEventBus.create(context, publishes, subscribes, false, secret);
            if (!hub.isReady() || !node.isReady()) {
                throw new AssertionError("ready: the hub " + hub.isReady() + ", the node " + node.isReady());
            }
            pass(node, hub);
            pass(hub, node);
            node.close();
            hub.close();
        }
        System.out.println("ok");
        System.exit(0);
    }

    private static void pass(EventBus from, EventBus to) throws InterruptedException {
        BlockingQueue<Integer> heard = new LinkedBlockingQueue<>();
        to.addListener(new EventListener<>(NAME, Integer.class, heard::add));
        for (int i = 0; i < EVENTS; i++) {
            from.fire(new Event(NAME, i));
        }
        long sum = 0;
        for (int i = 0; i < EVENTS; i++) {
            Integer number = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (number == null) {
                throw new AssertionError("of the events " + i + " have come");
            }
            sum += number;
        }
        // Listeners are called by several threads: in no order.
        if (sum != (long) EVENTS * (EVENTS - 1) / 2) {
            throw new AssertionError("not each event once: " + sum);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
