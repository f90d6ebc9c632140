package io.zmq4j.loop;

import java.util.concurrent.ThreadFactory;

/** Makes threads that keep no program from ending, all of one name. */
public record Daemons(String name) implements ThreadFactory {
    @Override
    public Thread newThread(Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
