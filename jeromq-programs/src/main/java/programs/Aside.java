package programs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A second thread of a program. What fails in it fails the program when it is waited for. */
public final class Aside {
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Thread thread;

    private Aside(Action action) {
        thread = new Thread(
                () -> {
                    try {
                        action.run();
                        end.complete(null);
                    } catch (Throwable failure) {
                        end.completeExceptionally(failure);
                    }
                },
                "aside");
        thread.setDaemon(true);
    }

    public static Aside start(Action action) {
        var aside = new Aside(action);
        aside.thread.start();
        return aside;
    }

    public Thread thread() {
        return thread;
    }

    /** Waits up to 20 seconds for the end of the thread. */
    public void join() throws InterruptedException {
        try {
            end.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError("failed in the other thread: " + failed.getCause(), failed.getCause());
        } catch (TimeoutException late) {
            var stuck = new AssertionError("the other thread has not ended within 20 s", late);
            stuck.setStackTrace(thread.getStackTrace());
            throw stuck;
        }
        thread.join();
    }

    /** Waits until the thread waits for something, such as a message. */
    public void untilItWaits() throws Exception {
        Expect.eventually("the other thread waits", () -> switch (thread.getState()) {
            case WAITING, TIMED_WAITING, TERMINATED -> true;
            default -> thread.getStackTrace().length > 0 && isSelecting();
        });
    }

    /** A thread in a native call of a selector counts as running. */
    private boolean isSelecting() {
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (frame.getClassName().endsWith("SelectorImpl")
                    || frame.getClassName().startsWith("sun.nio.ch.EPoll")) {
                return true;
            }
        }
        return false;
    }
}
