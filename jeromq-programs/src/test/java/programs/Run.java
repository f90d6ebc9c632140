package programs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * One run of a program: with classes of its own, in a thread group of its own, which every thread that it or the library starts
 * belongs to.
 */
final class Run {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Duration ENDING = Duration.ofSeconds(10);

    private final String program;
    private final Jar jar;
    private final Threads threads = new Threads();

    Run(String program, Jar jar) {
        this.program = program;
        this.jar = jar;
    }

    /** Throws an {@link AssertionError} if the program fails, is not done in time, leaves threads behind, or if ours prints: JeroMQ does
     * sometimes. */
    void play() throws InterruptedException, IOException {
        try (var loader = new URLClassLoader(jar.classPath(), ClassLoader.getPlatformClassLoader())) {
            var main = new Thread(threads, () -> threads.call(() -> main(loader)), program);
            // As of a program that is started: threads inherit it.
            main.setDaemon(false);
            main.setContextClassLoader(loader);
            Output.of(threads, threads.printed);
            main.start();
            main.join(DEADLINE.toMillis());
            boolean stuck = main.isAlive();
            if (stuck) {
                AssertionError failure = failure("is not done after " + DEADLINE.toSeconds() + " s");
                threads.live().forEach(thread -> failure.addSuppressed(stack(thread)));
                threads.interrupt();
                throw failure;
            }
            for (Throwable thrown : threads.thrown) {
                AssertionError failure = failure("failed: " + thrown);
                failure.initCause(thrown);
                threads.interrupt();
                throw failure;
            }
            List<Thread> left = threads.left(ENDING);
            if (!left.isEmpty()) {
                AssertionError failure = failure("has left threads behind: is a context or a socket still open?");
                left.forEach(thread -> failure.addSuppressed(stack(thread)));
                threads.interrupt();
                throw failure;
            }
            String printed = threads.printed.toString(StandardCharsets.UTF_8);
            if (jar == Jar.OURS && !printed.isEmpty()) {
                throw failure("has printed: " + printed);
            }
        } finally {
            Output.forget(threads);
        }
    }

    private void main(ClassLoader loader) throws Throwable {
        Class<?> type = Class.forName(program, true, loader);
        MethodHandles.publicLookup()
                .findStatic(type, "main", MethodType.methodType(void.class, String[].class))
                .invoke(new String[0]);
    }

    private AssertionError failure(String what) {
        return new AssertionError(program + ", on " + jar + ", " + what);
    }

    private static Throwable stack(Thread thread) {
        var stack = new Throwable(thread.getName() + ", " + thread.getState());
        stack.setStackTrace(thread.getStackTrace());
        return stack;
    }

    private interface Call {
        void run() throws Throwable;
    }

    /** The threads of a run, and what they threw and printed. */
    private static final class Threads extends ThreadGroup {
        private final ConcurrentLinkedQueue<Throwable> thrown = new ConcurrentLinkedQueue<>();
        private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

        Threads() {
            super("program");
        }

        @Override
        public void uncaughtException(Thread thread, Throwable failure) {
            thrown.add(failure);
        }

        void call(Call call) {
            try {
                call.run();
            } catch (Throwable failure) {
                thrown.add(failure);
            }
        }

        /** The threads that have not ended within this time. */
        List<Thread> left(Duration patience) throws InterruptedException {
            long deadline = System.nanoTime() + patience.toNanos();
            List<Thread> left = live();
            while (!left.isEmpty() && System.nanoTime() < deadline) {
                left.get(0).join(10);
                left = live();
            }
            return left;
        }

        List<Thread> live() {
            var list = new Thread[activeCount() + 16];
            int count = enumerate(list);
            var live = new ArrayList<Thread>();
            for (int i = 0; i < count; i++) {
                live.add(list[i]);
            }
            return live;
        }
    }
}
