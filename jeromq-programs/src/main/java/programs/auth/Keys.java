package programs.auth;

import org.zeromq.ZAuth;
import org.zeromq.ZCert;
import org.zeromq.ZContext;
import programs.Expect;

/** CURVE: with no more than that configured, whoever knows the server's key and has one comes in, as nobody in particular. */
public final class Keys {
    private Keys() {}

    public static void main(String[] args) {
        try (ZContext context = new ZContext();
                ZAuth auth = new ZAuth(context)) {
            auth.configureCurve(ZAuth.CURVE_ALLOW_ANY);
            var serverKey = new ZCert();
            var clientKey = new ZCert();
            var meeting = new Meeting(context);
            meeting.server.setCurveServer(true);
            meeting.server.setCurvePublicKey(serverKey.getPublicKey());
            meeting.server.setCurveSecretKey(serverKey.getSecretKey());
            meeting.client.setCurveServerKey(serverKey.getPublicKey());
            meeting.client.setCurvePublicKey(clientKey.getPublicKey());
            meeting.client.setCurveSecretKey(clientKey.getSecretKey());
            meeting.begin();
            Expect.equal("", meeting.comesIn().getMetadata().get("User-Id"));
            meeting.end();
        }
    }
}
