package io.zmq4j.socket;

import io.zmq4j.error.ZmqException;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pattern.Inquirer;
import io.zmq4j.pattern.Row;
import io.zmq4j.pattern.Traits;
import io.zmq4j.pipe.Pipe;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.Signal;
import io.zmq4j.zap.Zap;
import io.zmq4j.zap.ZapReply;
import io.zmq4j.zap.ZapRequest;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.Metadata;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A context's questions about peers, to whoever has bound {@link Zap#ENDPOINT} in it (RFC 27). One socket for all of them, opened
 * when the first is asked; no thread.
 *
 * <pre>
 *   ask ──► queued ──somebody is there──► asked ──reply──► answered
 *    │         └──────────┬──────────────────┴──withdrawn──► forgotten
 *    │                    └──whoever was asked is gone──► refused
 *    └──nobody is there, or too many wait──► refused
 * </pre>
 *
 * <p>Safe for any thread, and called by threads that are inside a connection: blocks on no pattern lock, its own socket's included.
 * The socket is told by a signal that there is something to ask, as it is told of a peer.
 */
final class ZapClient implements Inquirer.Client {
    /** How many questions of a context wait for their answer at most. One that comes then is refused, and its peer may try again. */
    static final int MOST_WAITING = 1024;

    private static final System.Logger LOG = System.getLogger("io.zmq4j");

    private final ContextCore context;
    private final Map<String, Inquiry> waiting = new ConcurrentHashMap<>();
    /** Those of the waiting ones that were not asked yet. */
    private final Queue<Inquiry> toAsk = new ConcurrentLinkedQueue<>();

    private final AtomicLong ids = new AtomicLong();
    private final AtomicLong turnedAway = new AtomicLong();
    private final ReentrantLock opening = new ReentrantLock();
    private volatile @Nullable SocketCore socket;

    /** Leads to the one who is asked, or was last. */
    private volatile @Nullable PipeEnd handler;

    /** What {@link #question} gave last. Guarded by the socket's lock. */
    private @Nullable Inquiry next;

    ZapClient(ContextCore context) {
        this.context = context;
    }

    /** Whether there is anybody to ask. */
    boolean hasHandler() {
        return context.inproc().isBound(Zap.NAME, SocketType.DEALER);
    }

    /**
     * Asks. The answer comes once, by any thread, from inside this call as well, unless it is withdrawn before.
     *
     * @return withdraws the question
     */
    Runnable ask(ZapRequest request, Consumer<Verdict> answer) {
        String id = String.valueOf(ids.incrementAndGet());
        var inquiry = new Inquiry(id, request.message(id), answer);
        Runnable withdrawal = () -> withdraw(inquiry);
        if (!hasHandler()) {
            answer.accept(refusal("nobody decides about peers: no socket is bound to " + Zap.ENDPOINT));
        } else if (waiting.size() >= MOST_WAITING) {
            answer.accept(refusal("%d peers wait for a verdict, more may not; %d were turned away so far"
                    .formatted(MOST_WAITING, turnedAway.incrementAndGet())));
        } else {
            put(inquiry);
        }
        return withdrawal;
    }

    /** What fails half-way, such as for want of memory, leaves nothing behind: nobody would withdraw it. */
    private void put(Inquiry inquiry) {
        boolean isDone = false;
        try {
            waiting.put(inquiry.id(), inquiry);
            toAsk.add(inquiry);
            prod();
            isDone = true;
        } finally {
            if (!isDone) {
                withdraw(inquiry);
            }
        }
    }

    private static Verdict refusal(String why) {
        return new Verdict(Verdict.Status.TEMPORARY_ERROR, why, "", new Metadata());
    }

    private void withdraw(Inquiry inquiry) {
        waiting.remove(inquiry.id());
        toAsk.remove(inquiry);
    }

    /** Questions that wait for their answer. */
    int waiting() {
        return waiting.size();
    }

    /** Questions that were turned away because too many waited. */
    long turnedAway() {
        return turnedAway.get();
    }

    /**
     * Lets the socket fetch what is to be asked, by whichever thread has its lock. While nobody is there, it fetches when somebody
     * is.
     */
    private void prod() {
        if (socket == null) {
            open();
            return;
        }
        PipeEnd pipe = handler;
        if (pipe != null) {
            pipe.signal(Signal.WRITABLE);
        }
    }

    private void open() {
        SocketCore made;
        opening.lock();
        try {
            if (socket != null) {
                // Whoever opened it connects, and then everything is fetched that waits.
                return;
            }
            made = context.open(new Row(
                    SocketType.DEALER,
                    Traits.of(Traits.Sending.WAITS).readingEagerly(),
                    (options, drops) -> new Inquirer(this)));
            socket = made;
        } catch (ZmqException e) {
            refuseAll("the context is closing");
            return;
        } finally {
            opening.unlock();
        }
        boolean isConnected = false;
        try {
            made.set(SocketOptions.LINGER, Duration.ZERO);
            made.connect(Zap.ENDPOINT);
            isConnected = true;
        } catch (ZmqException e) {
            refuseAll(String.valueOf(e.getMessage()));
        } finally {
            if (!isConnected) {
                socket = null;
                made.close();
            }
        }
    }

    private void refuseAll(String why) {
        Verdict verdict = refusal(why);
        for (Inquiry inquiry : List.copyOf(waiting.values())) {
            // Who takes it out answers it.
            if (waiting.remove(inquiry.id(), inquiry)) {
                toAsk.remove(inquiry);
                inquiry.answer().accept(verdict);
            }
        }
    }

    // ---- the socket's lock held

    @Override
    public void onThere(Pipe pipe) {
        handler = (PipeEnd) pipe;
    }

    @Override
    public @Nullable Message question() {
        Inquiry first = toAsk.peek();
        next = first;
        return first == null ? null : first.request();
    }

    @Override
    public void asked() {
        toAsk.remove(next);
    }

    @Override
    public void onAnswer(Message answer) {
        String id = ZapReply.id(answer);
        Inquiry inquiry = id == null ? null : waiting.remove(id);
        if (inquiry == null) {
            // Too late, said twice, or nobody's.
            LOG.log(System.Logger.Level.DEBUG, "a reply from {0} that answers no question", Zap.ENDPOINT);
            return;
        }
        inquiry.answer().accept(ZapReply.verdict(answer));
    }

    @Override
    public void onGone() {
        refuseAll("whoever decides about peers is gone");
    }
}
