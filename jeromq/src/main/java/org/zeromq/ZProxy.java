package org.zeromq;

import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.zeromq.ZMQ.Socket;

/**
 * A proxy in a thread of its own, which is told what to do: it moves messages between a socket at the front and one at the back, and
 * copies them to a third one, if there is one. A {@link Proxy} makes and binds the sockets, a {@link Pump} moves the messages.
 *
 * <pre>
 *                 START                 PAUSE
 *   STOPPED ──────────────► STARTED ◄──────────► PAUSED        EXIT, and what fails: from any state to EXITED
 *     ▲ ▲      configure    │ STOP      START     │ │
 *     │ └───────────────────┘                     │ │          RESTART with new sockets: the state stays, and
 *     └───────────────────────────────────────────┘ │          what was configured is configured again
 *                           STOP                    │
 *   STOPPED ── PAUSE ───────────────────────────────┘ without sockets configured; START configures them
 * </pre>
 *
 * <p>STOP closes the sockets and makes new ones. A proxy is ALIVE until its thread has said anything else.
 *
 * <p>A command waits for the proxy's answer, or does not: {@code sync} or not. What does not wait gives the last state that is known, once
 * the answer to the command before it is there. Whatever ends the proxy ends the waiting, with EXITED; an interrupt ends it too, with the
 * last state that is known, and stays noted. Safe for any thread; one command at a time.
 *
 * <pre>{@code
 * ZProxy proxy = ZProxy.newZProxy(context, "broker", new ZProxy.Proxy.SimpleProxy() {
 *     public Socket create(ZContext context, ZProxy.Plug place, Object... args) {
 *         return switch (place) {
 *             case FRONT -> context.createSocket(SocketType.ROUTER);
 *             case BACK -> context.createSocket(SocketType.DEALER);
 *             case CAPTURE -> null;
 *         };
 *     }
 *
 *     public boolean configure(Socket socket, ZProxy.Plug place, Object... args) {
 *         return socket == null || socket.bind("inproc://" + place);
 *     }
 * }, "over");
 * proxy.start(true);
 * }</pre>
 */
public class ZProxy {
    public static final String STARTED = "STARTED";
    public static final String PAUSED = "PAUSED";
    public static final String STOPPED = "STOPPED";
    public static final String EXITED = "EXITED";
    public static final String ALIVE = "ALIVE";

    private final ZActor actor;

    /** In front of the proxy's answers, so that they are told from what callbacks have sent. */
    private final String mark = UUID.randomUUID().toString();

    // ---- guarded by this

    private State state = State.ALIVE;

    /** What a custom command has said that did not wait; until somebody is told. */
    private String said;

    /** How many commands the proxy has not answered yet. */
    private int unanswered;

    /**
     * Starts the thread of a proxy, which is stopped at first.
     *
     * @param context whose sockets it uses; null for a context of its own, which ends with the proxy
     * @param name of its thread; null for one with a number
     * @param proxy makes the sockets
     * @param pump moves the messages; null for a {@link ZPump}
     * @param lastWord what the thread says at the end
     * @param args for the callbacks
     * @throws IllegalArgumentException if the proxy is null
     */
    public ZProxy(ZContext context, String name, Proxy proxy, Pump pump, String lastWord, Object... args) {
        if (proxy == null) {
            throw new IllegalArgumentException("a ZProxy needs a Proxy that makes its sockets: it is null");
        }
        Object[] given = args == null ? new Object[0] : args;
        var run = new ProxyActor(name, proxy, pump == null ? new ZPump() : pump, mark, given);
        actor = new ZActor(context, run, lastWord == null ? mark : lastWord, given);
    }

    /** Starts one with a context of its own; otherwise as {@link #ZProxy(ZContext, String, Proxy, Pump, String, Object...)}. */
    public ZProxy(String name, Proxy proxy, Pump pump, String lastWord, Object... args) {
        this(null, name, proxy, pump, lastWord, args);
    }

    /** Starts one with a context of its own, and a {@link ZPump}. */
    public ZProxy(String name, Proxy proxy, String lastWord, Object... args) {
        this(null, name, proxy, null, lastWord, args);
    }

    /** Starts one with a context of its own, a {@link ZPump}, and a name with a number. */
    public ZProxy(Proxy proxy, String lastWord, Object... args) {
        this(null, null, proxy, null, lastWord, args);
    }

