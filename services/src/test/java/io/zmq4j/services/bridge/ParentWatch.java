package io.zmq4j.services.bridge;

import java.io.IOException;
import java.util.Arrays;

/** Runs a class, and ends with whoever started it: {@code ParentWatch CLASS [ARGUMENT…]}. */
final class ParentWatch {
    private ParentWatch() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        var watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // Nobody says anything.
                        }
                    } catch (IOException e) {
                        // The same end.
                    }
                    Runtime.getRuntime().halt(70);
                },
                "leave with parent");
        watch.setDaemon(true);
        watch.start();
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object)
                Arrays.copyOfRange(arguments, 1, arguments.length));
    }
}
