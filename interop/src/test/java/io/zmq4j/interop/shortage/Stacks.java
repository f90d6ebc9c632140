package io.zmq4j.interop.shortage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Where threads are, in few words. */
final class Stacks {
    private static final int MOST_FRAMES = 9;

    private Stacks() {}

    static String of(Thread thread) {
        return thread.getName() + " at "
                + Arrays.stream(thread.getStackTrace())
                        .filter(frame -> !frame.getClassName().startsWith("java.util.concurrent"))
                        .limit(MOST_FRAMES)
                        .map(Stacks::brief)
                        .collect(Collectors.joining(" < "));
    }

    private static String brief(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName() + ":" + frame.getLineNumber();
    }

    /** Of the library's own threads, but for those that only wait for events to tell. */
    static List<String> ofLibrary() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("zmq4j-")
                        && !thread.getName().equals("zmq4j-events"))
                .map(Stacks::of)
                .toList();
    }
}
