package io.zmq4j;

import io.zmq4j.notice.Notices;
import io.zmq4j.notice.Theme;
import io.zmq4j.socket.ContextCore;
import io.zmq4j.socket.SocketCore;
import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the application's objects for a socket, its endpoints and pollers, and the calls that wait hold in common, and nobody
 * else: when it becomes unreachable, the socket can never be closed any more. Then it is closed here, and the leak reported with
 * where it was opened. A context has one as well, which is held by those of its sockets.
 */
final class Lifeline {
    private static final Cleaner CLEANER = Cleaner.create();

    /** Held, not used: a context is not lost as long as one of its sockets is not. */
    @SuppressWarnings("unused")
    private final @Nullable Lifeline context;

    private final Notices notices;
    private final Cleaner.Cleanable end;

    private Lifeline(ContextCore core) {
        this.context = null;
        this.notices = core.notices();
        this.end = CLEANER.register(this, lost(core, opened(notices)));
    }

    private Lifeline(SocketCore core, Lifeline context) {
        this.context = context;
        this.notices = context.notices;
        this.end = CLEANER.register(this, lost(core, new WeakReference<>(context), notices, opened(notices)));
    }

    static Lifeline of(ContextCore core) {
        return new Lifeline(core);
    }

    /** The one of one of the context's sockets: this is the context's. */
    Lifeline of(SocketCore core) {
        if (core.lifeline() instanceof Lifeline there) {
            return there;
        }
        var made = new Lifeline(core, this);
        core.lifeline(made);
        return made;
    }

    /** Where it was opened: about a microsecond, and not wanted where nothing is said. */
    private static @Nullable Throwable opened(Notices notices) {
        return notices.isSilent() ? null : new Throwable("it was opened here");
    }

    /** It was closed: there is nothing to report, and nothing is to be kept for that. */
    void end() {
        end.clean();
    }

    private static Runnable lost(ContextCore core, @Nullable Throwable opened) {
        return () -> {
            if (!core.isClosed()) {
                core.notices().say(Theme.LEAK, System.Logger.Level.WARNING, text("a Context"), opened);
                core.close(Duration.ZERO);
            }
        };
    }

    /** Of a socket that is lost with its context, that one's report is enough. */
    private static Runnable lost(
            SocketCore core, WeakReference<Lifeline> context, Notices notices, @Nullable Throwable opened) {
        return () -> {
            if (!core.isClosed() && context.get() != null) {
                notices.say(Theme.LEAK, System.Logger.Level.WARNING, text("a socket, " + core + ","), opened);
                core.close();
            }
        };
    }

    private static String text(String what) {
        return what + " was dropped without close(): it is closed now, and what was on its way may be lost; "
                + "use try-with-resources";
    }
}
