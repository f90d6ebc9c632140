package io.zmq4j.jeromq;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.Registration;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import zmq.SocketBase;
import zmq.ZError;
import zmq.poll.PollItem;
import zmq.util.Errno;

/**
 * One wait for sockets and raw channels together, in a selector of the caller's: raw channels are registered with it, sockets wake it
 * up. It is used by one thread at a time, and has keys for nothing but the raw channels that were waited for last.
 */
public final class PollLoop {
    /** How soon it is seen that a raw channel was closed, which no selector tells. */
    private static final long CLOSED_CHANNELS_MILLIS = 100;

    private final Selector selector;
    private final PollItem[] items;
    private final int count;

    /** Of the raw channels, each at the place of its item; null if there are none. */
    private @Nullable SelectionKey @Nullable [] keys;

    private PollLoop(Selector selector, PollItem[] items, int count) {
        this.selector = selector;
        this.items = items;
        this.count = count;
    }

    /**
     * Waits until one of the first {@code count} items is ready, and notes in all of them what they are ready for. Items that are
     * null are left out. Without items it waits in the selector all the same, whose close ends it; without a selector it rests.
     *
     * @param millis how long at most; negative for ever
     * @return how many are ready; or -1 with EINTR if the thread is interrupted, or with ETERM if a socket or the selector is closed
     * @throws ZError.IOException if a raw channel is closed, or the selector fails
     */
    public static int poll(Selector selector, PollItem[] items, int count, long millis) {
        if (count == 0 && (millis <= 0 || selector == null)) {
            pause(TimeUnit.MILLISECONDS.toNanos(millis));
            return 0;
        }
        try {
            return new PollLoop(selector, items, count).poll(millis);
        } catch (ClosedSelectorException e) {
            return failed(ZError.ETERM);
        } catch (IOException e) {
            throw new ZError.IOException(e);
        }
    }

    private static void pause(long nanos) {
        long began = System.nanoTime();
        long left = nanos;
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = nanos - (System.nanoTime() - began);
        }
    }

    private static int failed(int code) {
        new Errno().set(code);
        return -1;
    }

    private int poll(long millis) throws IOException {
        keys = register();
        if (keys != null) {
            selector.selectNow();
        }
        int ready = look();
        return ready != 0 || millis == 0 ? ready : await(millis);
    }

    // ---- raw channels

    /** Their keys; null if there are none. Whatever else the selector had keys for, it has no more. */
    private @Nullable SelectionKey @Nullable [] register() throws IOException {
        Map<SelectableChannel, Integer> wanted = wanted();
        Set<SelectionKey> before = selector.keys();
        if (!before.isEmpty()) {
            drop(before, wanted);
        }
        if (wanted.isEmpty()) {
            return null;
        }
        var registered = new SelectionKey[count];
        for (int i = 0; i < count; i++) {
            SelectableChannel channel = items[i] == null ? null : items[i].getRawSocket();
            if (channel != null) {
                registered[i] = register(channel, wanted.getOrDefault(channel, 0));
            }
        }
        return registered;
    }

    private Map<SelectableChannel, Integer> wanted() {
        Map<SelectableChannel, Integer> wanted = Map.of();
        for (int i = 0; i < count; i++) {
            SelectableChannel channel = items[i] == null ? null : items[i].getRawSocket();
            if (channel != null) {
                wanted = wanted.isEmpty() ? new IdentityHashMap<>() : wanted;
                wanted.merge(channel, items[i].interestOps(), (one, other) -> one | other);
            }
        }
        return wanted;
    }

    private SelectionKey register(SelectableChannel channel, int operations) throws ClosedChannelException {
        SelectionKey key = channel.keyFor(selector);
        if (key == null || !key.isValid()) {
            return channel.register(selector, operations);
        }
        if (key.interestOps() != operations) {
            key.interestOps(operations);
        }
        return key;
    }

    private void drop(Set<SelectionKey> keys, Map<SelectableChannel, Integer> wanted) throws IOException {
        boolean isDropped = false;
        for (SelectionKey key : keys) {
            if (!wanted.containsKey(key.channel())) {
                key.cancel();
                isDropped = true;
            }
        }
        if (isDropped) {
            flushCancelled();
        }
    }

    /** A channel whose key was cancelled can be registered again after the next select only. */
    private void flushCancelled() throws IOException {
        selector.selectNow();
        selector.selectedKeys().clear();
    }

    // ---- looking

    /** How many are ready; -1 with the code if a socket has ended. */
    private int look() {
        int ready = 0;
        for (int i = 0; i < count; i++) {
            PollItem item = items[i];
            if (item == null) {
                continue;
            }
            SelectionKey key = keys == null ? null : keys[i];
            int found = item.readyOps(key, key != null && isToldOf(key) ? 1 : 0);
            if (found < 0) {
                return -1;
            }
            if (found > 0) {
                ready++;
            }
        }
        if (keys != null) {
            selector.selectedKeys().clear();
        }
        return ready;
    }

    /** What a key says that was not selected is what it said before. */
    private boolean isToldOf(SelectionKey key) {
        return !key.isValid() || selector.selectedKeys().contains(key);
    }

    // ---- waiting

    private int await(long millis) throws IOException {
        List<Registration> registrations = new ArrayList<>(count);
        try {
            watch(registrations);
            return await(System.nanoTime(), millis < 0 ? Long.MAX_VALUE : TimeUnit.MILLISECONDS.toNanos(millis));
        } catch (SocketClosedException e) {
            return failed(ZError.ETERM);
        } finally {
            registrations.forEach(Registration::close);
        }
    }

    private void watch(List<Registration> registrations) {
        Set<SocketBase> watched = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = 0; i < count; i++) {
            SocketBase socket = items[i] == null ? null : items[i].getSocket();
            if (socket != null && watched.add(socket)) {
                registrations.add(socket.socket().onReady(selector::wakeup));
            }
        }
    }

    private int await(long began, long nanos) throws IOException {
        while (true) {
            int ready = look();
            if (ready != 0) {
                return ready;
            }
            if (Thread.currentThread().isInterrupted()) {
                return failed(ZError.EINTR);
            }
            long left = nanos == Long.MAX_VALUE ? nanos : nanos - (System.nanoTime() - began);
            if (left <= 0) {
                return 0;
            }
            selector.select(millis(left));
        }
    }

    /** Of a wait in the selector: 0 for ever. Not shorter than what is left, unless a raw channel may be closed meanwhile. */
    private long millis(long nanos) {
        return keys == null ? millis(nanos, 0) : millis(nanos, CLOSED_CHANNELS_MILLIS);
    }

    /** As many at most; 0 is no limit. */
    private static long millis(long nanos, long most) {
        if (nanos == Long.MAX_VALUE) {
            return most;
        }
        long millis = TimeUnit.NANOSECONDS.toMillis(nanos) + 1;
        return most == 0 ? millis : Math.min(millis, most);
    }
}
