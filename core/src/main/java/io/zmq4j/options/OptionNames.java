package io.zmq4j.options;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds options by name, and the names somebody may have meant. */
final class OptionNames {
    private static final String PREFIX = "ZMQ_";
    private static final int SUGGESTIONS = 3;

    private final Map<String, SocketOption<?>> options = new HashMap<>();

    OptionNames(Collection<SocketOption<?>> options, Map<String, SocketOption<?>> aliases) {
        options.forEach(option -> this.options.put(option.name(), option));
        this.options.putAll(aliases);
    }

    SocketOption<?> named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        String bare = upper.startsWith(PREFIX) ? upper.substring(PREFIX.length()) : upper;
        SocketOption<?> option = options.get(bare);
        if (option == null) {
            AbsentOptions.refuse(absent -> absent.name().equals(bare));
            throw new IllegalArgumentException("There is no socket option " + Shown.text(name) + "; the nearest are "
                    + String.join(", ", nearest(Shown.text(bare))));
        }
        return option;
    }

    private List<String> nearest(String name) {
        return options.keySet().stream()
                .sorted(Comparator.<String>comparingInt(known -> distance(name, known))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SUGGESTIONS)
                .toList();
    }

    /** Nothing for a name that is part of the other ({@code HWM}), else Levenshtein's edit distance. */
    private static int distance(String name, String known) {
        return !name.isEmpty() && known.contains(name) ? 0 : editDistance(name, known);
    }

    private static int editDistance(String a, String b) {
        // row[j]: edits from the first i characters of a to the first j of b.
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
