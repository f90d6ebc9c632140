package org.zeromq;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The names of the callbacks that came, in their order. */
final class CallLog {
    private final List<String> calls = new CopyOnWriteArrayList<>();

    /** Notes a call, and gives its answer. */
    <T> T add(String call, T answer) {
        calls.add(call);
        return answer;
    }

    void add(String call) {
        calls.add(call);
    }

    List<String> calls() {
        return List.copyOf(calls);
    }
}
