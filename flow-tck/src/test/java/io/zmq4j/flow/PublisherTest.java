package io.zmq4j.flow;

import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.error.ZmqException;
import io.zmq4j.event.Traffic;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.Listeners;

/** A socket as a publisher, whose messages come from another socket and which is closed after the last one. */
@Listeners(Applicable.class)
public final class PublisherTest extends FlowPublisherVerification<Message> {
    private static final long IN_TIME_MILLIS = 20_000;
    private static final long SILENCE_MILLIS = 50;
    private static final long POLL_MILLIS = 20;
    private static final long LOOK_NANOS = 1_000_000;

    /** The TCK waits as long as that before it looks whether a subscriber that has cancelled was let go. */
    private static final long RELEASE_MILLIS = 5_000;

    private final List<Context> contexts = new CopyOnWriteArrayList<>();

    public PublisherTest() {
        super(new TestEnvironment(IN_TIME_MILLIS, SILENCE_MILLIS, POLL_MILLIS), RELEASE_MILLIS);
    }

    @Override
    public Flow.Publisher<Message> createFlowPublisher(long elements) {
        Context context = Context.create();
        contexts.add(context);
        PullSocket pull = context.pull();
        PushSocket push = context.push();
        push.connect(pull.bind("inproc://elements"));
        var feeder = new Thread(() -> feed(push, pull, elements), "feeder");
        feeder.setDaemon(true);
        feeder.start();
        return pull.publisher();
    }

    private static void feed(PushSocket push, PullSocket pull, long elements) {
        try {
            for (long i = 0; i < elements; i++) {
                push.send(Long.toString(i));
            }
            while (taken(pull) < elements) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            pull.close();
        } catch (ZmqException e) {
            // The context is closed: the test is over.
        }
    }

    private static long taken(PullSocket pull) {
        Traffic traffic = pull.statistics().traffic();
        return traffic.messagesIn() - traffic.queuedIn();
    }

    @Override
    public Flow.@Nullable Publisher<Message> createFailedFlowPublisher() {
        return null;
    }

    @AfterMethod(alwaysRun = true)
    public void close() {
        contexts.forEach(each -> each.close(Duration.ZERO));
        contexts.clear();
    }
}
