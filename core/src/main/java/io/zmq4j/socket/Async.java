package io.zmq4j.socket;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.TooManyPendingException;
import io.zmq4j.loop.Chore;
import io.zmq4j.loop.Loop;
import io.zmq4j.loop.Wakeable;
import io.zmq4j.message.Message;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A socket's asynchronous calls: a waiter without a thread. A call is tried in the caller's thread; if it has to wait, a
 * signal makes a worker try those that wait, in the order they were made. While there are any, the loop has a dependent and
 * never goes without a driver.
 *
 * <p>A call is served, given up and moved from list to list with one lock held, and nothing is allocated between taking a
 * message and handing it over. The futures are told without it, by a {@link Completer}.
 */
final class Async implements Wakeable {
    /** Most sends that wait. */
    static final int MOST_SENDS = 100_000;

    /** Most bytes in more than one of them. */
    static final long MOST_BYTES = Runtime.getRuntime().maxMemory() / 4;

    private final SocketCore socket;
    private final ReentrantLock lock = new ReentrantLock();
    private final Completer completer;

    /** Of the socket's loop, or another one of the context if it has none. Made by the first call that waits. */
    private volatile @Nullable Chore again;

    // ---- guarded by the lock

    private final PendingList receives = new PendingList();
    private final PendingList sends = new PendingList();
    private final Requests requests;
    private @Nullable Alarm alarm;
    private boolean waiting;
    private @Nullable Loop dependsOn;

    Async(SocketCore socket, Workers workers) {
        this.socket = socket;
        this.completer = new Completer(workers, lock, this::serve);
        this.requests = new Requests(socket, completer::add);
    }

    CompletableFuture<Message> receive() {
        var call = new Pending.Receive(this, socket.lifeline());
        begin(call, receives);
        return call;
    }

    CompletableFuture<Void> send(Message message) {
        var call = new Pending.Send(this, message, socket.lifeline());
        begin(call, sends);
        return call;
    }

    /** Sends a request of a DEALER, and gives its reply within this time. */
    CompletableFuture<Message> request(Message message, long nanos) {
        Outstanding call;
        boolean isHelpWanted;
        lock.lock();
        try {
            call = requests.make(this, message, nanos);
            ask(call);
            isHelpWanted = completer.isHelpWanted();
        } finally {
            lock.unlock();
        }
        seeTo(call, isHelpWanted);
        return call;
    }

    private void ask(Outstanding call) {
        if (requests.isFull()) {
            call.fail(requests.busy(call));
            return;
        }
        boolean done = false;
        try {
            requests.add(call);
            if (!sends.isEmpty() || !isServedNow(call.ask)) {
                awaitTurn(call);
            }
            if (call.state == Pending.State.WAITING) {
                if (waiting) {
                    ringInTime();
                } else {
                    startWaiting();
                }
            }
            done = true;
        } catch (SocketClosedException e) {
            requests.fail(call, e);
            done = true;
        } finally {
            if (!done) {
                requests.remove(call);
                endWaitingIfDone();
            }
        }
    }

    private void awaitTurn(Outstanding call) {
        if (isFull(call.ask.size)) {
            requests.fail(call, requests.busy(call));
        } else {
            sends.add(call.ask);
        }
    }

    /** How many requests are outstanding. */
    int outstanding() {
        lock.lock();
        try {
            return requests.count();
        } finally {
            lock.unlock();
        }
    }

    int mostOutstanding() {
        lock.lock();
        try {
            return requests.most();
        } finally {
            lock.unlock();
        }
    }

    void mostOutstanding(int count) {
        lock.lock();
        try {
            requests.most(count);
        } finally {
            lock.unlock();
        }
    }

    private void begin(Pending<?> call, PendingList list) {
        boolean isHelpWanted;
        lock.lock();
        try {
            if (!list.isEmpty() || !isServedNow(call)) {
                await(call, list);
            } else if (!call.hasFailed()) {
                completer.add(call);
            }
            isHelpWanted = completer.isHelpWanted();
        } finally {
            lock.unlock();
        }
        seeTo(call, isHelpWanted);
    }

    /** Tells the call, or sees to it that somebody tells those that have ended. */
    private void seeTo(Pending<?> call, boolean isHelpWanted) {
        if (call.hasFailed()) {
            call.tell();
        } else if (isHelpWanted && !completer.summon()) {
            // A signal that came meanwhile was told that there would be a thread.
            tryLater();
            tellHere(call);
        }
    }

