package org.zeromq;

import java.nio.channels.ClosedSelectorException;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.zeromq.ZMQ.Socket;
import zmq.ZError;

/**
 * What the thread of a {@link ZStar} does, from the first callback to the last. All callbacks come from this thread; an exception of one
 * of them ends the performance, with the end's callbacks, and goes to the thread's handler, but for what only says that the context
 * has ended, or that the thread was interrupted.
 */
final class Performance implements ZThread.IAttachedRunnable, ZStar.Exit {
    /**
     * What is done next; each scene's callbacks stand below it.
     *
     * <pre>
     *                            ┌─────── yes ───────┐
     *                            ▼                   │
     *   OPEN ─────────────► CAST ─────► LIGHT ─────► RENEW ── no ──► CLOSE
     *    breakaleg           create     │  ▲  fires   renews          interview
     *    premiere            prepare    ▼  │           ▲              the last word
     *    lights                       PLAY │           │              party
     *                           breathe │  │           │
     *                               act ├──┼─── no ────┤
     *                                   ▼  │ yes       │
     *                                 PAUSE ─── no ────┘
     *                                  entract
     * </pre>
     */
    private enum Scene {
        OPEN,
        CAST,
        LIGHT,
        PLAY,
        PAUSE,
        RENEW,
        CLOSE
    }

    private static final int FOREVER = -1;
    private static final AtomicInteger PERFORMANCES = new AtomicInteger();

    private final ZStar.Fortune fortune;
    private final ZStar.Set set;
    private final ZStar.Entourage entourage;
    private final String lastWord;
    private final Object[] args;

    /** The context that ends with the performance; null for none. */
    private final ZContext own;

    private final int number = PERFORMANCES.incrementAndGet();
    private final CountDownLatch exit = new CountDownLatch(1);

    /** Guards the end of the far end of the pipe: while it is held, who sends to the star finds it there, or gone for good. */
    private final Object curtain = new Object();

    private boolean fallen;

    /** Set when it is; ends what waits at the near end of the pipe. */
    private final AtomicBoolean over = new AtomicBoolean();

    /** Set when nobody listens at the near end any more; ends what waits to say the last word. */
    private final AtomicBoolean deserted = new AtomicBoolean();

    private volatile Socket near;
    private volatile Socket far;
    private ZStar.Star star;
    private int casts;

    /** Of several sets and entourages among the arguments the last one counts. */
    Performance(ZStar.Fortune fortune, String lastWord, ZContext own, Object... args) {
        this.fortune = fortune;
        this.lastWord = lastWord;
        this.own = own;
        this.args = args;
        this.set = lastOf(ZStar.Set.class, new ZStar.SimpleSet(), args);
        this.entourage = lastOf(ZStar.Entourage.class, null, args);
    }

    private static <T> T lastOf(Class<T> type, T otherwise, Object... args) {
        T last = otherwise;
        for (Object arg : args) {
            last = type.isInstance(arg) ? type.cast(arg) : last;
        }
        return last;
    }

    @Override
    public void run(Object[] given, ZContext context, Socket pipe) {
        far = pipe;
        try {
            perform(context, pipe);
        } catch (RuntimeException e) {
            if (!isEndOf(context, e)) {
                throw e;
            }
        } finally {
            fall(context);
        }
    }

    private static boolean isEndOf(ZContext context, RuntimeException failure) {
        if (failure instanceof ZMQException coded) {
            int code = coded.getErrorCode();
            return code == ZError.ETERM
                    || (code == ZError.EINTR && Thread.currentThread().isInterrupted());
        }
        return failure instanceof ZError.CtxTerminatedException
                || (failure instanceof ClosedSelectorException && context.isClosed());
    }

    private void perform(ZContext context, Socket pipe) {
        try {
            Scene scene = Scene.OPEN;
            while (scene != Scene.CLOSE) {
                scene = play(scene, context, pipe);
            }
        } finally {
            close(context, pipe);
        }
    }

    private Scene play(Scene scene, ZContext context, Socket pipe) {
        return switch (scene) {
            case OPEN -> {
                if (entourage != null) {
                    entourage.breakaleg(context, fortune, pipe, args);
                }
                set.lights(fortune.premiere(pipe, args), number);
                yield Scene.CAST;
            }
            case CAST -> {
                ZStar.Star next = fortune.create(context, pipe, casts++, star, args);
                star = Objects.requireNonNull(next, "Fortune.create gave null instead of a star");
                star.prepare();
                yield Scene.LIGHT;
            }
            case LIGHT -> set.fire() ? Scene.RENEW : Scene.PLAY;
            case PLAY -> star.act(star.breathe()) ? Scene.PAUSE : Scene.RENEW;
            case PAUSE -> star.entract() ? Scene.LIGHT : Scene.RENEW;
            case RENEW -> star.renews() ? Scene.CAST : Scene.CLOSE;
            case CLOSE -> Scene.CLOSE;
        };
    }

    private void close(ZContext context, Socket pipe) {
        try {
            if (fortune.interview(pipe) && lastWord != null) {
                sayLastWord(pipe);
            }
        } finally {
            try {
                fortune.party(context);
            } finally {
                if (entourage != null) {
                    entourage.party(context);
                }
            }
        }
    }

    /** Waits for room in the pipe as long as somebody may make it. */
    private void sayLastWord(Socket pipe) {
        if (pipe.base().poll(zmq.ZMQ.ZMQ_POLLOUT, FOREVER, deserted) > 0) {
            pipe.send(lastWord, ZMQ.DONTWAIT);
        }
    }

    private void fall(ZContext context) {
        try {
            synchronized (curtain) {
                fallen = true;
                context.close();
            }
            if (own != null) {
                own.close();
            }
        } finally {
            exit.countDown();
            end(over, near);
        }
    }

    private static void end(AtomicBoolean flag, Socket waiting) {
        flag.set(true);
        if (waiting != null) {
            waiting.base().cancel(flag);
        }
    }

    // ---- the near end of the pipe

    /** Tells which socket the other end of the star's pipe is. */
    void listen(Socket pipe) {
        near = pipe;
    }

    /** Tells that nobody listens any more. */
    void desert() {
        end(deserted, far);
    }

    /**
     * Waits until the near end of the pipe is ready.
     *
     * @param timeout in milliseconds; -1 for no limit
     * @return positive if so; -1 with ECANCELED if the performance is over before, or with another code
     */
    int await(int events, int timeout) {
        return near.base().poll(events, timeout, over);
    }

    /** Does what sends to the star, unless its end of the pipe is gone; false then. */
    boolean beforeTheCurtain(BooleanSupplier send) {
        synchronized (curtain) {
            return !fallen && send.getAsBoolean();
        }
    }

    // ---- the exit

    @Override
    public void awaitSilent() {
        try {
            await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void await() throws InterruptedException {
        exit.await();
    }

    @Override
    public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
        return exit.await(timeout, unit);
    }

    @Override
    public boolean isExited() {
        return exit.getCount() == 0;
    }
}
