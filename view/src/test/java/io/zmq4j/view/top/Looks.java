package io.zmq4j.view.top;

import io.zmq4j.event.DropReason;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.snapshot.ContextSnapshot;
import io.zmq4j.snapshot.SocketSnapshot;
import io.zmq4j.view.MadeUp;
import io.zmq4j.view.ProcessWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was seen of processes that are not there. */
final class Looks {
    private Looks() {}

    /** Of a publisher with a slow subscriber, a dealer whose hub refuses it, and a pull that reads along, for twelve seconds. */
    static Look ofPrices() {
        var watch = new ProcessWatch(60);
        Look look = null;
        for (int second = 0; second <= 12; second++) {
            look = new Look("pid 4711", watch.add(List.of(prices(second))), null);
        }
        return Objects.requireNonNull(look);
    }

    private static ContextSnapshot prices(int second) {
        long sent = 1_200_000L * second - 1_000L * (second % 4) * (second % 4) * 30;
        var context = MadeUp.context();
        context.socket(MadeUp.socket(
                1,
                "PUB",
                "ticker",
                List.of(MadeUp.bound("tcp://*:5556", 2)),
                MadeUp.traffic(0, sent, 0, 1000),
                Map.of(DropReason.QUEUE_FULL, 17L),
                MadeUp.peer("tcp://*:5556", "10.0.0.7:40112", "", MadeUp.traffic(0, 500L * second, 0, 1000)),
                MadeUp.peer("tcp://*:5556", "10.0.0.8:39001", "fast", MadeUp.traffic(0, sent - 500L * second, 0, 0))));
        context.socket(MadeUp.socket(
                2,
                "DEALER",
                "orders",
                List.of(
                        MadeUp.waiting("tcp://hub:7000", "Connection refused", Duration.ofSeconds(2)),
                        MadeUp.waiting("tcp://hub2:7000", "Connection refused", Duration.ofSeconds(1))),
                MadeUp.traffic(0, 0, 0, 0),
                Map.of()));
        context.socket(MadeUp.socket(
                3,
                "PULL",
                "",
                List.of(MadeUp.connected("ipc:///run/work.sock")),
                MadeUp.traffic(8_000L * second, 0, 12, 0),
                Map.of(DropReason.PEER_GONE, 2L, DropReason.UNREAD_AT_CLOSE, 30L),
                MadeUp.peer("ipc:///run/work.sock", "", "\u0001\u0002", MadeUp.traffic(8_000L * second, 0, 12, 0))));
        context.event(
                1, "PUB \"ticker\"", new SocketEvent(SocketEvent.Type.LISTENING, "tcp://*:5556", null, null, "", 0));
        for (int retry = 2; retry < second; retry++) {
            context.event(
                    retry,
                    "DEALER \"orders\"",
                    new SocketEvent(
                            SocketEvent.Type.CONNECT_RETRIED, "tcp://hub:7000", null, null, "Connection refused", 100));
        }
        context.event(
                second, "PUB \"ticker\"", new SocketEvent(SocketEvent.Type.DROPPED, "", null, null, "QUEUE_FULL", 17));
        return context.at(3600 + second);
    }

    /** A process with so many idle sockets, named by number. */
    static Look ofMany(int sockets) {
        var context = MadeUp.context();
        for (int id = 1; id <= sockets; id++) {
            context.socket(MadeUp.socket(id, "REQ", "client-" + id, List.of(), MadeUp.traffic(0, 0, 0, 0), Map.of()));
        }
        return new Look("pid 4711", new ProcessWatch(60).add(List.of(context.at(5))), null);
    }

    /** Two contexts in one process. */
    static Look ofTwoContexts() {
        var second = MadeUp.context().socket(idle("jobs"));
        second.name = "batch";
        second.number = 2;
        return new Look(
                "pid 4711",
                new ProcessWatch(60)
                        .add(List.of(MadeUp.context().socket(idle("ticker")).at(5), second.at(4))),
                null);
    }

    private static SocketSnapshot idle(String name) {
        return MadeUp.socket(1, "PUSH", name, List.of(), MadeUp.traffic(0, 0, 0, 0), Map.of());
    }

    static List<String> texts(List<Line> lines) {
        var texts = new ArrayList<String>();
        lines.forEach(line -> texts.add(line.text().stripTrailing()));
        return texts;
    }

    static String text(List<Line> lines) {
        return String.join("\n", texts(lines)) + "\n";
    }
}
