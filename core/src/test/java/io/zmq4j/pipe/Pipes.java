package io.zmq4j.pipe;

import io.zmq4j.event.DropCounters;

/** Pipe ends with nothing behind them. */
final class Pipes {
    private Pipes() {}

    static PipeEnd end() {
        var drops = new DropCounters();
        var end = new PipeEnd(new Nobody(), new PipeQueue(0, false, drops), new PipeQueue(0, false, drops), null);
        end.far(new QuietFar());
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
}
