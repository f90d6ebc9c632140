package programs.auth;

import org.zeromq.ZContext;
import programs.Expect;

/**
 * Where nobody is there to ask, JeroMQ lets in whoever has any password, and whoever comes to a socket with a domain; zmq4j, as
 * libzmq, lets in nobody.
 */
public final class NobodyDecides {
    private NobodyDecides() {}

    public static void main(String[] args) {
        try (ZContext context = new ZContext()) {
            var meeting = new Meeting(context);
            meeting.server.setPlainServer(true);
            meeting.client.setPlainUsername("anybody");
            meeting.client.setPlainPassword("anything");
            meeting.begin();
            if (Expect.onJeroMq()) {
                meeting.comesIn();
            } else {
                meeting.server.setReceiveTimeOut(300);
                Expect.equal(null, meeting.server.recv());
            }
            meeting.end();
        }
    }
}
