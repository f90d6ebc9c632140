package programs.auth;

import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMsg;
import programs.Aside;
import programs.Expect;

/** Instead of a ZAuth, a REP of the application's own answers the questions about peers. */
public final class OwnHandler {
    private OwnHandler() {}

    public static void main(String[] args) throws Exception {
        try (ZContext context = new ZContext()) {
            ZMQ.Socket handler = context.createSocket(SocketType.REP);
            handler.setReceiveTimeOut(20_000);
            handler.bind("inproc://zeromq.zap.01");
            Aside answering = Aside.start(() -> {
                ZMsg question = ZMsg.recvMsg(handler);
                Expect.equal(8, question.size());
                Expect.equal("1.0", question.popString());
                String sequence = question.popString();
                Expect.equal("", question.popString());
                Expect.equal("127.0.0.1", question.popString());
                Expect.equal("", question.popString());
                Expect.equal("PLAIN", question.popString());
                Expect.equal("ann", question.popString());
                Expect.equal("pass", question.popString());
                handler.sendMore("1.0");
                handler.sendMore(sequence);
                handler.sendMore("200");
                handler.sendMore("OK");
                handler.sendMore("number 7");
                handler.send("");
            });
            var meeting = new Meeting(context);
            meeting.server.setPlainServer(true);
            meeting.client.setPlainUsername("ann");
            meeting.client.setPlainPassword("pass");
            meeting.begin();
            Expect.equal("number 7", meeting.comesIn().getMetadata().get("User-Id"));
            answering.join();
            meeting.end();
        }
    }
}
