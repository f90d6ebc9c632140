package io.zmq4j.services.bridge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was acknowledged to senders, and what arrived behind the bridges. */
final class Ledger {
    private final Path acknowledged;
    private final Path arrived;

    Ledger(Path acknowledged, Path arrived) {
        this.acknowledged = acknowledged;
        this.arrived = arrived;
    }

    /** What is missing of what was acknowledged. */
    Set<String> missing() throws IOException {
        var missing = new HashSet<>(lines(acknowledged));
        // A set that is smaller than a list takes its own elements, and looks each up in the list.
        lines(arrived).forEach(missing::remove);
        return missing;
    }

    int acknowledgedCount() throws IOException {
        return new HashSet<>(lines(acknowledged)).size();
    }

    int arrivedCount() throws IOException {
        return lines(arrived).size();
    }

    int repeats() throws IOException {
        List<String> lines = lines(arrived);
        return lines.size() - new HashSet<>(lines).size();
    }

    /** How many messages came for the first time after a later one of their key and sender. */
    int outOfOrder() throws IOException {
        Map<String, Long> latest = new HashMap<>();
        Set<String> seen = new HashSet<>();
        int count = 0;
        for (String line : lines(arrived)) {
            if (seen.add(line)) {
                int dash = line.indexOf('-');
                long number = Long.parseLong(line.substring(dash + 1));
                String key = line.substring(0, dash) + "/" + number % 4;
                long before = latest.getOrDefault(key, -1L);
                if (number < before) {
                    count++;
                } else {
                    latest.put(key, number);
                }
            }
        }
        return count;
    }

    /** Whole lines: one that was cut by a kill was not acknowledged either. */
    private static List<String> lines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
