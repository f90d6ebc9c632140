package org.zeromq;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.zeromq.ZMQ.Socket;

/**
 * A {@link ZStar} that polls sockets of its own and the pipe to the one who started it. Its callbacks, all from the actor's thread:
 *
 * <pre>
 *   premiere                                     once
 *     createSockets  start                       for each life
 *       looping                                  before each poll
 *       stage, backstage                         for what came, from a socket or from the pipe
 *       looped                                   after each poll
 *     closed                                     for each socket, after its end
 *     destroyed                                  yes: the next life
 *   finished                                     yes: the other end of the pipe gets the last word
 * </pre>
 *
 * <p>A life ends when stage, backstage or looped says no, when the thread is interrupted and when the context ends. An exception of a
 * callback ends all lives; what is left of the callbacks then is finished.
 *
 * <pre>{@code
 * ZActor actor = new ZActor(context, new ZActor.SimpleActor() {
 *     public boolean backstage(Socket pipe, ZPoller poller, int events) {
 *         return "ping".equals(pipe.recvStr()) && pipe.send("pong");
 *     }
 * }, "over");
 * actor.send("ping");
 * ZMsg pong = actor.recv();
 * }</pre>
 */
public class ZActor extends ZStar {
    /**
     * Starts an actor.
     *
     * @param context whose sockets it uses; null for a context of its own, which ends with it
     * @param lastWord what its thread says at the end, so that this end knows; null for nothing
     * @param args for {@link Actor#createSockets}; a {@link ZStar.Set} and a {@link ZStar.Entourage} among them take part
     * @throws IllegalArgumentException if the actor is null
     */
    public ZActor(ZContext context, Actor actor, String lastWord, Object... args) {
        super(context, new ActorFortune(actor), lastWord, args);
    }

    /** Starts an actor with a context of its own; otherwise as {@link #ZActor(ZContext, Actor, String, Object...)}. */
    public ZActor(Actor actor, String lastWord, Object... args) {
        this((ZContext) null, actor, lastWord, args);
    }

    /**
     * Starts an actor.
     *
     * @deprecated the selector's creator is not asked: use {@link #ZActor(Actor, String, Object...)}
     */
    @Deprecated
    public ZActor(SelectorCreator selector, Actor actor, String lastWord, Object... args) {
        this((ZContext) null, actor, lastWord, args);
    }

    /**
     * Starts an actor.
     *
     * @deprecated the selector's creator is not asked: use {@link #ZActor(ZContext, Actor, String, Object...)}
     */
    @Deprecated
    public ZActor(ZContext context, SelectorCreator selector, Actor actor, String lastWord, Object... args) {
        this(context, actor, lastWord, args);
    }

    private static Actor checked(Actor actor, String whose) {
        if (actor == null) {
            throw new IllegalArgumentException(whose + " is null: callbacks need somebody who answers");
        }
        return actor;
    }

    /** What an actor does. */
    public interface Actor {
        /** The first callback; gives the thread's name, or null for the usual one. */
        String premiere(Socket pipe);

        /**
         * Makes the sockets of a life. The actor closes them at its end; those that are not in the list are closed with the context, after the
         * last life.
         *
         * @param args those of the {@link ZActor}
         * @return neither null nor to be changed by the actor; null elements do not count
         */
        List<Socket> createSockets(ZContext context, Object... args);

        /**
         * Binds, connects and registers the sockets.
         *
         * @param sockets those of {@link #createSockets}
         * @param poller polls the pipe already; what it finds at sockets that are registered without a handler goes to {@link #stage}
         */
        void start(Socket pipe, List<Socket> sockets, ZPoller poller);

        /** Comes before each poll; gives how many milliseconds that may wait, -1 for no limit. */
        long looping(Socket pipe, ZPoller poller);

        /**
         * Something is there to be read from the pipe.
         *
         * @return false to end this life
         */
        boolean backstage(Socket pipe, ZPoller poller, int events);

        /**
         * Something has come to a socket.
         *
         * @return false to end this life
         */
        boolean stage(Socket socket, Socket pipe, ZPoller poller, int events);

        /**
         * Comes after each poll that did not end this life, also if nothing came.
         *
         * @return false to end this life
         */
        boolean looped(Socket pipe, ZPoller poller);

        /** A socket of {@link #createSockets} was closed. */
        void closed(Socket socket);

