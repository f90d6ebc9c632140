package programs.auth;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zeromq.ZAuth;
import org.zeromq.ZCert;
import org.zeromq.ZContext;
import programs.Expect;
import zmq.io.Metadata;

/** CURVE with a directory: who has a certificate there comes in under its key, with its metadata; a new one is found. */
public final class Certificates {
    private Certificates() {}

    public static void main(String[] args) throws Exception {
        Path directory = Files.createTempDirectory("certificates");
        var serverKey = new ZCert();
        var clientKey = new ZCert();
        clientKey.setMeta("name", "Ann");
        try (ZContext context = new ZContext();
                ZAuth auth = new ZAuth(context)) {
            auth.configureCurve(directory.toString());
            auth.replies(true);

            var stranger = meeting(context, serverKey, clientKey);
            stranger.begin();
            Expect.equal(400, auth.nextReply().statusCode);
            stranger.staysOut();
            stranger.end();

            clientKey.savePublic(directory.resolve("client.key").toString());
            var known = meeting(context, serverKey, clientKey);
            known.begin();
            Metadata metadata = known.comesIn().getMetadata();
            Expect.equal(clientKey.getPublicKeyAsZ85(), metadata.get("User-Id"));
            Expect.equal("Ann", metadata.get("name"));
            known.end();
        } finally {
            for (File file : directory.toFile().listFiles()) {
                Files.delete(file.toPath());
            }
            Files.delete(directory);
        }
    }

    private static Meeting meeting(ZContext context, ZCert serverKey, ZCert clientKey) {
        var meeting = new Meeting(context);
        meeting.server.setCurveServer(true);
        serverKey.apply(meeting.server);
        clientKey.apply(meeting.client);
        meeting.client.setCurveServerKey(serverKey.getPublicKey());
        return meeting;
    }
}
