package programs.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Aside;
import programs.Expect;

/** A ventilator hands tasks to its workers in turn, and a sink collects what all of them have done. */
public final class Pipeline {
    private Pipeline() {}

    public static void main(String[] args) throws Exception {
        try (ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket ventilator = context.socket(SocketType.PUSH);
                ZMQ.Socket sink = context.socket(SocketType.PULL)) {
            sink.bind("inproc://results");
            List<Aside> workers = new ArrayList<>();
            CountDownLatch ready = new CountDownLatch(3);
            for (int i = 0; i < 3; i++) {
                String name = "worker-" + i;
                workers.add(Aside.start(() -> work(context, name, ready)));
            }
            ready.await();
            for (int i = 0; i < 3; i++) {
                ventilator.connect("inproc://worker-" + i);
            }
            for (int task = 0; task < 30; task++) {
                ventilator.send("task " + task);
            }
            Map<String, Integer> counts = new HashMap<>();
            for (int task = 0; task < 30; task++) {
                counts.merge(sink.recvStr(), 1, Integer::sum);
            }
            Expect.equal(Map.of("worker-0", 10, "worker-1", 10, "worker-2", 10), counts);
            for (Aside worker : workers) {
                worker.join();
            }
        }
    }

    private static void work(ZMQ.Context context, String name, CountDownLatch ready) {
        try (ZMQ.Socket tasks = context.socket(SocketType.PULL);
                ZMQ.Socket results = context.socket(SocketType.PUSH)) {
            tasks.bind("inproc://" + name);
            results.connect("inproc://results");
            ready.countDown();
            for (int i = 0; i < 10; i++) {
                Expect.that(tasks.recvStr().startsWith("task "), "a task");
                results.send(name);
            }
        }
    }
}
