package io.zmq4j.socket;

import io.zmq4j.event.DropCounters;
import io.zmq4j.options.OptionValues;
import io.zmq4j.pattern.Rows;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.pipe.PipeQueue;
import io.zmq4j.pipe.Signal;
import io.zmq4j.stress.Scenario;
import io.zmq4j.stress.Trial;
import io.zmq4j.zmtp.SocketType;

/**
 * A peer attaches, connects, tells of a message that another thread may have taken already, and ends, each in a thread of its
 * own, while the application does nothing or is just in a call: whoever signals sees to it that the socket knows.
 */
public final class SignalsWorkedOff implements Scenario {
    private final DropCounters drops = new DropCounters();
    private final LockedPattern pattern =
            new LockedPattern(Rows.of(SocketType.PULL), new OptionValues(SocketType.PULL), drops, SocketRecords.NONE);

    @Override
    public void play(Trial trial) {
        var pipe = new PipeEnd(pattern, new PipeQueue(0, false, drops), new PipeQueue(0, false, drops), null);
        pipe.far(new Nowhere());
        pattern.signal(pipe, Signal.ATTACH);
        pipe.connected(true);
        Thread connecting = trial.start("connecting", () -> pattern.signal(pipe, Signal.CONNECTED));
        Thread delivering = trial.start("delivering", () -> pattern.signal(pipe, Signal.READABLE));
        Thread asking = trial.start("asking", pattern::canReceive);
        trial.join(connecting, delivering, asking);
        trial.check(pattern.peerCount() == 1, "the peer that has connected does not count");
        Thread again = trial.start("delivering again", () -> pattern.signal(pipe, Signal.READABLE));
        Thread ending = trial.start("ending", pipe::end);
        Thread askingAgain = trial.start("asking again", pattern::canReceive);
        trial.join(again, ending, askingAgain);
        trial.check(pattern.peerCount() == 0, "the peer that has left counts");
        trial.check(pattern.onlyPipe() == null, "a pipe is left");
    }
}
