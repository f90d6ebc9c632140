package io.zmq4j.socket;

import io.zmq4j.message.Message;
import io.zmq4j.outbox.Flush;
import io.zmq4j.pipe.Far;
import io.zmq4j.pipe.FarName;
import io.zmq4j.zmtp.CloseReason;

/** The far end of a pipe that leads nowhere. */
final class Nowhere implements Far {
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
        return new FarName("test://nowhere", null, null);
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
