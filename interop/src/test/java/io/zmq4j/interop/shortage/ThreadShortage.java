package io.zmq4j.interop.shortage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Starts threads until there can be no more. */
final class ThreadShortage implements Shortage {
    private static final int MOST = 2_000;
    private static final long STACK = 64 * 1024;

    private final List<Thread> ballast = new ArrayList<>(MOST);
    private volatile boolean free;

    @Override
    public void make() {
        free = false;
        try {
            while (ballast.size() < MOST) {
                var thread = new Thread(null, this::stay, "ballast", STACK);
                thread.setDaemon(true);
                thread.start();
                ballast.add(thread);
            }
        } catch (OutOfMemoryError e) {
            // No thread is left.
        }
    }

    private void stay() {
        while (!free) {
            LockSupport.park(this);
        }
    }

    @Override
    public void release() throws InterruptedException {
        free = true;
        for (Thread thread : ballast) {
            LockSupport.unpark(thread);
        }
        for (Thread thread : ballast) {
            thread.join();
        }
        ballast.clear();
    }
}
