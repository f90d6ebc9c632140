package org.zeromq.timer;

public interface TimerHandler extends zmq.util.Timers.Handler {

    void time(java.lang.Object... arg0);
}
