package io.zmq4j.flow;

import io.zmq4j.Context;
import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;
import org.testng.annotations.AfterMethod;
import org.testng.annotations.Listeners;

/** A socket as a subscriber: what is published to it is sent to another socket. */
@Listeners(Applicable.class)
public final class SubscriberTest extends FlowSubscriberBlackboxVerification<Message> {
    private static final long IN_TIME_MILLIS = 20_000;
    private static final long SILENCE_MILLIS = 50;
    private static final long POLL_MILLIS = 20;
    private static final int WINDOW = 16;

    private final List<Context> contexts = new CopyOnWriteArrayList<>();

    public SubscriberTest() {
        super(new TestEnvironment(IN_TIME_MILLIS, SILENCE_MILLIS, POLL_MILLIS));
    }

    @Override
    public Flow.Subscriber<Message> createFlowSubscriber() {
        Context context = Context.create();
        contexts.add(context);
        PullSocket pull = context.pull();
        PushSocket push = context.push();
        push.connect(pull.bind("inproc://published"));
        return push.subscriber(WINDOW);
    }

    @Override
    public Message createElement(int element) {
        return Message.of(Integer.toString(element));
    }

    @AfterMethod(alwaysRun = true)
    public void close() {
        contexts.forEach(each -> each.close(Duration.ZERO));
        contexts.clear();
    }
}