    /**
     * Starts one.
     *
     * @deprecated the selector's creator is not asked: use {@link #ZProxy(ZContext, String, Proxy, Pump, String, Object...)}
     */
    @Deprecated
    public ZProxy(
            ZContext context,
            String name,
            ZAgent.SelectorCreator selector,
            Proxy proxy,
            Pump pump,
            String lastWord,
            Object... args) {
        this(context, name, proxy, pump, lastWord, args);
    }

    /**
     * Starts one.
     *
     * @deprecated the selector's creator is not asked: use {@link #ZProxy(String, Proxy, String, Object...)}
     */
    @Deprecated
    public ZProxy(String name, ZAgent.SelectorCreator selector, Proxy proxy, String lastWord, Object... args) {
        this(null, name, proxy, null, lastWord, args);
    }

    /**
     * Starts one.
     *
     * @deprecated the selector's creator is not asked: use {@link #ZProxy(Proxy, String, Object...)}
     */
    @Deprecated
    public ZProxy(ZAgent.SelectorCreator selector, Proxy proxy, String lastWord, Object... args) {
        this(null, null, proxy, null, lastWord, args);
    }

    /** Starts one that moves whole messages; see {@link #ZProxy(ZContext, String, Proxy, Pump, String, Object...)}. */
    public static ZProxy newZProxy(ZContext context, String name, Proxy proxy, String lastWord, Object... args) {
        return new ZProxy(context, name, proxy, null, lastWord, args);
    }

    /**
     * Starts one that moves whole messages.
     *
     * @deprecated the selector's creator is not asked: use {@link #newZProxy(ZContext, String, Proxy, String, Object...)}
     */
    @Deprecated
    public static ZProxy newZProxy(
            ZContext context,
            String name,
            ZAgent.SelectorCreator selector,
            Proxy proxy,
            String lastWord,
            Object... args) {
        return new ZProxy(context, name, proxy, null, lastWord, args);
    }

    /** As {@link #newZProxy(ZContext, String, Proxy, String, Object...)}. */
    public static ZProxy newProxy(ZContext context, String name, Proxy proxy, String lastWord, Object... args) {
        return new ZProxy(context, name, proxy, null, lastWord, args);
    }

    /**
     * Starts one that moves whole messages.
     *
     * @deprecated the selector's creator is not asked: use {@link #newProxy(ZContext, String, Proxy, String, Object...)}
     */
    @Deprecated
    public static ZProxy newProxy(
            ZContext context,
            String name,
            ZAgent.SelectorCreator selector,
            Proxy proxy,
            String lastWord,
            Object... args) {
        return new ZProxy(context, name, proxy, null, lastWord, args);
    }

    /** Moves messages from now on; configures the sockets first, if they are not. */
    public String start(boolean sync) {
        return tell(Command.START, sync);
    }

    /** Moves no messages until {@link #start}; those that come wait in the sockets. */
    public String pause(boolean sync) {
        return tell(Command.PAUSE, sync);
    }

    /** Closes the sockets, and makes new ones for {@link #start}. */
    public String stop(boolean sync) {
        return tell(Command.STOP, sync);
    }

    /**
     * Gives a command: one of {@link Command}, or any other word for {@link Proxy#custom}.
     *
     * @return the state. What a custom command sends into the pipe is dropped if the call waits; else the next call gives the first frame of
     *     it instead of the state, if that does not wait
     * @throws IllegalArgumentException for CONFIG and RESTART
     */
    public String command(String command, boolean sync) {
        Command known = Command.of(Objects.requireNonNull(command, "command"));
        return known == null ? tell(new ZMsg().append(command), sync) : tell(checked(known), sync);
    }

    /**
     * Gives a command.
     *
     * @throws IllegalArgumentException for CONFIG and RESTART, which need a message: use {@link #configure} and {@link #restart}
     */
    public synchronized State command(Command command, boolean sync) {
        tell(checked(command), sync);
        return state;
    }

    /** As {@link #configure} for CONFIG, and as {@link #restart} for RESTART, a message of one frame; null for all other commands. */
    public ZMsg command(Command command, ZMsg message, boolean sync) {
        return switch (command) {
            case CONFIG -> configure(message);
            case RESTART -> new ZMsg().append(restart(message));
            case START, PAUSE, STOP, STATUS, EXIT -> null;
        };
    }

