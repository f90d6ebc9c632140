package org.zeromq;

import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.zeromq.ZMQ.Socket;
import zmq.ZError;
import zmq.util.function.BiFunction;

/**
 * A thread that runs a loop of callbacks, its <em>star</em>, and this end of the pipe to it. A {@link Fortune} makes the star, and again
 * for as long as it {@linkplain Star#renews() renews}; the callbacks come in this order, all from the star's thread:
 *
 * <pre>
 *   premiere                                     once
 *     create  prepare                            for each star
 *       (fire)  breathe  act  entract            until fire, or act or entract says no
 *     renews                                     yes: the next star
 *   interview, then the last word if it says so  once, also after an exception
 *   party
 * </pre>
 *
 * <p>Among the arguments that go to the callbacks, a {@link Set} and an {@link Entourage} take part: of several the last one. An exception
 * of a callback ends the star and goes to the thread's handler, except ETERM, which stands for the end of the context, and EINTR for an
 * interrupt.
 *
 * <p>The star lives as long as its callbacks want, and no longer than its context; {@link #close} ends one with a context of its own.
 * An interrupt of the star's thread ends it as well, by {@link SimpleSet#fire}. This end belongs to one thread; {@link #exit} and
 * {@link #close} are safe for any.
 */
public class ZStar implements ZAgent {
    /** How long a star with a context of its own may go on to read what was sent to it before {@link #close}. */
    private static final long GRACE_MILLIS = 250;

    private final Performance performance;
    private final ZContext own;
    private final ZAgent agent;

    /**
     * Starts a star.
     *
     * @param context whose sockets the star uses; null for a context of its own, which ends with the star
     * @param fortune makes the star, and decides about its end
     * @param agent makes this end of the conversation from its socket and the last word
     * @param lastWord what the star's thread says at the end, so that this end knows; null for nothing
     * @param args for the callbacks
     * @throws IllegalArgumentException if the fortune or the agent is null
     */
    public ZStar(
            ZContext context,
            Fortune fortune,
            BiFunction<Socket, String, ZAgent> agent,
            String lastWord,
            Object... args) {
        if (fortune == null) {
            throw new IllegalArgumentException("a star needs a Fortune that creates it: it is null");
        }
        if (agent == null) {
            throw new IllegalArgumentException(
                    "a star needs a function that makes the agent: it is null; ZAgent.Creator::create is the usual one");
        }
        Object[] given = args == null ? new Object[0] : args;
        own = context == null ? new ZContext() : null;
        performance = new Performance(fortune, lastWord, own, given);
        Socket pipe = (own == null ? context : own).fork(performance, given);
        performance.listen(pipe);
        this.agent = agent.apply(pipe, lastWord);
    }

    /** Starts a star, with the usual agent; otherwise as {@link #ZStar(ZContext, Fortune, BiFunction, String, Object...)}. */
    public ZStar(ZContext context, Fortune fortune, String lastWord, Object... args) {
        this(context, fortune, Creator::create, lastWord, args);
    }

    /** Starts a star with a context of its own; otherwise as {@link #ZStar(ZContext, Fortune, String, Object...)}. */
    public ZStar(Fortune fortune, String lastWord, Object... args) {
        this(null, fortune, Creator::create, lastWord, args);
    }

    /**
     * Starts a star.
     *
     * @deprecated the selector's creator is not asked: use {@link #ZStar(Fortune, String, Object...)}
     */
    @Deprecated
    public ZStar(SelectorCreator selector, Fortune fortune, String lastWord, Object... args) {
        this(null, fortune, Creator::create, lastWord, args);
    }

    /**
     * Starts a star.
     *
     * @deprecated the selector's creator is not asked: use {@link #ZStar(ZContext, Fortune, String, Object...)}
     */
    @Deprecated
    public ZStar(ZContext context, SelectorCreator selector, Fortune fortune, String lastWord, Object... args) {
        this(context, fortune, Creator::create, lastWord, args);
    }

    /**
     * Starts a star.
     *
     * @deprecated the selector's creator is not asked: use {@link #ZStar(ZContext, Fortune, BiFunction, String, Object...)}
     */
    @Deprecated
    public ZStar(
            ZContext context,
            SelectorCreator selector,
            Fortune fortune,
            BiFunction<Socket, String, ZAgent> agent,
            String lastWord,
            Object... args) {
        this(context, fortune, agent, lastWord, args);
    }

    /**
     * The usual agent.
     *
     * @deprecated not called: give the constructor a function that makes the agent
     */
    @Deprecated
    protected ZAgent agent(Socket pipe, String lastWord) {
        return Creator.create(pipe, lastWord);
    }

    /** This end of the conversation. */
    public ZAgent agent() {
        return agent;
    }

    /** Waits for the end of the star's thread. */
    public Exit exit() {
        return performance;
    }

