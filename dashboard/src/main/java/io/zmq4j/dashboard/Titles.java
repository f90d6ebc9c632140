package io.zmq4j.dashboard;

import io.zmq4j.view.Plain;
import java.util.stream.Collectors;

/** What processes are called on a page. */
final class Titles {
    private Titles() {}

    /** The names of its contexts, and what the user typed. */
    static String of(Sight sight) {
        var names = sight.contexts().stream()
                .map(context -> context.now().name())
                .distinct()
                .limit(4)
                .collect(Collectors.joining(", "));
        return Plain.text(names.isEmpty() ? sight.target() : names + " (" + sight.target() + ")");
    }
}
