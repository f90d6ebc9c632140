package io.zmq4j.spring.listener;

import io.zmq4j.Context;
import io.zmq4j.spring.ZmqTemplate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/** Something that stops between the listeners and the context, as a web server does. */
final class Between implements SmartLifecycle {
    final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    private final Context context;
    private final ObjectProvider<ZmqListeners> listeners;
    private final ZmqTemplate zmq;
    private volatile boolean isRunning;

    Between(Context context, ObjectProvider<ZmqListeners> listeners, ZmqTemplate zmq) {
        this.context = context;
        this.listeners = listeners;
        this.zmq = zmq;
    }

    @Override
    public void start() {
        isRunning = true;
    }

    @Override
    public void stop() {
        isRunning = false;
        seen.add("listening: " + listeners.getObject().isRunning());
        seen.add("closed: " + context.isClosed());
        zmq.send("audit", "the last word");
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