    /** Sleeps; an interrupt ends that, and stays noted. */
    public static void party(long time, TimeUnit unit) {
        try {
            unit.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Socket pipe() {
        return agent.pipe();
    }

    @Override
    public boolean sign() {
        return agent.sign();
    }

    /** As {@link #recv(boolean)}, waiting. */
    @Override
    public ZMsg recv() {
        return recv(true);
    }

    @Override
    public ZMsg recv(int timeout) {
        return agent.sign() ? receive(timeout, () -> agent.recv(timeout)) : null;
    }

    /**
     * The next message from the star.
     *
     * @return null if there is none at once, or none within the time that the socket may wait; after the last word or once the star's
     *     thread has ended; on an interrupt, and after the end of the context
     */
    @Override
    public ZMsg recv(boolean wait) {
        return wait && agent.sign()
                ? receive(agent.pipe().getReceiveTimeOut(), () -> agent.recv(true))
                : agent.recv(false);
    }

    private ZMsg receive(int timeout, Supplier<ZMsg> receive) {
        boolean isReady = performance.await(zmq.ZMQ.ZMQ_POLLIN, timeout) > 0;
        return isReady || !isOver() ? receive.get() : agent.recv(false);
    }

    /** Whether the last wait ended because the star's thread has ended, or its time has passed. */
    private boolean isOver() {
        int code = agent.pipe().errno();
        return code == ZError.ECANCELED || code == ZError.EAGAIN;
    }

    /** As {@link #recv()}, but an interrupt ends only the waiting, and no time limit does. */
    ZMsg listen() {
        boolean isReady = performance.await(zmq.ZMQ.ZMQ_POLLIN, -1) > 0;
        return isReady || agent.pipe().errno() != ZError.EINTR ? agent.recv(false) : null;
    }

    @Override
    public boolean send(ZMsg message) {
        return send(() -> agent.send(message));
    }

    /**
     * Sends a message to the star.
     *
     * @param destroy whether the message is emptied once it was sent
     * @return whether it was sent: false after the last word, and once the star's thread has ended
     */
    @Override
    public boolean send(ZMsg message, boolean destroy) {
        return send(() -> agent.send(message, destroy));
    }

    @Override
    public boolean send(String word) {
        return send(() -> agent.send(word));
    }

    @Override
    public boolean send(String word, boolean more) {
        return send(() -> agent.send(word, more));
    }

    private boolean send(BooleanSupplier send) {
        if (!agent.sign()) {
            return false;
        }
        boolean isReady = performance.await(zmq.ZMQ.ZMQ_POLLOUT, agent.pipe().getSendTimeOut()) > 0;
        return (isReady || !isOver()) && performance.beforeTheCurtain(send);
    }

    /**
     * Ends the conversation from this side; the star is not told. One with a context of its own has a quarter of a second to read what was
     * sent to it, and to end; then its context ends, and what waits there with it. Others live on until their callbacks end them, or
     * the context ends.
     */
    @Override
    public void close() {
        agent.close();
        performance.desert();
        if (own != null && !isExitedSoon()) {
            own.getContext().close();
        }
    }

    private boolean isExitedSoon() {
        try {
            return performance.await(GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits for the end of a star's thread. */
    public interface Exit {
        /** Waits for the end; an interrupt ends the waiting as well, and stays noted. */
        void awaitSilent();

        /** Waits for the end. */
        void await() throws InterruptedException;

        /** Waits for the end for some time; whether it has come. */
        boolean await(long timeout, TimeUnit unit) throws InterruptedException;

        /** Whether the end has come. */
        boolean isExited();
    }

    /** One who has something to do after the end. */
    public interface TimeTaker {
        /** The last callback: the star is gone, its context not yet. */
        void party(ZContext context);
    }

    /** Makes stars, and is asked before the first one and after the last. */
    public interface Fortune extends TimeTaker {
        /** The first callback; gives the performance's name, the thread's with a {@link SimpleSet}, or null for none. */
        String premiere(Socket pipe, Object... args);

        /**
         * Once for stars that wanted a selector.
         *
         * @deprecated not called: {@link #create(ZContext, Socket, int, Star, Object...)} is
         */
        @Deprecated
        default Star create(
                ZContext context, Socket pipe, Selector selector, int count, Star previous, Object... args) {
            return create(context, pipe, count, previous, args);
        }

        /**
         * Makes a star.
         *
         * @param context for its sockets; closed after the end
         * @param pipe the star's end of the pipe
         * @param count how many there were before it
         * @param previous the one before it, which has renewed; null for the first
         * @param args those of the {@link ZStar}
         */
        Star create(ZContext context, Socket pipe, int count, Star previous, Object... args);

        /** After the last star: whether the other end of the pipe gets the last word. */
        boolean interview(Socket pipe);
    }

    /** The body of the loop. */
    public interface Star {
        /** Comes before the first turn. */
        void prepare();

        /** The first callback of a turn, for waiting; gives what {@link #act} gets, such as the number of events. */
        int breathe();

        /** The second callback of a turn; false to end the loop. */
        boolean act(int events);

        /** The last callback of a turn; false to end the loop. */
        boolean entract();

        /** Comes after the loop; whether another star follows. */
        boolean renews();
    }

    /** Where a star performs. */
    public interface Set {
        /** Asked before each turn: true ends the loop. */
        boolean fire();

        /**
         * The stage is ready.
         *
         * @param name what {@link Fortune#premiere} gave
         * @param id a number of its own for each performance in the process, from 1
         */
        void lights(String name, int id);
    }

    /** Comes before all callbacks of the fortune, and after them. */
    public interface Entourage extends TimeTaker {
        /** Before {@link Fortune#premiere}. */
        void breakaleg(ZContext context, Fortune fortune, Socket pipe, Object... args);
    }

    /** Names the thread, and ends the loop when the thread is interrupted. */
    public static class SimpleSet implements Set {
        /** A set for one performance. */
        public SimpleSet() {}

        @Override
        public boolean fire() {
            return Thread.currentThread().isInterrupted();
        }

        @Override
        public void lights(String name, int id) {
            Thread.currentThread().setName(name == null ? createDefaultName("Star-%d", id) : name);
        }

        /** A name with a number, such as {@code Star-7} by {@code Star-%d}. */
        public static String createDefaultName(String format, int id) {
            return String.format(format, id);
        }
    }
}
