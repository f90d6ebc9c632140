package io.zmq4j.pipe;

/** A socket that does nothing. */
final class Nobody implements PipeOwner {
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
