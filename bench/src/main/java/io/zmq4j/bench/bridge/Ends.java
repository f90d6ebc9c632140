package io.zmq4j.bench.bridge;

import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.ArrayDeque;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** Both ends of a run: a PUSH and a consumer for the way in, a producer and a PULL for the way out; without a carrier, no socket. */
final class Ends implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Topic topic;
    private final boolean pushes;
    private final boolean pulls;
    private final Context context = Context.create();
    private final PushSocket push = context.push();
    private final PullSocket pull = context.pull();
    private final Producer<byte[], byte[]> producer;
    private final Consumer<byte[], byte[]> consumer;
    private final ArrayDeque<byte[]> consumed = new ArrayDeque<>();

    Ends(Topic topic, Way way, boolean hasCarrier) {
        this.topic = topic;
        pushes = hasCarrier && way == Way.IN;
        pulls = hasCarrier && way == Way.OUT;
        producer = topic.producer();
        consumer = topic.consumer(false);
        push.bind("tcp://127.0.0.1:*");
        pull.bind("tcp://127.0.0.1:*");
    }

    /** Where a carrier connects. */
    String endpoint() {
        return pulls ? pull.lastEndpoint() : push.lastEndpoint();
    }

    void send(byte[] body) {
        if (pushes) {
            push.send(Message.wrap(body));
        } else {
            var unused = producer.send(topic.record(body));
        }
    }

    byte[] receive() {
        if (pulls) {
            return pull.receive(PATIENCE).orElseThrow(Ends::late).array(0);
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (consumed.isEmpty()) {
            consumer.poll(Topic.POLL).forEach(each -> consumed.add(each.value()));
            if (consumed.isEmpty() && System.nanoTime() - end > 0) {
                throw late();
            }
        }
        return consumed.remove();
    }

    private static IllegalStateException late() {
        return new IllegalStateException("nothing came within " + PATIENCE.toSeconds() + " s");
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
        context.close(Duration.ZERO);
    }
}
