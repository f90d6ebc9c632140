package programs.auth;

import org.zeromq.ZAuth;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import programs.Expect;
import zmq.Msg;
import zmq.io.Metadata;

/** Without a mechanism, somebody is asked only for a socket with a domain; the answer says who was asked about, and when. */
public final class Domains {
    private Domains() {}

    public static void main(String[] args) {
        try (ZContext context = new ZContext();
                ZAuth auth = new ZAuth(context)) {
            auth.replies(true);
            Expect.equal(null, auth.nextReply(false));

            var without = new Meeting(context);
            without.begin();
            Metadata known = without.comesIn().getMetadata();
            Expect.equal("DEALER", known.get("Socket-Type"));
            Expect.equal(null, known.get("User-Id"));
            Expect.equal(null, auth.nextReply(false));
            without.end();

            var with = new Meeting(context);
            with.server.setZapDomain("global");
            with.server.setIdentity("asker".getBytes(ZMQ.CHARSET));
            with.begin();
            Msg message = with.comesIn();
            Expect.equal("", message.getMetadata().get("User-Id"));
            Expect.that(message.getMetadata().get("Peer-Address").startsWith("127.0.0.1"), "from here");
            ZAuth.ZapReply reply = auth.nextReply();
            Expect.equal("1.0", reply.version);
            Expect.equal("1", reply.sequence);
            Expect.equal(200, reply.statusCode);
            Expect.equal("OK", reply.statusText);
            Expect.equal("", reply.userId);
            Expect.equal(null, reply.metadata);
            Expect.equal("127.0.0.1", reply.address);
            Expect.equal("asker", reply.identity);
            with.end();
        }
    }
}
