package io.zmq4j.view.top;

import io.zmq4j.view.ProcessWatch;
import io.zmq4j.view.Source;
import io.zmq4j.view.ViewException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Shows a process in the terminal until the user quits. A thread looks and one reads keys; the one that runs this draws whatever
 * they bring.
 */
final class Live {
    /** Samples: as much of the past as a line shows, and more. */
    static final int HISTORY = 120;

    private final Terminal terminal;
    private final Source source;
    private final Duration interval;
    private final BlockingQueue<News> news = new LinkedBlockingQueue<>();

    /** A key, or what was seen, or what a thread has ended with. */
    private record News(
            @Nullable Key key,
            @Nullable Look look,
            @Nullable Throwable failure) {}

    Live(Terminal terminal, Source source, Duration interval) {
        this.terminal = terminal;
        this.source = source;
        this.interval = interval;
    }

    void run() throws IOException, InterruptedException {
        var model = new Model(new Look(source.name(), List.of(), null));
        var keyboard = terminal.keyboard();
        start("zmq4j-keys", () -> {
            Key key;
            do {
                key = keyboard.next();
                news.add(new News(key, null, null));
            } while (key.kind() != Key.Kind.CLOSED);
        });
        var looker = start("zmq4j-looks", this::look);
        try {
            while (model.mode() != Model.Mode.QUIT) {
                draw(model);
                // Without news as well, now and then: the window may have another size.
                for (var next = news.poll(250, TimeUnit.MILLISECONDS); next != null; next = news.poll()) {
                    take(model, next);
                }
            }
        } finally {
            looker.interrupt();
        }
    }

    private static void take(Model model, News news) {
        if (news.failure != null) {
            throw new IllegalStateException(news.failure.toString(), news.failure);
        }
        if (news.key != null) {
            model.press(news.key);
        }
        if (news.look != null) {
            model.see(news.look);
        }
    }

    private void draw(Model model) throws IOException {
        var size = Terminal.size();
        terminal.show(new Screen(model, size.columns()).lines(size.rows()));
    }

    /** Looks again and again, as long as nobody interrupts it. */
    private void look() {
        var watch = new ProcessWatch(HISTORY);
        var last = new Look(source.name(), List.of(), null);
        while (!Thread.currentThread().isInterrupted()) {
            long begun = System.nanoTime();
            try {
                last = new Look(source.name(), watch.add(source.look()), null);
            } catch (ViewException e) {
                last = last.failed(String.valueOf(e.getMessage()));
            }
            news.add(new News(null, last, null));
            try {
                TimeUnit.NANOSECONDS.sleep(interval.toNanos() - (System.nanoTime() - begun));
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** A thread whose failure is one of the thread that draws, which leaves the terminal as it was. */
    private Thread start(String name, Runnable task) {
        var thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (Throwable e) {
                        news.add(new News(null, null, e));
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
