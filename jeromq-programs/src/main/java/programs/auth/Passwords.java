package programs.auth;

import java.nio.file.Files;
import java.nio.file.Path;
import org.zeromq.ZAuth;
import org.zeromq.ZContext;
import programs.Expect;

/** PLAIN: who has a password in the file comes in under the user's name; who has another one stays out. */
public final class Passwords {
    private Passwords() {}

    public static void main(String[] args) throws Exception {
        Path file = Files.createTempFile("passwords", ".properties");
        Files.writeString(file, "admin=secret\nguest=pass\n");
        try (ZContext context = new ZContext();
                ZAuth auth = new ZAuth(context)) {
            auth.configurePlain("*", file.toString());
            auth.replies(true);

            var known = new Meeting(context);
            known.server.setPlainServer(true);
            known.client.setPlainUsername("admin");
            known.client.setPlainPassword("secret");
            known.begin();
            Expect.equal("admin", known.comesIn().getMetadata().get("User-Id"));
            ZAuth.ZapReply in = auth.nextReply(20_000);
            Expect.equal(200, in.statusCode);
            Expect.equal("admin", in.userId);
            known.end();

            var unknown = new Meeting(context);
            unknown.server.setPlainServer(true);
            unknown.client.setPlainUsername("admin");
            unknown.client.setPlainPassword("guessed");
            unknown.begin();
            ZAuth.ZapReply out = auth.nextReply(20_000);
            Expect.equal(400, out.statusCode);
            Expect.equal("NO ACCESS", out.statusText);
            unknown.staysOut();
            unknown.end();
        } finally {
            Files.delete(file);
        }
    }
}
