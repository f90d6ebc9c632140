package io.zmq4j.stress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The places in rewritten code where a thread may lose its turn, by number. */
final class Sites {
    private static final List<String> TEXTS = new ArrayList<>();
    private static final Map<String, Integer> NUMBERS = new HashMap<>();

    private Sites() {}

    static synchronized int number(String text) {
        return NUMBERS.computeIfAbsent(text, added -> {
            TEXTS.add(added);
            return TEXTS.size() - 1;
        });
    }

    static synchronized String text(int number) {
        return TEXTS.get(number);
    }
}
