package io.zmq4j.patterns.agent;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;

/**
 * Where an application's code runs that hangs on what an agent has done, such as callbacks of futures: not in the agent's thread,
 * which has peers to answer in time, but in the JDK's common pool.
 */
public final class Delivery {
    public static final Executor POOL =
            ForkJoinPool.getCommonPoolParallelism() > 0 ? ForkJoinPool.commonPool() : Delivery::inThreadOfItsOwn;

    private Delivery() {}

    private static void inThreadOfItsOwn(Runnable task) {
        var thread = new Thread(task, "zmq4j-delivery");
        thread.setDaemon(true);
        thread.start();
    }
}
