package io.zmq4j.demo;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/** The main class of every child JVM: runs a program's main, and ends at once if the demo itself is gone, however it went. */
final class ChildJvm {
    private ChildJvm() {}

    @SuppressWarnings("FutureReturnValueIgnored") // nobody is left to hear of a halt
    public static void main(String[] args) throws Throwable {
        ProcessHandle.current()
                .parent()
                .ifPresent(
                        demo -> demo.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
        try {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
