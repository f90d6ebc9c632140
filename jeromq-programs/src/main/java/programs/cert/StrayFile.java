package programs.cert;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.zeromq.ZCert;
import org.zeromq.ZCertStore;
import org.zeromq.ZConfig;
import programs.Expect;

/** A file in a store that is no certificate does not keep the others out. */
public final class StrayFile {
    private StrayFile() {}

    public static void main(String[] args) throws Exception {
        Path directory = Files.createTempDirectory("stray-file");
        Path good = directory.resolve("good");
        Path stray = directory.resolve("stray");
        try {
            ZCertStore store = new ZCertStore(directory.toString());
            ZCert certificate = new ZCert();
            certificate.savePublic(good.toString());
            Files.write(stray, List.of("Dear diary, today"));
            if (Expect.onJeroMq()) {
                Expect.failure(
                        ZConfig.ReadException.class, () -> store.containsPublicKey(certificate.getPublicKeyAsZ85()));
            } else {
                Expect.that(store.containsPublicKey(certificate.getPublicKeyAsZ85()), "the good one counts");
            }
        } finally {
            Files.deleteIfExists(good);
            Files.deleteIfExists(stray);
            Files.delete(directory);
        }
    }
}
