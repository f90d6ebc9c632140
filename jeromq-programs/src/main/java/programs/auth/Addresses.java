package programs.auth;

import org.zeromq.SocketType;
import org.zeromq.ZAuth;
import org.zeromq.ZContext;
import org.zeromq.ZEvent;
import org.zeromq.ZMQ;
import org.zeromq.ZMonitor;
import programs.Expect;

/** Addresses are denied, or only some are allowed; what is allowed comes before what is denied. The client is told that it may not. */
public final class Addresses {
    private Addresses() {}

    public static void main(String[] args) {
        try (ZContext context = new ZContext();
                ZAuth auth = new ZAuth(context)) {
            auth.replies(true);
            auth.deny("127.0.0.1");
            var denied = meeting(context);
            Expect.that(denied.client.monitor("inproc://refusals", ZMQ.HANDSHAKE_FAILED_AUTH), "monitored");
            ZMQ.Socket refusals = context.createSocket(SocketType.PAIR);
            refusals.setReceiveTimeOut(20_000);
            refusals.connect("inproc://refusals");
            denied.begin();
            Expect.equal(400, auth.nextReply().statusCode);
            ZEvent refused = ZEvent.recv(refusals);
            Expect.equal(ZMonitor.Event.HANDSHAKE_FAILED_AUTH, refused.getEvent());
            Expect.equal(400, refused.<Integer>getValue());
            Expect.that(refused.isWarn(), "a warning");
            denied.staysOut();
            denied.end();

            auth.allow("10.0.0.1");
            var notAllowed = meeting(context);
            notAllowed.begin();
            nextFrom(auth, 400);
            notAllowed.staysOut();
            notAllowed.end();

            auth.allow("127.0.0.1");
            var allowed = meeting(context);
            allowed.begin();
            allowed.comesIn();
            nextFrom(auth, 200);
            allowed.end();
        }
    }

    private static Meeting meeting(ZContext context) {
        var meeting = new Meeting(context);
        meeting.server.setZapDomain("global");
        return meeting;
    }

    /** Clients that were refused may have tried more than once. */
    private static void nextFrom(ZAuth auth, int status) {
        ZAuth.ZapReply reply = auth.nextReply(20_000);
        while (reply.statusCode != status) {
            reply = auth.nextReply(20_000);
        }
    }
}
