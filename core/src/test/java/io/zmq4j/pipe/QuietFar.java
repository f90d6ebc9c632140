package io.zmq4j.pipe;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import io.zmq4j.outbox.Flush;
import io.zmq4j.zmtp.CloseReason;

/** A far end that takes everything and does nothing: what a test is not about. */
public class QuietFar implements Far {
    public static final Peer SOMEBODY = Peer.withoutWire("test://quiet", null, new byte[0]);

    /** A pipe to here that takes so many messages, and belongs to nobody. */
    public final PipeEnd pipe(int highWaterMark) {
        return pipe(new PipeQueue(highWaterMark, false, new DropCounters()));
    }

    final PipeEnd pipe(PipeQueue outbound) {
        var made = new PipeEnd(new Pipes.Nobody(), new PipeQueue(0, false, new DropCounters()), outbound, null);
        made.far(this);
        made.deliverSender(SOMEBODY);
        return made;
    }

    /** A new pipe from the owner to here, with room for ten messages each way; the peer is there. */
    public final PipeEnd attachTo(PipeOwner owner) {
        return attachTo(owner, false);
    }

    /** The same, of which only the newest message that comes may be kept. */
    public final PipeEnd attachTo(PipeOwner owner, boolean conflates) {
        var drops = new DropCounters();
        var pipe = new PipeEnd(owner, new PipeQueue(10, conflates, drops), new PipeQueue(10, false, drops), null);
        pipe.far(this);
        pipe.deliverSender(SOMEBODY);
        pipe.connected(true);
        pipe.signal(Signal.ATTACH | Signal.CONNECTED);
        return pipe;
    }

    @Override
    public Flush onWritten(Message message) {
        return Flush.LATER;
    }

    @Override
    public void onHighWaterMarks(int inbound, int outbound) {}

    @Override
    public long takeLost() {
        return 0;
    }

    @Override
    public FarName name() {
        return new FarName("test://quiet", null, null);
    }

    @Override
    public void flush() {}

    @Override
    public void onRoom() {}

    @Override
    public void pull() {}

    @Override
    public void close(CloseReason reason, long lingerNanos) {}
}
