package programs.cert;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.zeromq.ZCert;
import org.zeromq.ZCertStore;
import programs.Expect;

/** A store knows the keys in its directory and below, and notices files that come, change and go. */
public final class CertificateStore {
    private CertificateStore() {}

    public static void main(String[] args) throws Exception {
        for (ZCertStore.Fingerprinter fingerprinter : List.of(new ZCertStore.Hasher(), new ZCertStore.Timestamper())) {
            Path directory = Files.createTempDirectory("certificate-store");
            try {
                play(directory, new ZCertStore(directory.resolve("keys").toString(), fingerprinter));
            } finally {
                Files.delete(directory.resolve("keys"));
                Files.delete(directory);
            }
        }
    }

    private static void play(Path directory, ZCertStore store) throws Exception {
        ZCert ann = new ZCert();
        ZCert ben = new ZCert();
        ben.setMeta("name", "Ben");
        Expect.equal(false, store.containsPublicKey(ann.getPublicKeyAsZ85()));

        Path annsFile = directory.resolve("keys").resolve("ann");
        Path bensFile = directory.resolve("keys").resolve("deeper").resolve("ben.txt");
        ann.savePublic(annsFile.toString());
        ben.savePublic(bensFile.toString());
        Expect.that(store.containsPublicKey(ann.getPublicKeyAsZ85()), "Ann, by text");
        Expect.that(store.containsPublicKey(ann.getPublicKey()), "Ann, by bytes");
        Expect.equal(null, store.getMetadata(ann.getPublicKeyAsZ85()));
        Expect.equal("Ben", store.getMetadata(ben.getPublicKeyAsZ85()).get("name"));
        Expect.equal(null, store.getMetadata(new ZCert().getPublicKeyAsZ85()));

        ben.setMeta("name", "Benjamin");
        ben.savePublic(bensFile.toString());
        Files.setLastModifiedTime(bensFile, FileTime.fromMillis(1_000_000_000_000L));
        Expect.equal("Benjamin", store.getMetadata(ben.getPublicKeyAsZ85()).get("name"));

        Files.delete(annsFile);
        Expect.equal(false, store.containsPublicKey(ann.getPublicKey()));
        Expect.that(store.containsPublicKey(ben.getPublicKey()), "Ben stays");
        Expect.failure(IllegalArgumentException.class, () -> store.containsPublicKey("short"));
        Expect.failure(IllegalArgumentException.class, () -> store.containsPublicKey(new byte[40]));
        Files.delete(bensFile);
        Files.delete(bensFile.getParent());
    }
}
