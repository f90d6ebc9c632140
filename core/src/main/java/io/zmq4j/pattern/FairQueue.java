package io.zmq4j.pattern;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.zmtp.CloseReason;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Incoming messages from all peers in turn, one message each (RFC 28, 29, 30); libzmq's {@code fq}. What the socket
 * type makes of a message, or whether it takes it at all, is its {@link Intake}.
 */
final class FairQueue {
    /** What a socket type does with each message as it comes out of its pipe. */
    interface Intake {
        /** The message as the application is to see it, or null if it shall not: then the next one is read. */
        @Nullable
        Message accept(Pipe pipe, Message message);
    }

    private record Notice(Message message, @Nullable Peer of) {}

    /** Most notices that the application has not received: peers that come and go all the time must not fill the heap. */
    static final int MAX_NOTICES = 65_536;

    private final ActivePipes pipes = new ActivePipes();
    private final Intake intake;
    /** Who the application is told sent what was read last from a pipe. */
    private final Function<Pipe, @Nullable Peer> sender;

    /**
     * Pipes whose peer is gone. What they still have is read before anything else, because the same peer may be back
     * on another pipe already, and its messages keep their order.
     */
    private final ArrayDeque<Pipe> ended = new ArrayDeque<>();

    /** What the socket itself tells its application of its peers: before what these send next. */
    private final ArrayDeque<Notice> notices = new ArrayDeque<>(0);

    /** What could not be accepted for want of memory: it is the next. */
    private @Nullable Message refused;

    private @Nullable Pipe refusedFrom;

    /** Read ahead by {@link #canReceive}: a pipe cannot be asked without being read. */
    private @Nullable Message ready;

    /** Who sent it. */
    private final @Nullable Peer[] readyFrom = new @Nullable Peer[1];

    FairQueue(Intake intake) {
        this(intake, Pipe::sender);
    }

    FairQueue(Intake intake, Function<Pipe, @Nullable Peer> sender) {
        this.intake = intake;
        this.sender = sender;
    }

    void add(Pipe pipe) {
        pipes.add(pipe);
    }

    /**
     * A message that no peer has sent: it is received after what was read already, and before what is read from now on.
     *
     * @param of whose doings it tells, or null
     * @param drops where it is counted if there are too many
     */
    void tell(Message message, @Nullable Peer of, DropCounters drops) {
        if (notices.size() < MAX_NOTICES) {
            notices.add(new Notice(message, of));
        } else {
            drops.add(DropReason.QUEUE_FULL, 1);
        }
    }

    void remove(Pipe pipe) {
        pipes.remove(pipe);
        ended.remove(pipe);
    }

    /** A pipe that was not added, as it was refused, or was removed, is not read. */
    void readable(Pipe pipe) {
        if (pipes.activate(pipe) && pipe.isEnded() && !ended.contains(pipe)) {
            ended.add(pipe);
        }
    }

    /** See {@link Pattern#tryReceive(Peer[], int)}. */
    @Nullable
    Message tryReceive(@Nullable Peer @Nullable [] senders, int at) {
        if (ready != null) {
            Message message = ready;
            ready = null;
            if (senders != null) {
                senders[at] = readyFrom[0];
            }
            return message;
        }
        if (refused != null) {
            Message message = takeRefused(senders, at);
            if (message != null) {
                return message;
            }
        }
        Notice notice = notices.poll();
        if (notice != null) {
            if (senders != null) {
                senders[at] = notice.of;
            }
            return notice.message;
        }
        for (Pipe pipe; (pipe = ended.peek()) != null; ended.poll()) {
            for (Message message; (message = pipe.tryRead()) != null; ) {
                message = take(pipe, message, senders, at);
                if (message != null) {
                    return message;
                }
            }
        }
        for (Pipe pipe; (pipe = pipes.current()) != null; ) {
            Message message = pipe.tryRead();
            if (message == null) {
                pipes.deactivateCurrent();
                continue;
            }
            pipes.advance();
            message = take(pipe, message, senders, at);
            if (message != null) {
                return message;
            }
        }
        return null;
    }

    /** The boundary: what goes wrong with a peer's message ends that peer, and is nothing to the thread that receives. */
    private @Nullable Message take(Pipe pipe, Message message, @Nullable Peer @Nullable [] senders, int at) {
        try {
            if (senders != null) {
                senders[at] = sender.apply(pipe);
            }
            return intake.accept(pipe, message);
        } catch (RuntimeException e) {
            pipe.close(CloseReason.INTERNAL_ERROR);
            return null;
        } catch (Error e) {
            // A shortage, which passes: the message stays.
            refused = message;
            refusedFrom = pipe;
            throw e;
        }
    }

    private @Nullable Message takeRefused(@Nullable Peer @Nullable [] senders, int at) {
        Message message = refused;
        Pipe pipe = refusedFrom;
        refused = null;
        refusedFrom = null;
        return message == null || pipe == null ? null : take(pipe, message, senders, at);
    }

    /** See {@link Pattern#tryReceive(Message[], Peer[])}. */
    int tryReceive(@Nullable Message[] into, @Nullable Peer[] senders) {
        int count = 0;
        while (count < into.length) {
            Pipe only = ready == null && refused == null && notices.isEmpty() && ended.isEmpty() ? pipes.only() : null;
            if (only != null) {
                int end = only.tryRead(into, count);
                if (end == count) {
                    pipes.deactivateCurrent();
                }
                // What is read together is of one peer.
                count = accept(only, into, senders, count, end);
            } else {
                Message message = tryReceive(senders, count);
                if (message == null) {
                    break;
                }
                into[count++] = message;
            }
        }
        return count;
    }

    /** Leaves of the messages from here to there what the application is to see; returns the index behind that. */
    private int accept(Pipe pipe, @Nullable Message[] messages, @Nullable Peer[] senders, int from, int end) {
        int kept = from;
        for (int i = from; i < end; i++) {
            Message message = messages[i];
            message = message == null ? null : take(pipe, message, kept == from ? senders : null, from);
            if (message != null) {
                messages[kept++] = message;
            }
        }
        Arrays.fill(messages, kept, end, null);
        return kept;
    }

    boolean canReceive() {
        if (ready == null) {
            ready = tryReceive(readyFrom, 0);
        }
        return ready != null;
    }

    /** How many messages have been read and not been given out. */
    int readAhead() {
        return (ready == null ? 0 : 1) + (refused == null ? 0 : 1) + notices.size();
    }

    /** What the application sees has changed: so may what is ready for it. */
    void review(Predicate<Message> stillTakes) {
        if (ready != null && !stillTakes.test(ready)) {
            ready = null;
        }
    }

    /** Throws away everything that can be read now. Returns how many messages that were. */
    long discardAll() {
        long discarded = 0;
        if (ready != null) {
            ready = null;
            discarded++;
        }
        if (refused != null) {
            refused = null;
            refusedFrom = null;
            discarded++;
        }
        notices.clear();
        for (Pipe pipe; (pipe = pipes.current()) != null; pipes.deactivateCurrent()) {
            while (pipe.tryRead() != null) {
                discarded++;
            }
        }
        return discarded;
    }
}
