package programs.auth;

import java.util.Map;
import org.zeromq.ZAuth;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;
import org.zeromq.util.ZMetadata;
import programs.Expect;
import zmq.io.Metadata;

/** Rules of the application's own: they see what the client says, and say who it is. */
public final class OwnRules {
    private OwnRules() {}

    private static final class Rules implements ZAuth.Auth {
        private String configured = "";
        private String asked = "";

        @Override
        public boolean configure(ZMsg settings, boolean verbose) {
            configured = settings.popString() + " " + settings.popString();
            return true;
        }

        @Override
        public boolean authorize(ZAuth.ZapRequest request, boolean verbose) {
            asked = String.join(
                    " ",
                    request.version,
                    request.mechanism,
                    request.domain,
                    request.address,
                    request.identity,
                    request.username,
                    request.password);
            request.userId = "user " + request.username;
            request.metadata = new ZMetadata();
            request.metadata.set("Role", "reader");
            return request.clientKey == null && request.principal == null;
        }
    }

    public static void main(String[] args) {
        var rules = new Rules();
        try (ZContext context = new ZContext();
                ZAuth auth = new ZAuth(context, "rules", Map.of("PLAIN", rules))) {
            auth.configurePlain("domain", "anything");
            Expect.equal("domain anything", rules.configured);
            var meeting = new Meeting(context);
            meeting.server.setZapDomain("shop");
            meeting.server.setIdentity("till".getBytes(ZMQ.CHARSET));
            meeting.server.setPlainServer(true);
            meeting.client.setPlainUsername("ann");
            meeting.client.setPlainPassword("any");
            meeting.begin();
            Metadata known = meeting.comesIn().getMetadata();
            Expect.equal("1.0 PLAIN shop 127.0.0.1 till ann any", rules.asked);
            Expect.equal("user ann", known.get("User-Id"));
            Expect.equal("reader", known.get("Role"));
            meeting.end();
        }
    }
}
