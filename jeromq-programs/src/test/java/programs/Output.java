package programs;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.LogManager;

/** Tells what a program and the library under it print, each to its own run, from what else is printed. */
final class Output extends FilterOutputStream {
    private static final Map<ThreadGroup, ByteArrayOutputStream> RUNS = new ConcurrentHashMap<>();

    private Output(OutputStream others) {
        super(others);
    }

    /** Called once, before the first run. What is logged counts as not printed: an application has it where it wants it. */
    static void listen() {
        LogManager.getLogManager().reset();
        System.setOut(new PrintStream(new Output(System.out), true));
        System.setErr(new PrintStream(new Output(System.err), true));
    }

    static void of(ThreadGroup threads, ByteArrayOutputStream printed) {
        RUNS.put(threads, printed);
    }

    static void forget(ThreadGroup threads) {
        RUNS.remove(threads);
    }

    @Override
    public void write(int next) throws IOException {
        target().write(next);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        target().write(bytes, offset, length);
    }

    private OutputStream target() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        ByteArrayOutputStream printed = group == null ? null : RUNS.get(group);
        return printed == null ? out : printed;
    }
}
