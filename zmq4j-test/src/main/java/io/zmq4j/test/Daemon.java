package io.zmq4j.test;

/** Threads that keep no test run from ending. */
final class Daemon {
    private Daemon() {}

    static Thread start(String name, Runnable task) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
