package programs.cert;

import java.io.File;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.zeromq.ZCert;
import org.zeromq.ZConfig;
import org.zeromq.ZMQ;
import programs.Expect;

/** A certificate is saved without its secret key and with it, under the names that are given. */
public final class CertificateFiles {
    private static final String PUBLIC = "Yne@$w-vo<fVvi]a<NY6T1ed:M$fCG*[IaLV{hID";
    private static final String SECRET = "D:)Q[IlAW!ahhC2ac:9*A}h:p?([4%wOTJ%JR%cs";

    private CertificateFiles() {}

    public static void main(String[] args) throws Exception {
        ZCert certificate = new ZCert(PUBLIC, SECRET);
        certificate.setMeta("name", "Ann Onymous");
        certificate.setMeta("gone", "soon");
        certificate.unsetMeta("gone");
        Expect.equal("Ann Onymous", certificate.getMeta("name"));
        Expect.equal(null, certificate.getMeta("gone"));
        Expect.equal(1, certificate.getMetadata().size());

        StringWriter text = new StringWriter();
        certificate.savePublic(text);
        List<String> lines = Arrays.stream(text.toString().split("\n"))
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        Expect.equal(
                List.of("metadata", "    name = \"Ann Onymous\"", "curve", "    public-key = \"" + PUBLIC + "\""),
                lines);

        Path directory = Files.createTempDirectory("certificate-files");
        try {
            Path below = directory.resolve("below");
            File open = certificate.savePublic(below.resolve("ann").toString());
            File secret = certificate.saveSecret(below.resolve("ann_secret").toString());
            Expect.equal(below.resolve("ann").toFile(), open);
            Expect.equal(below.resolve("ann_secret").toFile(), secret);
            Expect.equal(
                    Map.of("metadata/name", "Ann Onymous", "curve/public-key", PUBLIC),
                    ZConfig.load(open.getPath()).getValues());
            ZConfig loaded = ZConfig.load(secret.getPath());
            ZCert again = new ZCert(loaded.getValue("curve/public-key"), loaded.getValue("curve/secret-key"));
            Expect.equal(ZMQ.Curve.z85Decode(SECRET), again.getSecretKey());
            Expect.equal(ZMQ.Curve.z85Decode(PUBLIC), again.getPublicKey());
            Expect.that(open.delete() && secret.delete(), "delete");
            Files.delete(below);
        } finally {
            Files.delete(directory);
        }

        ZCert openOnly = new ZCert(PUBLIC);
        Expect.equal(null, openOnly.getSecretKey());
        Expect.equal(null, openOnly.getSecretKeyAsZ85());
        Expect.failure(IllegalArgumentException.class, () -> new ZCert("too short"));
        Expect.failure(IllegalArgumentException.class, () -> new ZCert((String) null));
        Expect.failure(IllegalArgumentException.class, () -> new ZCert(new byte[31], new byte[32]));
        Expect.failure(IllegalArgumentException.class, () -> new ZCert(new byte[32], new byte[33]));
    }
}
