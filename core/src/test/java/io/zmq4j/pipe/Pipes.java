package io.zmq4j.pipe;

/** Pipe ends with nothing behind them. */
public final class Pipes {
    private Pipes() {}

    static PipeEnd end() {
        return new QuietFar().pipe(0);
    }

    /** A socket that does nothing by itself. */
    public static class Nobody implements PipeOwner {
        @Override
        public void flushLater(PipeEnd pipe) {}

        @Override
        public void holdBack(PipeEnd pipe) {}

        @Override
        public void wasRead(PipeEnd pipe) {}

        @Override
        public void wasExhausted(PipeEnd pipe) {}

        @Override
        public void wasRefused(PipeEnd pipe) {}

        @Override
        public void signal(PipeEnd pipe, int signals) {}
    }
}
