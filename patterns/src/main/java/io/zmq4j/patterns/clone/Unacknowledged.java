package io.zmq4j.patterns.clone;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A client's updates that it has not seen published yet. The last one of each key is sent again from time to time; one before it is not,
 * as it would come after it. Pure: owned by one thread, time is what it is told.
 */
final class Unacknowledged {
    /** An update that somebody waits for. */
    private record Promise(UUID id, String key, long deadline, CompletableFuture<Void> future) {}

    /** What is under way of a key. */
    private static final class Course {
        private final Deque<Promise> promises = new ArrayDeque<>();
        private KeyValue last;
        private long sendAgainAt;

        Course(KeyValue last) {
            this.last = last;
        }
    }

    private final long againNanos;
    private final Consumer<CompletableFuture<Void>> onAcknowledged;
    private final Consumer<CompletableFuture<Void>> onExpired;
    private final Map<String, Course> byKey = new HashMap<>();

    /** In the order of their deadlines, as all have the same time. */
    private final Map<UUID, Promise> byId = new LinkedHashMap<>();

    /** Not later than the first time at which something is to be sent again. */
    private long lookAt;

    private long sentAgain;

    /** @param againNanos after which an update is sent again */
    Unacknowledged(
            long againNanos,
            Consumer<CompletableFuture<Void>> onAcknowledged,
            Consumer<CompletableFuture<Void>> onExpired) {
        this.againNanos = againNanos;
        this.onAcknowledged = onAcknowledged;
        this.onExpired = onExpired;
    }

    /** An update has been sent. */
    void add(KeyValue update, long now, long deadline, CompletableFuture<Void> future) {
        UUID id = update.id().orElseThrow();
        var promise = new Promise(id, update.key(), deadline, future);
        var course = byKey.computeIfAbsent(update.key(), key -> new Course(update));
        course.last = update;
        course.sendAgainAt = now + againNanos;
        if (byId.isEmpty()) {
            lookAt = course.sendAgainAt;
        }
        course.promises.add(promise);
        byId.put(id, promise);
    }

    /** An update was published: so those before it of the same key are over too, published or not. */
    void acknowledge(UUID id) {
        Promise promise = byId.get(id);
        Course course = promise == null ? null : byKey.get(promise.key);
        if (promise == null || course == null) {
            return;
        }
        Promise next;
        do {
            next = take(course);
            onAcknowledged.accept(next.future);
        } while (!next.id.equals(id));
        forgetIfDone(promise.key, course);
    }

    private Promise take(Course course) {
        Promise first = course.promises.remove();
        byId.remove(first.id);
        return first;
    }

    private void forgetIfDone(String key, Course course) {
        if (course.promises.isEmpty()) {
            byKey.remove(key);
        }
    }

    /** Gives up what has waited for long enough. */
    void expire(long now) {
        Iterator<Promise> each = byId.values().iterator();
        while (each.hasNext()) {
            Promise promise = each.next();
            if (promise.deadline - now > 0 && !promise.future.isDone()) {
                return;
            }
            each.remove();
            Course course = byKey.get(promise.key);
            if (course != null) {
                course.promises.remove(promise);
                forgetIfDone(promise.key, course);
            }
            onExpired.accept(promise.future);
        }
    }

    /** What is to be sent again now. */
    List<KeyValue> again(long now) {
        if (now - lookAt < 0) {
            return List.of();
        }
        lookAt = now + againNanos;
        var due = new ArrayList<KeyValue>();
        for (var course : byKey.values()) {
            if (now - course.sendAgainAt >= 0) {
                course.sendAgainAt = now + againNanos;
                due.add(course.last);
            } else if (course.sendAgainAt - lookAt < 0) {
                lookAt = course.sendAgainAt;
            }
        }
        sentAgain += due.size();
        return due;
    }

    /** Has all of it sent again at the next opportunity: another server answers now. */
    void hurry(long now) {
        lookAt = now;
        byKey.values().forEach(course -> course.sendAgainAt = now);
    }

    /** In how many nanoseconds something expires. */
    long nextExpiry(long now) {
        return byId.isEmpty() ? Long.MAX_VALUE : byId.values().iterator().next().deadline - now;
    }

    /** In how many nanoseconds something may be to be sent again. */
    long nextAgain(long now) {
        return byId.isEmpty() ? Long.MAX_VALUE : lookAt - now;
    }

    int size() {
        return byId.size();
    }

    long sentAgain() {
        return sentAgain;
    }
}
