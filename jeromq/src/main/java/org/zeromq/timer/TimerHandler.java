package org.zeromq.timer;

import zmq.util.Timers;

/** What a timer or a ticket calls. */
public interface TimerHandler extends Timers.Handler {
    /** It is due; {@code args} are those it was added with. */
    @Override
    void time(Object... args);
}