    private boolean isServedNow(Pending<?> call) {
        LockedPattern pattern = socket.pattern();
        if (call.serve(pattern)) {
            return true;
        }
        socket.advance();
        return call.serve(pattern);
    }

    /** No thread can be had. Nobody has the future yet, so there is nothing that could block. */
    private void tellHere(Pending<?> call) {
        boolean served;
        lock.lock();
        try {
            served = call.state == Pending.State.SERVED;
        } finally {
            lock.unlock();
        }
        if (served) {
            call.tell();
        }
    }

    private void await(Pending<?> call, PendingList list) {
        if (list == sends && isFull(call.size)) {
            call.fail(new TooManyPendingException(sends.count() + " sends of " + sends.bytes() + " bytes wait on the "
                    + socket.type() + " socket: wait for some of their futures before sending more"));
            return;
        }
        list.add(call);
        if (!waiting) {
            boolean begun = false;
            try {
                beginWaiting();
                begun = true;
            } finally {
                if (!begun) {
                    list.remove(call);
                    endWaitingIfDone();
                }
            }
            // What came before the socket knew that somebody waits was signalled to nobody.
            serve();
        }
    }

    private void startWaiting() {
        beginWaiting();
        serve();
    }

    /** The requests have somebody who looks when the first one's time is over. */
    private void ringInTime() {
        Outstanding first = requests.first();
        if (first != null) {
            Alarm mine = alarm;
            if (mine == null) {
                mine = new Alarm(retryLoop(socket.loopIfAny()), this::signalAgain);
                alarm = mine;
            }
            mine.ringAt(first.dueNanos);
        }
    }

    private boolean isFull(long more) {
        return sends.count() >= MOST_SENDS || (!sends.isEmpty() && sends.bytes() + more > MOST_BYTES);
    }

    private void beginWaiting() {
        Loop loop = socket.loopIfAny();
        if (again == null) {
            again = retryLoop(loop).chore(this::signalAgain);
        }
        if (!waiting) {
            socket.pattern().addWaiter(this);
            waiting = true;
        }
        if (dependsOn == null && loop != null) {
            loop.addDependent();
            dependsOn = loop;
        }
    }

    private Loop retryLoop(@Nullable Loop loop) {
        return loop == null ? socket.context().chooseLoop() : loop;
    }

    private void endWaitingIfDone() {
        if (waiting && receives.isEmpty() && sends.isEmpty() && requests.isEmpty()) {
            waiting = false;
            socket.pattern().removeWaiter(this);
            if (dependsOn != null) {
                dependsOn.removeDependent();
                dependsOn = null;
            }
        }
    }

    /** A pipe signals once: if no thread can be had to look after that, a loop tries again until there is one. */
    @Override
    public void signal() {
        if (!completer.signal()) {
            tryLater();
        }
    }

    private void tryLater() {
        Chore retry = again;
        if (retry != null) {
            retry.post();
        }
    }

    private void signalAgain() {
        if (!completer.signal()) {
            throw Chore.AGAIN;
        }
    }

    /** The socket is closed: every call that waits fails; here, if no thread can be had for it. */
    void close() {
        boolean idle;
        lock.lock();
        try {
            idle = !waiting && !completer.isHelpWanted();
        } finally {
            lock.unlock();
        }
        if (!idle) {
            completer.finish();
        }
    }

    private void serve() {
        if (waiting) {
            beginWaiting();
            serve(sends);
            serve(receives);
            requests.serve();
            ringInTime();
            endWaitingIfDone();
        }
    }

    /** Reads nothing: the loop does, as long as calls wait, and a read that gives nothing may signal as well. */
    private void serve(PendingList calls) {
        LockedPattern pattern = socket.pattern();
        for (Pending<?> call = calls.first(); call != null && call.serve(pattern); call = calls.first()) {
            if (call.list == calls) {
                calls.remove(call);
            }
            completer.add(call);
        }
    }

    /** Whether the call was given up before it was served. */
    boolean withdraw(Pending<?> call) {
        lock.lock();
        try {
            if (call.state == Pending.State.WAITING) {
                call.withdrawn();
                PendingList list = call.list;
                if (list != null) {
                    list.remove(call);
                }
                endWaitingIfDone();
            }
            return call.state == Pending.State.WITHDRAWN;
        } finally {
            lock.unlock();
        }
    }
}
