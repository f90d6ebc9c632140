package programs.auth;

import org.zeromq.ZAuth;
import org.zeromq.ZContext;
import programs.Expect;

/** There are no replies before anybody was asked about, and none after the end; NULL without a domain goes on as before. */
public final class AfterTheEnd {
    private AfterTheEnd() {}

    public static void main(String[] args) throws Exception {
        try (ZContext context = new ZContext()) {
            var auth = new ZAuth(context);
            auth.replies(true);
            Expect.equal(null, auth.nextReply(20));
            auth.close();
            Expect.equal(null, auth.nextReply(20));
            var meeting = new Meeting(context);
            meeting.begin();
            meeting.comesIn();
            meeting.end();
        }
    }
}
