package io.zmq4j.pipe;

import io.zmq4j.event.DropCounters;
import io.zmq4j.message.Message;
import io.zmq4j.stress.Scenario;
import io.zmq4j.stress.Trial;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;

/** A reader of an empty queue and a writer to a full one sleep until the other calls: no call is lost. */
public final class BothFlags implements Scenario {
    private static final int MESSAGES = 8;

    private final PipeQueue queue = new PipeQueue(2, false, new DropCounters());
    private volatile Thread reader;
    private volatile Thread writer;
    private volatile boolean called;
    private volatile boolean hasRoom;

    @Override
    public void play(Trial trial) {
        writer = trial.start("writer", this::write);
        reader = trial.start("reader", () -> read(trial));
        trial.join(writer, reader);
    }

    private void write() {
        while (writer == null || reader == null) {
            Thread.yield();
        }
        for (int i = 0; i < MESSAGES; i++) {
            hasRoom = false;
            while (!queue.offerOrWait(Message.of(Integer.toString(i)))) {
                while (!hasRoom) {
                    LockSupport.park(this);
                }
                hasRoom = false;
            }
            VarHandle.fullFence();
            if (queue.wakesReader()) {
                called = true;
                LockSupport.unpark(reader);
            }
        }
    }

    private void read(Trial trial) {
        while (writer == null || reader == null) {
            Thread.yield();
        }
        for (int next = 0; next < MESSAGES; next++) {
            called = false;
            Message message;
            while ((message = queue.pollOrWait()) == null) {
                while (!called) {
                    LockSupport.park(this);
                }
                called = false;
            }
            trial.check(message.text().equals(Integer.toString(next)), "got " + message.text() + " for " + next);
            VarHandle.fullFence();
            if (queue.wakesWriter()) {
                hasRoom = true;
                LockSupport.unpark(writer);
            }
        }
    }
}