    /**
     * Gives {@link Proxy#configure(Socket, ZMsg, Socket, Socket, Socket, Object...)} a message, which is emptied.
     *
     * @return the first message that it sends into the pipe; null if it sends none
     */
    public synchronized ZMsg configure(ZMsg message) {
        Objects.requireNonNull(message, "message").push(Command.CONFIG.name());
        Answer answer = settle() && post(message) ? read() : null;
        return answer == null ? null : answer.said;
    }

    /**
     * Restarts the sockets, in the state in which the proxy is.
     *
     * @param message for {@link Proxy#restart}, which says for each socket whether all are to be made anew; emptied. With null all are
     *     made anew, and nobody is asked
     */
    public String restart(ZMsg message) {
        var command = new ZMsg().append(Command.RESTART.name());
        if (message != null) {
            command.append(mark);
            command.addAll(message);
            message.clear();
        }
        return tell(command, true);
    }

    /**
     * Ends the proxy.
     *
     * @deprecated it waits in either case: use {@link #exit()}
     */
    @Deprecated
    public String exit(boolean sync) {
        return exit();
    }

    /** Ends the proxy, and waits for the end of its thread; gives EXITED. */
    public synchronized String exit() {
        post(new ZMsg().append(Command.EXIT.name()));
        actor.exit().awaitSilent();
        actor.close();
        return ended();
    }

    /** As {@link #status(boolean)}, waiting. */
    public String status() {
        return status(true);
    }

    /** The state of the proxy. */
    public String status(boolean sync) {
        return tell(Command.STATUS, sync);
    }

    /** Whether the proxy is STARTED. */
    public boolean isStarted() {
        return command(Command.STATUS, true) == State.STARTED;
    }

    /** As {@link #isStarted}. */
    public boolean started() {
        return isStarted();
    }

    // ---- the conversation

    /** What a command has led to: the first message that a callback has sent into the pipe, or null, and the state after it. */
    private record Answer(ZMsg said, State state) {}

    private static Command checked(Command command) {
        if (command == Command.CONFIG || command == Command.RESTART) {
            throw new IllegalArgumentException(command + " comes with a message: use configure(ZMsg) or restart(ZMsg)");
        }
        return command;
    }

    private String tell(Command command, boolean sync) {
        return command == Command.EXIT ? exit() : tell(new ZMsg().append(command.name()), sync);
    }

    private synchronized String tell(ZMsg command, boolean sync) {
        if (!settle()) {
            return state.name();
        }
        String before = said == null ? state.name() : said;
        said = null;
        if (!post(command)) {
            return isOver() ? ended() : state.name();
        }
        if (!sync) {
            return before;
        }
        read();
        return state.name();
    }

    /** Reads the answers to what did not wait; false if the proxy has ended, or an interrupt ends the waiting. */
    private boolean settle() {
        while (unanswered > 0) {
            Answer answer = read();
            if (answer == null) {
                return false;
            }
            said = answer.said == null ? null : answer.said.getFirst().getString(ZMQ.CHARSET);
        }
        return state != State.EXITED;
    }

    private boolean post(ZMsg command) {
        boolean isSent = actor.send(command);
        unanswered += isSent ? 1 : 0;
        return isSent;
    }

    /** Reads an answer, for which it waits; null if an interrupt ends that. */
    private Answer read() {
        ZMsg first = null;
        while (true) {
            ZMsg message = actor.listen();
            if (message == null && isOver()) {
                ended();
                return new Answer(first, state);
            }
            if (message == null && Thread.currentThread().isInterrupted()) {
                return null;
            }
            if (message != null && isAnswer(message)) {
                unanswered--;
                state = State.valueOf(message.getLast().getString(ZMQ.CHARSET));
                return new Answer(first, state);
            }
            first = first == null ? message : first;
        }
    }

    private boolean isAnswer(ZMsg message) {
        return message.size() == 2 && message.getFirst().streq(mark);
    }

    private boolean isOver() {
        return !actor.sign() || actor.exit().isExited();
    }

    private String ended() {
        unanswered = 0;
        said = null;
        state = State.EXITED;
        return EXITED;
    }

    /** What a proxy is told. */
    public enum Command {
        START,
        PAUSE,
        STOP,
        RESTART,
        EXIT,
        STATUS,
        CONFIG;

        /** Null for all other words. */
        static Command of(String word) {
            for (Command command : values()) {
                if (command.name().equals(word)) {
                    return command;
                }
            }
            return null;
        }
    }

