package io.zmq4j.pipe;

import io.zmq4j.event.DropCounters;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;

/** Pipe ends with nothing behind them. */
final class Pipes {
    private Pipes() {}

    static PipeEnd end() {
        var drops = new DropCounters();
        var end = new PipeEnd(new Nobody(), new PipeQueue(0, false, drops), new PipeQueue(0, false, drops), null);
        end.far(new Nothing());
        return end;
    }

    private static final class Nobody implements PipeOwner {
        @Override
        public void flushLater(PipeEnd pipe) {}

        @Override
        public void holdBack(PipeEnd pipe) {}

        @Override
        public void wasRead(PipeEnd pipe) {}

        @Override
        public void wasExhausted(PipeEnd pipe) {}

        @Override
        public void signal(PipeEnd pipe, int signals) {}
    }

    private static final class Nothing implements Far {
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
        public void flush() {}

        @Override
        public void onRoom() {}

        @Override
        public void pull() {}

        @Override
        public void close(CloseReason reason, long lingerNanos) {}
    }
}