        /** Comes after a life, when all sockets are closed; whether another one follows. */
        boolean destroyed(ZContext context, Socket pipe, ZPoller poller);

        /** The last callback; whether the other end of the pipe gets the last word. */
        boolean finished(Socket pipe);
    }

    /** Has no sockets, and ends with the first message from the pipe; to be extended. */
    public static class SimpleActor implements Actor {
        /** An actor without state. */
        public SimpleActor() {}

        @Override
        public String premiere(Socket pipe) {
            return null;
        }

        @Override
        public List<Socket> createSockets(ZContext context, Object... args) {
            return List.of();
        }

        @Override
        public void start(Socket pipe, List<Socket> sockets, ZPoller poller) {}

        @Override
        public long looping(Socket pipe, ZPoller poller) {
            return -1;
        }

        @Override
        public boolean backstage(Socket pipe, ZPoller poller, int events) {
            return false;
        }

        @Override
        public boolean stage(Socket socket, Socket pipe, ZPoller poller, int events) {
            return false;
        }

        @Override
        public boolean looped(Socket pipe, ZPoller poller) {
            return true;
        }

        @Override
        public void closed(Socket socket) {}

        @Override
        public boolean destroyed(ZContext context, Socket pipe, ZPoller poller) {
            return false;
        }

        @Override
        public boolean finished(Socket pipe) {
            return true;
        }
    }

    /** Two actors as one: each callback goes to the shadow, and then to the main one, whose answer counts. */
    public static class Duo implements Actor {
        private final Actor main;
        private final Actor shadow;

        /**
         * Two as one.
         *
         * @throws IllegalArgumentException if one of them is null
         */
        public Duo(Actor main, Actor shadow) {
            this.main = checked(main, "the main actor");
            this.shadow = checked(shadow, "the shadow");
        }

        @Override
        public String premiere(Socket pipe) {
            shadow.premiere(pipe);
            return main.premiere(pipe);
        }

        @Override
        public List<Socket> createSockets(ZContext context, Object... args) {
            shadow.createSockets(context, args);
            return main.createSockets(context, args);
        }

        @Override
        public void start(Socket pipe, List<Socket> sockets, ZPoller poller) {
            shadow.start(pipe, sockets, poller);
            main.start(pipe, sockets, poller);
        }

        @Override
        public long looping(Socket pipe, ZPoller poller) {
            shadow.looping(pipe, poller);
            return main.looping(pipe, poller);
        }

        @Override
        public boolean backstage(Socket pipe, ZPoller poller, int events) {
            shadow.backstage(pipe, poller, events);
            return main.backstage(pipe, poller, events);
        }

        @Override
        public boolean stage(Socket socket, Socket pipe, ZPoller poller, int events) {
            shadow.stage(socket, pipe, poller, events);
            return main.stage(socket, pipe, poller, events);
        }

        @Override
        public boolean looped(Socket pipe, ZPoller poller) {
            shadow.looped(pipe, poller);
            return main.looped(pipe, poller);
        }

        @Override
        public void closed(Socket socket) {
            shadow.closed(socket);
            main.closed(socket);
        }

        @Override
        public boolean destroyed(ZContext context, Socket pipe, ZPoller poller) {
            shadow.destroyed(context, pipe, poller);
            return main.destroyed(context, pipe, poller);
        }

        @Override
        public boolean finished(Socket pipe) {
            shadow.finished(pipe);
            return main.finished(pipe);
        }
    }

    /** Makes a star for each life of an actor. */
    private static final class ActorFortune implements Fortune {
        private final Actor actor;
        private ActorStar last;

        ActorFortune(Actor actor) {
            this.actor = checked(actor, "the actor");
        }

        @Override
        public String premiere(Socket pipe, Object... args) {
            return actor.premiere(pipe);
        }

        @Override
        public Star create(ZContext context, Socket pipe, int count, Star previous, Object... args) {
            List<Socket> sockets = actor.createSockets(context, args);
            Objects.requireNonNull(sockets, "createSockets gave null: an actor without sockets gives an empty list");
            last = new ActorStar(actor, context, pipe, new ArrayList<>(sockets));
            return last;
        }

        @Override
        public boolean interview(Socket pipe) {
            return actor.finished(pipe);
        }

        @Override
        public void party(ZContext context) {
            if (last != null) {
                last.end();
            }
        }
    }
}