    /** What a proxy is in. */
    public enum State {
        /** Its thread has said nothing yet. */
        ALIVE,
        /** Moves messages. */
        STARTED,
        /** Moves none; its sockets keep their connections. */
        PAUSED,
        /** Has sockets that are not configured. */
        STOPPED,
        /** Its thread has ended, or is about to. */
        EXITED
    }

    /** The place of a socket. */
    public enum Plug {
        /** The side of those who ask. */
        FRONT,
        /** The side of those who answer. */
        BACK,
        /** Where a copy of each message goes. */
        CAPTURE
    }

    /** Makes the sockets of a proxy, and gets the commands that concern them. All calls come from the proxy's thread. */
    public interface Proxy {
        /**
         * Makes a socket; called for FRONT, CAPTURE and BACK. One socket may be both, FRONT and BACK.
         *
         * @return null for no socket at this place
         */
        Socket create(ZContext context, Plug place, Object... args);

        /**
         * Binds or connects a socket, before the first START and after each time that new ones were made; called for FRONT, BACK and CAPTURE.
         *
         * @param socket null if there is none at this place
         * @return false at FRONT or BACK ends the proxy
         */
        boolean configure(Socket socket, Plug place, Object... args) throws IOException;

        /**
         * RESTART with a message: usually binds the socket anew. Called for FRONT, BACK and CAPTURE.
         *
         * @param socket null if there is none at this place
         * @return true to have all sockets closed, made and configured anew; false if nothing else is to be done
         */
        boolean restart(ZMsg message, Socket socket, Plug place, Object... args) throws IOException;

        /**
         * CONFIG with a message.
         *
         * @param pipe takes one message for the one who configures
         * @return false ends the proxy
         */
        boolean configure(Socket pipe, ZMsg message, Socket front, Socket back, Socket capture, Object... args);

        /**
         * A command that is none of {@link Command}.
         *
         * @param pipe takes one message for the one who has given it
         * @return false ends the proxy
         */
        boolean custom(Socket pipe, String command, Socket front, Socket back, Socket capture, Object... args);

        /** Restarts with new sockets, and goes on after all other commands. */
        abstract class SimpleProxy implements Proxy {
            /** A proxy without state. */
            public SimpleProxy() {}

            @Override
            public boolean restart(ZMsg message, Socket socket, Plug place, Object... args) {
                return true;
            }

            @Override
            public boolean configure(
                    Socket pipe, ZMsg message, Socket front, Socket back, Socket capture, Object... args) {
                return true;
            }

            @Override
            public boolean custom(
                    Socket pipe, String command, Socket front, Socket back, Socket capture, Object... args) {
                return true;
            }
        }
    }

    /** Moves messages from one side to the other. */
    public interface Pump {
        /**
         * Moves a message; called when there is one at the source. It may wait for the destination, but keeps commands waiting too.
         *
         * @param capture null for none
         * @return false ends the proxy
         */
        boolean flow(Plug from, Socket source, Socket capture, Plug to, Socket destination);
    }

    /**
     * Moves whole messages, each as it is or transformed. A proxy calls this class only when destination and capture have room, so what
     * cannot go on waits at its source, and commands do not.
     */
    public static class ZPump implements Pump {
        private final Transformer transformer;

        /** Moves messages as they are. */
        public ZPump() {
            this(null);
        }

        /** Moves what the transformer makes of the messages; null for messages as they are. */
        public ZPump(Transformer transformer) {
            this.transformer = transformer;
        }

        /** As {@link Pump#flow}; true if a message was there, and what became of it is sent. */
        @Override
        public boolean flow(Plug from, Socket source, Socket capture, Plug to, Socket destination) {
            ZMsg message = ZMsg.recvMsg(source);
            if (message == null) {
                return false;
            }
            if (capture != null) {
                ZMsg copy =
                        transformer == null ? message : transformer.transform(message.duplicate(), from, Plug.CAPTURE);
                send(copy, capture);
            }
            return send(transformer == null ? message : transformer.transform(message, from, to), destination);
        }

        private static boolean send(ZMsg message, Socket socket) {
            return message == null || message.send(socket, false);
        }

        /** Makes another message of one. */
        public interface Transformer {
            /**
             * Transforms a message on its way; called for each destination, with a message that is its own.
             *
             * @param from where it comes from
             * @param to where it goes to: the other side, or CAPTURE
             * @return null for nothing to be sent there
             */
            ZMsg transform(ZMsg message, Plug from, Plug to);
        }
    }
}
