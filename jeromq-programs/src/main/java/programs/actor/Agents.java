package programs.actor;

import org.zeromq.SocketType;
import org.zeromq.ZAgent;
import org.zeromq.ZContext;
import org.zeromq.ZMQ.Socket;
import org.zeromq.ZMsg;
import programs.Expect;

/** An agent talks by any socket until it receives the last word; it does not wait longer than it may. */
public final class Agents {
    private Agents() {}

    public static void main(String[] args) throws Exception {
        try (ZContext context = new ZContext()) {
            Socket far = context.createSocket(SocketType.PAIR);
            far.bind("inproc://agents");
            Socket near = context.createSocket(SocketType.PAIR);
            near.connect("inproc://agents");
            ZAgent agent = ZAgent.Creator.create(near, "over");
            Expect.that(agent.pipe() == near, "the socket");

            Expect.that(agent.send("one", true) && agent.send("two"), "sent");
            Expect.equal(ZMsg.newStringMsg("one", "two"), ZMsg.recvMsg(far));
            Expect.that(agent.recv(false) == null && agent.recv(5) == null, "nothing there");
            Expect.equal(-1, near.getReceiveTimeOut());
            far.send("");
            Expect.equal(1, agent.recv().size());
            ZMsg.newStringMsg("over", "not yet").send(far);
            Expect.equal(2, agent.recv(1000).size());
            Expect.that(agent.sign(), "it goes on");
            far.send("over");
            Expect.that(agent.recv() == null && !agent.sign(), "it is over");
            Expect.that(!agent.send("too late") && !agent.send(new ZMsg()) && agent.recv() == null, "nothing is sent");
        }
    }
}
